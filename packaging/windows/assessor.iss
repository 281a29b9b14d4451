; Untested. Inno Setup 6: an installation for one user, without administrator rights.
; First, on Windows: py packaging\dev.py package   then: iscc packaging\windows\assessor.iss

#define Version "0.1.0"

[Setup]
AppId={{8E3D6B0E-5A55-4C0B-9C0A-3B0B6E0F5C11}
AppName=Assessor
AppVersion={#Version}
DefaultDirName={localappdata}\Programs\Assessor
DefaultGroupName=Assessor
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
OutputDir=..\..\dist
OutputBaseFilename=assessor-{#Version}-windows
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
UninstallDisplayIcon={app}\Assessor-venster.exe

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\build\program\assessor\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Assessor"; Filename: "{app}\Assessor-venster.exe"
Name: "{autodesktop}\Assessor"; Filename: "{app}\Assessor-venster.exe"

[Run]
Filename: "{app}\Assessor-venster.exe"; Description: "Assessor"; Flags: nowait postinstall skipifsilent
