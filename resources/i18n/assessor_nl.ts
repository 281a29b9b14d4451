<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AbandonDialog</name>
    <message>
        <source>Abandon this correction?</source>
        <translation>Wil je deze correctie staken?</translation>
    </message>
    <message>
        <source>The sheet and the result return to what they were. The history keeps that you began a correction.</source>
        <translation>Het formulier en de uitslag worden weer zoals ze waren. In de geschiedenis blijft staan dat je een correctie begon.</translation>
    </message>
    <message>
        <source>Abandon the correction</source>
        <translation>Correctie staken</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>Add an action</source>
        <translation>Actie toevoegen</translation>
    </message>
    <message>
        <source>What will be done?</source>
        <translation>Wat gaat er gebeuren?</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie doet het</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>Klaar op</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>&amp;People and appointments</source>
        <translation>&amp;Mensen en aanstellingen</translation>
    </message>
    <message>
        <source>&amp;House rules</source>
        <translation>&amp;Huisregels</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>&amp;Gegevensbestand</translation>
    </message>
    <message>
        <source>&amp;Display</source>
        <translation>&amp;Weergave</translation>
    </message>
</context>
<context>
    <name>AgreeingStep</name>
    <message>
        <source>An agreement reaches the assessors only after the test committee accepted it.</source>
        <translation>Een afspraak komt pas bij de beoordelaars als de toetscommissie haar heeft overgenomen.</translation>
    </message>
    <message>
        <source>Add an agreement…</source>
        <translation>Afspraak toevoegen…</translation>
    </message>
    <message>
        <source>Add a proposal…</source>
        <translation>Voorstel toevoegen…</translation>
    </message>
    <message>
        <source>Add an action…</source>
        <translation>Actie toevoegen…</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Proposals to change the form</source>
        <translation>Voorstellen om het formulier te wijzigen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>From earlier sessions</source>
        <translation>Uit eerdere sessies</translation>
    </message>
    <message>
        <source>Status of: {text}</source>
        <translation>Status van: {text}</translation>
    </message>
    <message>
        <source>Everybody together</source>
        <translation>Plenair</translation>
    </message>
    <message>
        <source>{code} · noted: {room}</source>
        <translation>{code} · genoteerd: {room}</translation>
    </message>
    <message>
        <source>Record as agreement…</source>
        <translation>Als afspraak vastleggen…</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Add an agreement</source>
        <translation>Afspraak toevoegen</translation>
    </message>
    <message>
        <source>What did you agree?</source>
        <translation>Wat hebben jullie afgesproken?</translation>
    </message>
    <message>
        <source>Behaviour as an example</source>
        <translation>Voorbeeldgedrag</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Bestemming</translation>
    </message>
</context>
<context>
    <name>AnnounceDialog</name>
    <message>
        <source>Record the announcement</source>
        <translation>Bekendmaking vastleggen</translation>
    </message>
    <message>
        <source>From this day on the result is official, and paper no longer says that it is provisional.</source>
        <translation>Vanaf die dag is de uitslag officieel. Op papier staat dan niet meer dat hij voorlopig is.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Announced on</source>
        <translation>Bekendgemaakt op</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>cannot be taken in</source>
        <translation>kan niet worden ingelezen</translation>
    </message>
    <message>
        <source>received before, same content</source>
        <translation>al ontvangen, zelfde inhoud</translation>
    </message>
    <message>
        <source>other version than before</source>
        <translation>andere versie dan eerder</translation>
    </message>
    <message numerus="yes">
        <source>new, %n field(s) empty</source>
        <translation>
            <numerusform>nieuw, %n veld leeg</numerusform>
            <numerusform>nieuw, %n velden leeg</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>sent, nothing came back yet</source>
        <translation>verstuurd, nog niet terug</translation>
    </message>
    <message>
        <source>kept, another version counts</source>
        <translation>bewaard, een andere versie geldt</translation>
    </message>
    <message>
        <source>shown at the criteria</source>
        <translation>staat bij de criteria</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>bewaard</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message numerus="yes">
        <source>%n more that ask(s) for a hand; mend these first.</source>
        <translation>
            <numerusform>Nog %n die aandacht vraagt; herstel deze eerst.</numerusform>
            <numerusform>Nog %n die aandacht vragen; herstel deze eerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read</source>
        <translation>
            <numerusform>%n bestand gelezen</numerusform>
            <numerusform>%n bestanden gelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) sealed</source>
        <translation>
            <numerusform>%n persoon verzegeld</numerusform>
            <numerusform>%n personen verzegeld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n niet overgenomen</numerusform>
            <numerusform>%n niet overgenomen</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose is it?…</source>
        <translation>Van wie is dit?…</translation>
    </message>
    <message>
        <source>Point out the columns…</source>
        <translation>Kolommen aanwijzen…</translation>
    </message>
    <message>
        <source>What was sealed</source>
        <translation>Wat is verzegeld</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n nog open</numerusform>
            <numerusform>%n nog open</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
</context>
<context>
    <name>ArrivedTable</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Whose form</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Ingelezen</translation>
    </message>
    <message>
        <source>not taken in</source>
        <translation>niet ingelezen</translation>
    </message>
    <message>
        <source>in</source>
        <translation>binnen</translation>
    </message>
    <message>
        <source>in already</source>
        <translation>al binnen</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>andere inhoud</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>te laat</translation>
    </message>
    <message numerus="yes">
        <source>%n expected field(s) empty.</source>
        <translation>
            <numerusform>%n verwacht veld is leeg.</numerusform>
            <numerusform>%n verwachte velden zijn leeg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not understood, shown once the forms are open: {items}.</source>
        <translation>Niet begrepen, te zien zodra de formulieren open zijn: {items}.</translation>
    </message>
    <message>
        <source>Both forms are in: the mirror is ready.</source>
        <translation>Beide formulieren zijn binnen: de spiegel staat klaar.</translation>
    </message>
    <message>
        <source>Both forms hold the same, word for word: ask whether each filled in their own.</source>
        <translation>Beide formulieren zijn woordelijk gelijk: vraag na of ieder het eigen formulier heeft ingevuld.</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>AssessmentsPage</name>
    <message>
        <source>Assessments</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>New practice assessment</source>
        <translation>Nieuwe praktijkbeoordeling</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Name, number, organisation or cohort</source>
        <translation>Naam, nummer, organisatie of cohort</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Elke stand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>My work &amp;only</source>
        <translation>Alleen &amp;mijn werk</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open the check page</source>
        <translation>Controlepagina openen</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopiëren</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No assessment answers to this search and these filters.</source>
        <translation>Geen beoordeling past bij deze zoekwoorden en filters.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>No practice assessments yet</source>
        <translation>Nog geen praktijkbeoordelingen</translation>
    </message>
    <message>
        <source>Choose New practice assessment to begin one.</source>
        <translation>Kies Nieuwe praktijkbeoordeling om er een te beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s)</source>
        <translation>
            <numerusform>%n beoordeling</numerusform>
            <numerusform>%n beoordelingen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>Add…</source>
        <translation>Toevoegen…</translation>
    </message>
    <message>
        <source>Video…</source>
        <translation>Video…</translation>
    </message>
    <message>
        <source>Note where a video is to be found</source>
        <translation>Leg vast waar een video te vinden is</translation>
    </message>
    <message>
        <source>PDF, photo or document, up to 20 MB. You may also drop files on the sheet.</source>
        <translation>PDF, foto of document, tot 20 MB. Je kunt bestanden ook op het formulier slepen.</translation>
    </message>
    <message>
        <source>Nothing was attached yet.</source>
        <translation>Er zijn nog geen bijlagen.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina's</numerusform>
        </translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>Bijlagen toevoegen</translation>
    </message>
    <message>
        <source>Attachments (*.pdf *.png *.jpg *.jpeg *.docx *.xlsx *.odt)</source>
        <translation>Bijlagen (*.pdf *.png *.jpg *.jpeg *.docx *.xlsx *.odt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Save as: this copy is not encrypted, and it is noted that you saved it</source>
        <translation>Opslaan als: deze kopie is niet versleuteld en er wordt vastgelegd dat je die opslaat</translation>
    </message>
    <message>
        <source>Saved as {name}. This copy is not encrypted; it was noted that you saved it.</source>
        <translation>Opgeslagen als {name}. Deze kopie is niet versleuteld; er is vastgelegd dat je die hebt opgeslagen.</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Back up now</source>
        <translation>Nu een reservekopie maken</translation>
    </message>
    <message>
        <source>Check this backup</source>
        <translation>Deze kopie controleren</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Terugzetten…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Aanleiding</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Tweede plaats kiezen…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Geen tweede plaats</translation>
    </message>
    <message>
        <source>Made by itself at closing: of 7 days, 4 weeks and 12 months one is kept.</source>
        <translation>Gaat vanzelf bij het afsluiten: van 7 dagen, 4 weken en 12 maanden blijft er steeds één bewaard.</translation>
    </message>
    <message>
        <source>There is none yet. The first one is made when you close the program.</source>
        <translation>Er is er nog geen. De eerste wordt gemaakt als je het programma afsluit.</translation>
    </message>
    <message>
        <source>No copy in a second place, such as a stick or a network folder.</source>
        <translation>Geen kopie op een tweede plaats, zoals een stick of netwerkmap.</translation>
    </message>
    <message>
        <source>Each backup is also copied to {folder}.</source>
        <translation>Elke reservekopie komt ook in {folder}.</translation>
    </message>
    <message>
        <source>Choose a second place for backups</source>
        <translation>Kies een tweede plaats voor reservekopieën</translation>
    </message>
    <message>
        <source>The backup was made, but the copy in the second place failed: {why}</source>
        <translation>De reservekopie is gemaakt, maar de kopie op de tweede plaats is mislukt: {why}</translation>
    </message>
    <message>
        <source>The backup was made and checked.</source>
        <translation>De reservekopie is gemaakt en gecontroleerd.</translation>
    </message>
    <message>
        <source>This backup is sound and can be restored.</source>
        <translation>Deze reservekopie is in orde en kan worden teruggezet.</translation>
    </message>
    <message>
        <source>This backup is damaged. Make a new one and keep to that.</source>
        <translation>Deze reservekopie is beschadigd. Maak een nieuwe en gebruik die.</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>bij het afsluiten</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>vóór een nieuwe versie</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>op verzoek</translation>
    </message>
    <message>
        <source>before another was put back</source>
        <translation>voordat een andere is teruggezet</translation>
    </message>
</context>
<context>
    <name>Beamer</name>
    <message>
        <source>Esc closes</source>
        <translation>Esc sluit</translation>
    </message>
    <message>
        <source>Arrows turn · Esc closes</source>
        <translation>Pijlen bladeren · Esc sluit</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>The talk</source>
        <translation>Het gesprek</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Taal van het papier</translation>
    </message>
    <message>
        <source>Mirror with talk sheet…</source>
        <translation>Spiegel met gespreksblad…</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>spiegel</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Verslag…</translation>
    </message>
    <message>
        <source>Report for the study coach…</source>
        <translation>Verslag voor de studiecoach…</translation>
    </message>
    <message>
        <source>study-coach</source>
        <translation>studiecoach</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Op papier</translation>
    </message>
    <message>
        <source>Tick below that the student wants to share this, or that a concern is reported.</source>
        <translation>Vink bij het gesprek aan dat de student dit wil delen, of dat er een zorg wordt gemeld.</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something unexpected happened</source>
        <translation>Er ging iets onverwachts mis</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Melding kopiëren</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>This is a mistake in the program, not yours. Everything up to your last key press has been saved. You can send the report below; it holds no names and nothing you wrote.</source>
        <translation>Dit is een fout in het programma, niet van jou. Alles tot en met je laatste toets is bewaard. Je kunt de melding hieronder doorsturen; er staan geen namen in en niets van wat je schreef.</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>Prepare a calibration session…</source>
        <translation>Kalibreersessie voorbereiden…</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Alle sessies</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibreren</translation>
    </message>
    <message>
        <source>Everybody scores the same case unseen by the others; then you talk about the differences.</source>
        <translation>Iedereen scoort dezelfde casus, los van elkaar. Daarna bespreek je samen de verschillen.</translation>
    </message>
    <message>
        <source>Calibration sessions</source>
        <translation>Kalibreersessies</translation>
    </message>
    <message>
        <source>No calibration sessions yet</source>
        <translation>Nog geen kalibreersessies</translation>
    </message>
    <message>
        <source>Preparing one takes ten minutes: a case, an instrument and who takes part. The rooms are made for you.</source>
        <translation>Voorbereiden kost tien minuten: een casus, een instrument en wie er meedoet. De indeling in ruimtes gaat vanzelf.</translation>
    </message>
    <message>
        <source>{instrument} · model {models} · case {cases}</source>
        <translation>{instrument} · model {models} · casus {cases}</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Scores in</source>
        <translation>Scores binnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{received} of {invited}</source>
        <translation>{received} van {invited}</translation>
    </message>
    <message>
        <source>Over the years</source>
        <translation>Over de jaren</translation>
    </message>
    <message>
        <source>Open an invitation…</source>
        <translation>Uitnodiging openen…</translation>
    </message>
</context>
<context>
    <name>CameAlongDialog</name>
    <message>
        <source>What came along</source>
        <translation>Wat kwam er mee</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Bestanden kiezen…</translation>
    </message>
    <message>
        <source>Write forms…</source>
        <translation>Formulieren klaarzetten…</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alles bewaren</translation>
    </message>
    <message>
        <source>Keep every form, and take over what fills an empty place</source>
        <translation>Elk formulier bewaren, en overnemen waar nog niets staat</translation>
    </message>
    <message>
        <source>Drop what came back here. Nothing changes before you take it over.</source>
        <translation>Sleep hierheen wat terugkwam. Er verandert niets voordat je het overneemt.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulieren</translation>
    </message>
    <message>
        <source>Nothing came back yet</source>
        <translation>Er is nog niets terug</translation>
    </message>
    <message>
        <source>Drop the filled-in PDF or workbook here, or a folder with files.</source>
        <translation>Sleep de ingevulde PDF of werkmap hierheen, of een map met bestanden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>{done} van {total} gelezen</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Bestanden kiezen</translation>
    </message>
    <message>
        <source>Forms (*.pdf *.xlsx *.zip *.eml)</source>
        <translation>Formulieren (*.pdf *.xlsx *.zip *.eml)</translation>
    </message>
    <message numerus="yes">
        <source>Taken over: %n place(s).</source>
        <translation>
            <numerusform>%n plek overgenomen.</numerusform>
            <numerusform>%n plekken overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{form} is kept.</source>
        <translation>{form} is bewaard.</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) kept.</source>
        <translation>
            <numerusform>%n formulier bewaard.</numerusform>
            <numerusform>%n formulieren bewaard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. They are not encrypted.</source>
        <translation>
            <numerusform>%n bestand klaargezet. Het is niet versleuteld.</numerusform>
            <numerusform>%n bestanden klaargezet. Ze zijn niet versleuteld.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameLine</name>
    <message>
        <source>See what came along</source>
        <translation>Bekijk wat er meekwam</translation>
    </message>
    <message>
        <source>Filled in from: {forms}.</source>
        <translation>Ingevuld uit: {forms}.</translation>
    </message>
    <message>
        <source>To be taken over: {forms}.</source>
        <translation>Nog over te nemen: {forms}.</translation>
    </message>
    <message>
        <source>{form} ({day})</source>
        <translation>{form} ({day})</translation>
    </message>
</context>
<context>
    <name>CasusCard</name>
    <message>
        <source>Case {code}</source>
        <translation>Casus {code}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Reference…</source>
        <translation>Referentie…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Bestanden toevoegen…</translation>
    </message>
    <message>
        <source>The video itself is not kept here. Note where it lies and how long it is under About: that stands on every form.</source>
        <translation>De video zelf wordt hier niet bewaard. Noteer bij Waarover waar de video staat en hoe lang die duurt: dat komt op elk formulier.</translation>
    </message>
    <message>
        <source>A case of an earlier year: the years can be compared.</source>
        <translation>Casus van een eerder jaar: de jaren zijn te vergelijken.</translation>
    </message>
    <message>
        <source>Names nobody.</source>
        <translation>Noemt niemand.</translation>
    </message>
    <message>
        <source>May still name somebody.</source>
        <translation>Noemt misschien nog iemand.</translation>
    </message>
    <message>
        <source>not noted yet</source>
        <translation>nog niet vastgelegd</translation>
    </message>
    <message>
        <source>Consent: {consent}</source>
        <translation>Toestemming: {consent}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>Toevoegen…</translation>
    </message>
    <message>
        <source>Save a copy that is not encrypted</source>
        <translation>Onversleutelde kopie opslaan</translation>
    </message>
    <message>
        <source>Saved as {name}. That copy is not encrypted.</source>
        <translation>Opgeslagen als {name}. Die kopie is niet versleuteld.</translation>
    </message>
</context>
<context>
    <name>CasusDialog</name>
    <message>
        <source>Add a case</source>
        <translation>Casus toevoegen</translation>
    </message>
    <message>
        <source>Change the case</source>
        <translation>Casus wijzigen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>The case names nobody: I have checked this</source>
        <translation>De casus noemt niemand: dat heb ik nagekeken</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>A letter or number, never a student's name</source>
        <translation>Een letter of nummer, nooit de naam van een student</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>Soort casus</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>For example: fractions, group 5</source>
        <translation>Bijvoorbeeld: breuken, groep 5</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>How and when the student consented</source>
        <translation>Hoe en wanneer de student toestemming gaf</translation>
    </message>
    <message>
        <source>Subject, where the video lies, how long it is</source>
        <translation>Onderwerp, waar de video staat, hoe lang die duurt</translation>
    </message>
</context>
<context>
    <name>CasusReferenceDialog</name>
    <message>
        <source>Reference of the preparing team</source>
        <translation>Referentie van het voorbereidingsteam</translation>
    </message>
    <message>
        <source>Optional. It is shown only after the second round, as another view and never as right or wrong.</source>
        <translation>Niet verplicht. Zij is pas na de tweede ronde te zien, als een andere kijk en nooit als goed of fout.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>geen referentie</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Example - not established: this is a practice dossier</source>
        <translation>Voorbeeld - niet vastgesteld: dit is een oefendossier</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Terug naar het formulier</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>This dossier is closed; its sheet is fixed.</source>
        <translation>Dit dossier is afgesloten; het formulier staat vast.</translation>
    </message>
    <message>
        <source>To the result</source>
        <translation>Naar de uitslag</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>Definitief maken</translation>
    </message>
    <message>
        <source>{student} · dossier {number}</source>
        <translation>{student} · dossier {number}</translation>
    </message>
    <message>
        <source>Everything is ready to be made final.</source>
        <translation>Alles is klaar om definitief te maken.</translation>
    </message>
    <message>
        <source>This dossier is {state} already.</source>
        <translation>Dit dossier is al {state}.</translation>
    </message>
    <message>
        <source>This is the dossier of {name}; only that assessor makes it final.</source>
        <translation>Dit is het dossier van {name}; alleen die beoordelaar maakt het definitief.</translation>
    </message>
    <message>
        <source>Choose to which verdict you come.</source>
        <translation>Kies eerst tot welk oordeel je komt.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) must be settled before this can be made final.</source>
        <translation>
            <numerusform>Er is nog %n punt dat eerst af moet.</numerusform>
            <numerusform>Er zijn nog %n punten die eerst af moeten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm the verdict first, or come to another one.</source>
        <translation>Bevestig eerst het oordeel, of kom tot een ander oordeel.</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Check the file</source>
        <translation>Bestand controleren</translation>
    </message>
    <message>
        <source>Verify final dossiers</source>
        <translation>Dossiers verifiëren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Is everything still right?</source>
        <translation>Klopt alles nog?</translation>
    </message>
    <message>
        <source>Damage to the file, or a final dossier that was altered, is found here.</source>
        <translation>Hier vind je schade aan het bestand, of een definitief dossier dat is gewijzigd.</translation>
    </message>
    <message>
        <source>The file is damaged. Close the program and open the newest sound backup at the next start.</source>
        <translation>Het bestand is beschadigd. Sluit het programma en zet bij de volgende start de nieuwste goede reservekopie terug.</translation>
    </message>
    <message>
        <source>The file is sound.</source>
        <translation>Het bestand is in orde.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not as they were recorded.</source>
        <translation>
            <numerusform>%n punt is niet zoals het is vastgelegd.</numerusform>
            <numerusform>%n punten zijn niet zoals ze zijn vastgelegd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was verified so far is right; the rest was not looked at.</source>
        <translation>Gestopt. Wat is bekeken, klopt; de rest is niet bekeken.</translation>
    </message>
    <message numerus="yes">
        <source>All %n recorded dossiers are exactly what was made final.</source>
        <translation>
            <numerusform>Het ene vastgelegde dossier (%n) is precies zoals het definitief is gemaakt.</numerusform>
            <numerusform>Alle %n vastgelegde dossiers zijn precies zoals ze definitief zijn gemaakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Gegevensbestand</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close without a verdict</source>
        <translation>Afsluiten zonder oordeel</translation>
    </message>
    <message>
        <source>After this the sheet is fixed. What was filled in is kept with the dossier.</source>
        <translation>Hierna staat het formulier vast. Wat je al invulde, blijft bij het dossier bewaard.</translation>
    </message>
    <message>
        <source>Close the dossier</source>
        <translation>Dossier afsluiten</translation>
    </message>
    <message>
        <source>How does it end?</source>
        <translation>Hoe eindigt de beoordeling?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>What happened? One or two sentences.</source>
        <translation>Wat is er gebeurd? Eén of twee zinnen.</translation>
    </message>
    <message>
        <source>The student was not there at the agreed time.</source>
        <translation>De student was er niet op de afgesproken tijd.</translation>
    </message>
    <message>
        <source>The assessment began but could not be finished. The examination board decides whether it counts as an attempt.</source>
        <translation>De beoordeling is begonnen maar kon niet worden afgemaakt. De examencommissie beslist of dit als poging telt.</translation>
    </message>
    <message>
        <source>The assessment will not take place, or this dossier was started by mistake.</source>
        <translation>De beoordeling gaat niet door, of dit dossier is per vergissing begonnen.</translation>
    </message>
</context>
<context>
    <name>CloseMidtermDialog</name>
    <message>
        <source>One form is in. It is opened now, and the other one no longer counts. This cannot be undone.</source>
        <translation>Er is één formulier binnen. Dat gaat nu open en het andere telt niet meer mee. Dit is niet terug te draaien.</translation>
    </message>
    <message>
        <source>No form is in. The midterm evaluation ends here. This cannot be undone.</source>
        <translation>Er is geen formulier binnen. De tussenevaluatie stopt hier. Dit is niet terug te draaien.</translation>
    </message>
    <message>
        <source>Close with a reason</source>
        <translation>Sluiten met een reden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>Waarom nu?</translation>
    </message>
    <message>
        <source>For example: the mentor is ill for weeks</source>
        <translation>Bijvoorbeeld: de mentor is wekenlang ziek</translation>
    </message>
</context>
<context>
    <name>CloseRoundDialog</name>
    <message>
        <source>Close the round</source>
        <translation>Ronde sluiten</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>Waarom nu?</translation>
    </message>
    <message>
        <source>For example: the day begins</source>
        <translation>Bijvoorbeeld: de dag begint</translation>
    </message>
    <message>
        <source>What comes in after this is kept but does not count.</source>
        <translation>Wat hierna binnenkomt, wordt bewaard maar telt niet mee.</translation>
    </message>
</context>
<context>
    <name>FinishSessionDialog</name>
    <message>
        <source>Finish the session?</source>
        <translation>Sessie afronden?</translation>
    </message>
    <message>
        <source>After this nothing of the session can be changed, except what becomes of agreements.</source>
        <translation>Hierna kan niets van de sessie nog veranderen, behalve wat er van afspraken wordt.</translation>
    </message>
    <message>
        <source>Finish the session</source>
        <translation>Sessie afronden</translation>
    </message>
</context>
<context>
    <name>CodeStage</name>
    <message>
        <source>You type in what {name} wrote on paper. That you did so is recorded.</source>
        <translation>Je voert in wat {name} op papier schreef. Vastgelegd wordt dat jij dit invoert.</translation>
    </message>
    <message>
        <source>{name}, this form is yours.</source>
        <translation>{name}, dit formulier is van jou.</translation>
    </message>
    <message>
        <source>Your code: {code}</source>
        <translation>Je code: {code}</translation>
    </message>
    <message>
        <source>Write this code down. What you fill in is kept at once; you go on later with this code only.</source>
        <translation>Schrijf deze code op. Wat je invult, is meteen bewaard; later ga je alleen met deze code verder.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Je code</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
</context>
<context>
    <name>CohortFormsDialog</name>
    <message numerus="yes">
        <source>all %n found</source>
        <translation>
            <numerusform>de %n gevonden student</numerusform>
            <numerusform>alle %n gevonden studenten</numerusform>
        </translation>
    </message>
    <message>
        <source>only {name}</source>
        <translation>alleen {name}</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
</context>
<context>
    <name>CollectingStep</name>
    <message>
        <source>Type in from paper…</source>
        <translation>Van papier invoeren…</translation>
    </message>
    <message>
        <source>To the reveal</source>
        <translation>Naar de onthulling</translation>
    </message>
    <message>
        <source>Hands are counted in this round.</source>
        <translation>In deze ronde worden handen geteld.</translation>
    </message>
    <message>
        <source>To the count</source>
        <translation>Naar het tellen</translation>
    </message>
    <message>
        <source>Close the round…</source>
        <translation>Ronde sluiten…</translation>
    </message>
    <message>
        <source>Round {number} is {state}.</source>
        <translation>Ronde {number} is {state}.</translation>
    </message>
    <message>
        <source>{received} of {invited} in</source>
        <translation>{received} van {invited} binnen</translation>
    </message>
    <message numerus="yes">
        <source>%n of these with an open criterion</source>
        <translation>
            <numerusform>waarvan %n met een open criterium</numerusform>
            <numerusform>waarvan %n met een open criterium</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: kept, not counted</source>
        <translation>
            <numerusform>%n te laat: bewaard, telt niet mee</numerusform>
            <numerusform>%n te laat: bewaard, tellen niet mee</numerusform>
        </translation>
    </message>
    <message>
        <source>Came in twice: choose which counts</source>
        <translation>Twee keer binnengekomen: kies welke telt</translation>
    </message>
    <message>
        <source>The first round is not open yet. Open it at the step Prepare.</source>
        <translation>De eerste ronde is nog niet open. Open haar bij de stap Voorbereiden.</translation>
    </message>
    <message>
        <source>{received} of {invited}</source>
        <translation>{received} van {invited}</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>telt</translation>
    </message>
    <message>
        <source>Let this one count</source>
        <translation>Deze laten tellen</translation>
    </message>
    <message>
        <source>Not in yet</source>
        <translation>Nog niet binnen</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Reden: {reason}</translation>
    </message>
    <message>
        <source>Invite to score…</source>
        <translation>Uitnodigen…</translation>
    </message>
    <message>
        <source>Read what came back…</source>
        <translation>Inlezen…</translation>
    </message>
    <message>
        <source>Online form…</source>
        <translation>Onlineformulier…</translation>
    </message>
    <message>
        <source>Drop here whatever came back, as much as you like: forms, tables, zips, saved mails, whole folders. It is sealed at once.</source>
        <translation>Sleep hierheen wat terugkwam, zo veel als je wilt: formulieren, tabellen, zips, opgeslagen mails, hele mappen. Het wordt meteen verzegeld.</translation>
    </message>
    <message>
        <source>How blind is each way?</source>
        <translation>Hoe blind is elke weg?</translation>
    </message>
    <message>
        <source>same content as before</source>
        <translation>zelfde inhoud als eerder</translation>
    </message>
</context>
<context>
    <name>ColumnRolesDialog</name>
    <message>
        <source>What do the columns answer?</source>
        <translation>Wat beantwoorden de kolommen?</translation>
    </message>
    <message>
        <source>Only the headings are shown, never an answer. What you choose here is remembered.</source>
        <translation>Je ziet alleen de koppen, nooit een antwoord. Wat je hier kiest, wordt onthouden.</translation>
    </message>
    <message>
        <source>Remember and read</source>
        <translation>Onthouden en inlezen</translation>
    </message>
</context>
<context>
    <name>ConcludeDialog</name>
    <message>
        <source>Conclude the midterm evaluation?</source>
        <translation>Tussenevaluatie afronden?</translation>
    </message>
    <message>
        <source>After this the page of the talk is fixed as well.</source>
        <translation>Daarna ligt ook de gesprekspagina vast.</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Afronden</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>Assessments</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Laatst gewijzigd</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Make a correction</source>
        <translation>Correctie maken</translation>
    </message>
    <message>
        <source>The sheet opens again. From now on every change is recorded: who, when, and what stood there before. The result stands again once you make it final, or when you abandon the correction.</source>
        <translation>Het formulier gaat weer open. Vanaf nu wordt elke wijziging vastgelegd: wie, wanneer en wat er eerst stond. Er is weer een uitslag als je de correctie definitief maakt of staakt.</translation>
    </message>
    <message>
        <source>Open the correction</source>
        <translation>Correctie beginnen</translation>
    </message>
    <message>
        <source>Why is this corrected?</source>
        <translation>Waarom corrigeer je dit?</translation>
    </message>
    <message>
        <source>For example: the note at 4.6 stood at the wrong criterion.</source>
        <translation>Bijvoorbeeld: de toelichting bij 4.6 stond bij het verkeerde criterium.</translation>
    </message>
</context>
<context>
    <name>CreatePane</name>
    <message>
        <source>New workspace</source>
        <translation>Nieuw gegevensbestand</translation>
    </message>
    <message>
        <source>One folder with everything you record, encrypted with a key of its own.</source>
        <translation>Eén map met alles wat je vastlegt, versleuteld met een eigen sleutel.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Gegevensbestand maken</translation>
    </message>
    <message>
        <source>Nobody can find out a forgotten passphrase. You get a recovery code in the next step.</source>
        <translation>Een vergeten wachtzin kan niemand achterhalen. In de volgende stap krijg je een herstelcode.</translation>
    </message>
    <message>
        <source>No folder has been chosen. Choose where the workspace comes.</source>
        <translation>Er is geen map gekozen. Kies waar het gegevensbestand komt.</translation>
    </message>
    <message>
        <source>The workspace is being made…</source>
        <translation>Het gegevensbestand wordt gemaakt…</translation>
    </message>
    <message>
        <source>Choose where the workspace comes</source>
        <translation>Kies waar het gegevensbestand komt</translation>
    </message>
    <message>
        <source>This folder seems to be synchronised. Never open the workspace on two computers at once.</source>
        <translation>Deze map lijkt te worden gesynchroniseerd. Open het gegevensbestand nooit op twee computers tegelijk.</translation>
    </message>
    <message>
        <source>A folder that is backed up is best; the program makes backups of its own beside it.</source>
        <translation>Kies liefst een map waarvan reservekopieën worden gemaakt; het programma maakt ze zelf ook.</translation>
    </message>
</context>
<context>
    <name>CriterionCard</name>
    <message>
        <source>★ critical</source>
        <translation>★ kritisch</translation>
    </message>
    <message>
        <source>A critical criterion: an insufficient here makes the whole model insufficient.</source>
        <translation>Een kritisch criterium: een onvoldoende hier maakt het hele model onvoldoende.</translation>
    </message>
    <message>
        <source>Why was this not observed? (T)</source>
        <translation>Waarom is dit niet waargenomen? (T)</translation>
    </message>
    <message>
        <source>Explanation (T)</source>
        <translation>Toelichting (T)</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>niet gescoord</translation>
    </message>
    <message>
        <source>‘{example}’</source>
        <translation>‘{example}’</translation>
    </message>
    <message>
        <source>{mentor}: {said}</source>
        <translation>{mentor}: {said}</translation>
    </message>
    <message>
        <source>Example: {example}</source>
        <translation>Voorbeeld: {example}</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalender (Alt+Omlaag)</translation>
    </message>
    <message>
        <source>“{text}” is not a day. It is still {day}.</source>
        <translation>‘{text}’ is geen datum. Er staat nog {day}.</translation>
    </message>
</context>
<context>
    <name>DecisionFields</name>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Decision number</source>
        <translation>Besluitnummer</translation>
    </message>
    <message>
        <source>as in the examination board's letter</source>
        <translation>zoals in de brief van de examencommissie</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>Details of this assessment</source>
        <translation>Gegevens van deze beoordeling</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>For example: group 5</source>
        <translation>Bijvoorbeeld: groep 5</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>For example: fractions</source>
        <translation>Bijvoorbeeld: breuken</translation>
    </message>
    <message>
        <source>The student works here in their own job</source>
        <translation>De student werkt hier in de eigen baan</translation>
    </message>
    <message>
        <source>Placement runs until</source>
        <translation>Stageperiode loopt tot</translation>
    </message>
    <message>
        <source>Assesses in place of</source>
        <translation>Beoordeelt in plaats van</translation>
    </message>
    <message>
        <source>Only when you stand in for someone</source>
        <translation>Alleen als je voor iemand invalt</translation>
    </message>
    <message>
        <source>Reason for this</source>
        <translation>Reden hiervan</translation>
    </message>
    <message>
        <source>Needed when you stand in for someone</source>
        <translation>Nodig als je voor iemand invalt</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Tick all</source>
        <translation>Alles aanvinken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Niets aanvinken</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Let this version count</source>
        <translation>Deze versie laten gelden</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>ontvangen {moment}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken over, because it is not clear:</source>
        <translation>Niet overgenomen, omdat het niet duidelijk is:</translation>
    </message>
    <message>
        <source>This form was sent. Drop the file here when it comes back.</source>
        <translation>Dit formulier is verstuurd. Sleep het bestand hierheen als het terug is.</translation>
    </message>
    <message>
        <source>There is no open dossier for it yet. Keep the form; it waits for the dossier.</source>
        <translation>Er is nog geen open dossier voor. Bewaar het formulier; het wacht op het dossier.</translation>
    </message>
    <message>
        <source>The advice stands beside each criterion; its levels are never taken over. Tick the examples that you want in your explanation, with the mentor as source.</source>
        <translation>Het advies staat bij elk criterium; de niveaus worden nooit overgenomen. Vink de voorbeelden aan die je in je toelichting wilt, met de mentor als bron.</translation>
    </message>
    <message>
        <source>Everything in this form stands in the dossier already.</source>
        <translation>Alles uit dit formulier staat al in het dossier.</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>%n overnemen</numerusform>
            <numerusform>%n overnemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Place</source>
        <translation>Plek</translation>
    </message>
    <message>
        <source>Stands there now</source>
        <translation>Staat er nu</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>In het formulier</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
</context>
<context>
    <name>DiscussingStep</name>
    <message>
        <source>First the reveal, then the discussion.</source>
        <translation>Eerst onthullen, dan bespreken.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterium</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Write down what was said, never who said it.</source>
        <translation>Schrijf op wat er is gezegd, nooit wie het zei.</translation>
    </message>
    <message>
        <source>What did we see?</source>
        <translation>Wat zagen we?</translation>
    </message>
    <message>
        <source>How do we read the criterion?</source>
        <translation>Hoe lezen we het criterium?</translation>
    </message>
    <message>
        <source>What do we agree?</source>
        <translation>Wat spreken we af?</translation>
    </message>
    <message>
        <source>Behaviour as an example</source>
        <translation>Voorbeeldgedrag</translation>
    </message>
    <message>
        <source>To the reveal</source>
        <translation>Naar de onthulling</translation>
    </message>
    <message>
        <source>Everybody together</source>
        <translation>Plenair</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>{begin}  {criterion} · {minutes} min</source>
        <translation>{begin}  {criterion} · {minutes} min</translation>
    </message>
    <message>
        <source>{words}, {name}, noted</source>
        <translation>{words}, {name}, genoteerd</translation>
    </message>
    <message>
        <source>{words}, {name}</source>
        <translation>{words}, {name}</translation>
    </message>
</context>
<context>
    <name>DisplaySection</name>
    <message>
        <source>light</source>
        <translation>licht</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>donker</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoog contrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Venster vergrendelen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>These choices are kept for you on this computer, not in the workspace.</source>
        <translation>Deze keuzes worden voor jou op deze computer bewaard, niet in het gegevensbestand.</translation>
    </message>
    <message>
        <source>Your settings folder cannot be written, so the choices are not kept.</source>
        <translation>In je map met instellingen kan niet worden geschreven, dus de keuzes worden niet bewaard.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message numerus="yes">
        <source>after %n idle minutes</source>
        <translation>
            <numerusform>na %n minuut niets doen</numerusform>
            <numerusform>na %n minuten niets doen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStage</name>
    <message>
        <source>Both forms are in</source>
        <translation>Beide formulieren zijn binnen</translation>
    </message>
    <message>
        <source>{student} and {mentor}, sit down together: the mirror shows what you can talk about.</source>
        <translation>{student} en {mentor}, ga samen zitten: de spiegel laat zien waar jullie over kunnen praten.</translation>
    </message>
    <message>
        <source>Open the mirror</source>
        <translation>Spiegel openen</translation>
    </message>
</context>
<context>
    <name>DossierTable</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activiteit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitslag</translation>
    </message>
    <message>
        <source>Assessor</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>{scored} of {total}</source>
        <translation>{scored} van {total}</translation>
    </message>
</context>
<context>
    <name>EarlierCasusDialog</name>
    <message>
        <source>A case of an earlier year</source>
        <translation>Casus van een eerder jaar</translation>
    </message>
    <message>
        <source>It comes with its attachments and reference, so that the years can be compared.</source>
        <translation>Zij komt met haar bijlagen en referentie, zodat de jaren te vergelijken zijn.</translation>
    </message>
    <message>
        <source>Use this case</source>
        <translation>Deze casus gebruiken</translation>
    </message>
    <message>
        <source>Cases of earlier sessions</source>
        <translation>Casussen van eerdere sessies</translation>
    </message>
    <message>
        <source>No earlier session with this instrument has a case that is not here already.</source>
        <translation>Geen eerdere sessie met dit instrument heeft een casus die hier nog niet is.</translation>
    </message>
</context>
<context>
    <name>ExamplePane</name>
    <message>
        <source>An example partnership</source>
        <translation>Een voorbeeldpartnerschap</translation>
    </message>
    <message>
        <source>Everything in it is invented: schools, students, assessors and results.</source>
        <translation>Alles erin is verzonnen: scholen, studenten, beoordelaars en resultaten.</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Voorbeeld openen</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>Opnieuw maken</translation>
    </message>
    <message>
        <source>Make the example</source>
        <translation>Voorbeeld maken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>The passphrase of the example, should the program ask for it:</source>
        <translation>De wachtzin van het voorbeeld, als het programma erom vraagt:</translation>
    </message>
    <message>
        <source>You made it before. What you tried out in it is still there, until you make it anew.</source>
        <translation>Je hebt het al eerder gemaakt. Wat je erin hebt geprobeerd, staat er nog, tot je het opnieuw maakt.</translation>
    </message>
    <message>
        <source>Look around, score, make results final: nothing counts. Making it takes a few seconds.</source>
        <translation>Kijk rond, scoor, maak resultaten definitief: niets telt mee. Het maken duurt een paar tellen.</translation>
    </message>
    <message>
        <source>The example is being opened…</source>
        <translation>Het voorbeeld wordt geopend…</translation>
    </message>
    <message>
        <source>The example is being made…</source>
        <translation>Het voorbeeld wordt gemaakt…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>Gestopt. Er is niets achtergebleven.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save PDFs</source>
        <translation>Pdf's opslaan</translation>
    </message>
    <message>
        <source>A PDF of each assessment, named by its number.</source>
        <translation>Een pdf van elke beoordeling, met het nummer als naam.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>Opslaan als werkmap</translation>
    </message>
    <message>
        <source>A row for each assessment, a row for each criterion, and what each column means.</source>
        <translation>Een rij per beoordeling, een rij per criterium, en wat elke kolom betekent.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n found</source>
        <translation>
            <numerusform>de %n die is gevonden</numerusform>
            <numerusform>alle %n die zijn gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>workbook (xlsx)</source>
        <translation>werkmap (xlsx)</translation>
    </message>
    <message>
        <source>CSV, a row for each assessment</source>
        <translation>csv, een rij per beoordeling</translation>
    </message>
    <message>
        <source>CSV, a row for each criterion</source>
        <translation>csv, een rij per criterium</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>What you save here is not encrypted. That you saved it is recorded.</source>
        <translation>Wat je hier opslaat, is niet versleuteld. Vastgelegd wordt dat je het hebt opgeslagen.</translation>
    </message>
</context>
<context>
    <name>ExportStrip</name>
    <message>
        <source>Save as &amp;workbook…</source>
        <translation>Opslaan als &amp;werkmap…</translation>
    </message>
    <message>
        <source>Save &amp;PDFs…</source>
        <translation>&amp;Pdf's opslaan…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Choose a folder for the PDFs</source>
        <translation>Kies een map voor de pdf's</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>Stopped. No file was made.</source>
        <translation>Gestopt. Er is geen bestand gemaakt.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n PDF(s); these are not encrypted.</source>
        <translation>
            <numerusform>Gestopt na %n pdf; die is niet versleuteld.</numerusform>
            <numerusform>Gestopt na %n pdf's; die zijn niet versleuteld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s) saved. They are not encrypted.</source>
        <translation>
            <numerusform>%n pdf opgeslagen. Die is niet versleuteld.</numerusform>
            <numerusform>%n pdf's opgeslagen. Ze zijn niet versleuteld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s) saved as {name}. This file is not encrypted.</source>
        <translation>
            <numerusform>%n beoordeling opgeslagen als {name}. Dit bestand is niet versleuteld.</numerusform>
            <numerusform>%n beoordelingen opgeslagen als {name}. Dit bestand is niet versleuteld.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillingStage</name>
    <message>
        <source>The form of {name}</source>
        <translation>Formulier van {name}</translation>
    </message>
    <message>
        <source>You type in what {name} wrote on paper. That you did so is recorded: {actor}.</source>
        <translation>Je voert in wat {name} op papier schreef. Vastgelegd wordt wie dit invoert: {actor}.</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Later verder</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>Inleveren…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>{done} of {total} chosen</source>
        <translation>{done} van {total} gekozen</translation>
    </message>
</context>
<context>
    <name>FinaliseDialog</name>
    <message>
        <source>Make this result final?</source>
        <translation>Wil je dit oordeel definitief maken?</translation>
    </message>
    <message>
        <source>After this the sheet is fixed. A correction takes a reason.</source>
        <translation>Hierna staat het formulier vast. Corrigeren kan alleen met een reden.</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>Definitief maken</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>Practice assessment of {student}</source>
        <translation>Praktijkbeoordeling van {student}</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Everything has been filled in, and nothing stands out.</source>
        <translation>Alles is ingevuld en er valt niets op.</translation>
    </message>
    <message numerus="yes">
        <source>{model}: %n criterion(s) not scored yet, starting at {code}.</source>
        <translation>
            <numerusform>{model}: %n criterium is nog niet gescoord, namelijk {code}.</numerusform>
            <numerusform>{model}: %n criteria zijn nog niet gescoord, te beginnen bij {code}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Tegenstrijdig</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blokkerend</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>To {code}</source>
        <translation>Naar {code}</translation>
    </message>
    <message>
        <source>To the motivation</source>
        <translation>Naar de motivering</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Beschrijven</translation>
    </message>
    <message>
        <source>To the verdict</source>
        <translation>Naar het oordeel</translation>
    </message>
    <message>
        <source>Change the details…</source>
        <translation>Gegevens aanpassen…</translation>
    </message>
    <message>
        <source>See the details…</source>
        <translation>Gegevens bekijken…</translation>
    </message>
    <message>
        <source>To Administration</source>
        <translation>Naar Beheer</translation>
    </message>
    <message>
        <source>To the sheet</source>
        <translation>Naar het formulier</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message>
        <source>Errors</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s): this form cannot be used like this.</source>
        <translation>
            <numerusform>%n fout: dit formulier kan zo niet worden gebruikt.</numerusform>
            <numerusform>%n fouten: dit formulier kan zo niet worden gebruikt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This form can be used. There is advice on %n place(s).</source>
        <translation>
            <numerusform>Dit formulier kan worden gebruikt. Er is advies bij %n plek.</numerusform>
            <numerusform>Dit formulier kan worden gebruikt. Er is advies bij %n plekken.</numerusform>
        </translation>
    </message>
    <message>
        <source>This form can be used. Nothing to remark.</source>
        <translation>Dit formulier kan worden gebruikt. Er is niets op aan te merken.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>fout</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>advies</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>het hele bestand</translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message>
        <source>Write forms</source>
        <translation>Formulieren klaarzetten</translation>
    </message>
    <message>
        <source>Each file is personal and holds names; it is not encrypted. Send it yourself, with care.</source>
        <translation>Elk bestand is persoonlijk en bevat namen; het is niet versleuteld. Verstuur het zelf, en zorgvuldig.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Klaarzetten</translation>
    </message>
    <message>
        <source>Which forms?</source>
        <translation>Welke formulieren?</translation>
    </message>
    <message>
        <source>Preparation form, for the student</source>
        <translation>Voorbereidingsformulier, voor de student</translation>
    </message>
    <message>
        <source>Advice on the placement, for the mentor</source>
        <translation>Advies over de stage, voor de mentor</translation>
    </message>
    <message>
        <source>Scoring form, to assess without the program</source>
        <translation>Scoreformulier, om zonder het programma te beoordelen</translation>
    </message>
    <message>
        <source>Workbook (Excel)</source>
        <translation>Werkmap (Excel)</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Allebei</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>GrowthPanel</name>
    <message>
        <source>Development points of last time</source>
        <translation>Ontwikkelpunten van vorige keer</translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n criterion(s) have no level.</source>
        <translation>
            <numerusform>Nog niet: %n criterium heeft nog geen niveau.</numerusform>
            <numerusform>Nog niet: %n criteria hebben nog geen niveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was said last time shows once everything is scored, so that it does not steer you.</source>
        <translation>Wat vorige keer is gezegd, zie je als alles is gescoord. Zo stuurt het je niet.</translation>
    </message>
    <message>
        <source>This student has no earlier result with a development point.</source>
        <translation>Deze student heeft nog geen eerdere uitslag met een ontwikkelpunt.</translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>Hand in?</source>
        <translation>Inleveren?</translation>
    </message>
    <message>
        <source>After this the form is fixed, and hidden until both are in.</source>
        <translation>Daarna ligt het formulier vast. Het blijft verborgen tot beide binnen zijn.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Inleveren</translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) not made yet. That is allowed.</source>
        <translation>
            <numerusform>%n keuze is nog niet gemaakt. Dat mag.</numerusform>
            <numerusform>%n keuzes zijn nog niet gemaakt. Dat mag.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverStage</name>
    <message>
        <source>The form of {name} is in</source>
        <translation>Het formulier van {name} is binnen</translation>
    </message>
    <message>
        <source>The answers of {name} are hidden.</source>
        <translation>De antwoorden van {name} zijn verborgen.</translation>
    </message>
    <message>
        <source>Type in the form of {name} too</source>
        <translation>Ook het formulier van {name} invoeren</translation>
    </message>
    <message>
        <source>Hand the laptop to {name} now.</source>
        <translation>Geef de laptop nu aan {name}.</translation>
    </message>
    <message>
        <source>I am {name}: begin</source>
        <translation>Ik ben {name}: beginnen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History since the result was made final</source>
        <translation>Geschiedenis sinds definitief</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Controlegetal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Controlegetal kopiëren</translation>
    </message>
    <message>
        <source>The same number stands on the PDF. If the two match, nothing has been changed.</source>
        <translation>Hetzelfde getal staat op de pdf. Zijn ze gelijk, dan is er niets veranderd.</translation>
    </message>
</context>
<context>
    <name>HouseRulesSection</name>
    <message>
        <source>What if the assessor is also the student's mentor or practice supervisor?</source>
        <translation>Wat als de beoordelaar ook mentor of praktijkbegeleider van de student is?</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blokkeren</translation>
    </message>
    <message>
        <source>The dossier cannot be made final; another assessor finishes it.</source>
        <translation>Het dossier kan niet definitief worden; een andere beoordelaar rondt het af.</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Waarschuwen</translation>
    </message>
    <message>
        <source>The check page says so, and the assessor decides.</source>
        <translation>De controlepagina meldt het en de beoordelaar beslist.</translation>
    </message>
    <message>
        <source>Holds for every dossier that is not final yet.</source>
        <translation>Geldt voor elk dossier dat nog niet definitief is.</translation>
    </message>
    <message>
        <source>Saved. Holds for every dossier that is not final yet.</source>
        <translation>Opgeslagen. Geldt voor elk dossier dat nog niet definitief is.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Drop a workbook or CSV file here</source>
        <translation>Sleep hier een werkmap of CSV-bestand naartoe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Save an empty template…</source>
        <translation>Leeg voorbeeldbestand opslaan…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Ander bestand…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wordt gelezen…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Bezig met importeren…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Gestopt. Er is niets geïmporteerd.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw bekijken</translation>
    </message>
    <message>
        <source>Imported: {counts}.</source>
        <translation>Geïmporteerd: {counts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused and left out.</source>
        <translation>
            <numerusform>%n rij is geweigerd en niet ingelezen.</numerusform>
            <numerusform>%n rijen zijn geweigerd en niet ingelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Toon ze</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Opgeslagen als {name}.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Bestand kiezen</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.csv *.txt)</source>
        <translation>Werkmappen en CSV (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>students.xlsx</source>
        <translation>studenten.xlsx</translation>
    </message>
    <message>
        <source>Save an empty template</source>
        <translation>Leeg voorbeeldbestand opslaan</translation>
    </message>
    <message>
        <source>First you see what would change. Nothing is written before you press Import.</source>
        <translation>Je ziet eerst wat er zou veranderen. Er wordt niets geschreven voordat je op Importeren drukt.</translation>
    </message>
    <message>
        <source>Students with their placements, organisations and assessors. The headings of the columns tell which is which; an empty cell keeps what is known, and nothing is ever deleted.</source>
        <translation>Studenten met hun stages, organisaties en beoordelaars. De namen boven de kolommen zeggen wat waar staat; een lege cel laat staan wat bekend is, en er wordt nooit iets verwijderd.</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>The chosen row</source>
        <translation>De gekozen rij</translation>
    </message>
    <message>
        <source>Everything in this file is in the register already.</source>
        <translation>Alles uit dit bestand staat al in het register.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message numerus="yes">
        <source>Correct the %n refused row(s) in the file and import it again.</source>
        <translation>
            <numerusform>Verbeter de geweigerde rij in het bestand en importeer het opnieuw.</numerusform>
            <numerusform>Verbeter de %n geweigerde rijen in het bestand en importeer het opnieuw.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Outcome</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Wie of wat</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Plaats in het bestand</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>rij {row}</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>kolom {column}</translation>
    </message>
</context>
<context>
    <name>InstrumentDetails</name>
    <message>
        <source>cannot be used</source>
        <translation>niet bruikbaar</translation>
    </message>
    <message>
        <source>established</source>
        <translation>vastgesteld</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>Example - not established</source>
        <translation>Voorbeeld - niet vastgesteld</translation>
    </message>
    <message>
        <source>The rule in words</source>
        <translation>De regel in woorden</translation>
    </message>
    <message>
        <source>practice assessment</source>
        <translation>praktijkbeoordeling</translation>
    </message>
    <message>
        <source>midterm evaluation</source>
        <translation>tussenevaluatie</translation>
    </message>
    <message>
        <source>{models} models, {criteria} criteria</source>
        <translation>{models} modellen, {criteria} criteria</translation>
    </message>
    <message>
        <source>, {critical} of them critical (★)</source>
        <translation>, waarvan {critical} kritisch (★)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Geldig</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Omvang</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Gepubliceerd</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Controlegetal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Controlegetal kopiëren</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) in this workspace</source>
        <translation>
            <numerusform>%n dossier in dit gegevensbestand</numerusform>
            <numerusform>%n dossiers in dit gegevensbestand</numerusform>
        </translation>
    </message>
    <message>
        <source>Formative: {title}</source>
        <translation>Formatief: {title}</translation>
    </message>
    <message>
        <source>{name}, critical</source>
        <translation>{name}, kritisch</translation>
    </message>
    <message>
        <source>question</source>
        <translation>vraag</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>vanaf {first}</translation>
    </message>
    <message>
        <source>{first} until {last}</source>
        <translation>{first} tot en met {last}</translation>
    </message>
</context>
<context>
    <name>InstrumentsPage</name>
    <message>
        <source>Check a file…</source>
        <translation>Bestand controleren…</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumenten</translation>
    </message>
    <message>
        <source>The forms with their criteria, levels and decision rule.</source>
        <translation>De formulieren met hun criteria, niveaus en beslisregel.</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>No instruments</source>
        <translation>Geen instrumenten</translation>
    </message>
    <message>
        <source>The folder of forms is empty. Check a file to begin.</source>
        <translation>De map met formulieren is leeg. Controleer een bestand om te beginnen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n fout</numerusform>
            <numerusform>%n fouten</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} criteria</source>
        <translation>{count} criteria</translation>
    </message>
    <message>
        <source>Check a form</source>
        <translation>Formulier controleren</translation>
    </message>
    <message>
        <source>Forms (*.toml)</source>
        <translation>Formulieren (*.toml)</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
</context>
<context>
    <name>InvitationsCard</name>
    <message>
        <source>For you to score</source>
        <translation>Om te scoren</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
    <message>
        <source>{scored} of {wanted} scored</source>
        <translation>{scored} van {wanted} gescoord</translation>
    </message>
    <message>
        <source>sent back {when}</source>
        <translation>teruggestuurd {when}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Scoren</translation>
    </message>
    <message>
        <source>Open an invitation</source>
        <translation>Uitnodiging openen</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Uitnodigingen</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Add participants</source>
        <translation>Deelnemers toevoegen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
</context>
<context>
    <name>InviteToScoreDialog</name>
    <message>
        <source>Invite to score</source>
        <translation>Uitnodigen om te scoren</translation>
    </message>
    <message>
        <source>Everybody fills in a form at home and sends it back. You read them in here, all at once.</source>
        <translation>Iedereen vult thuis een formulier in en stuurt het terug. Jij leest ze hier in één keer in.</translation>
    </message>
    <message>
        <source>Write the forms</source>
        <translation>Formulieren maken</translation>
    </message>
    <message>
        <source>Which forms?</source>
        <translation>Welke formulieren?</translation>
    </message>
    <message>
        <source>A form for each participant</source>
        <translation>Een formulier per deelnemer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) for who is not in yet, and a list of what goes to whom.</source>
        <translation>
            <numerusform>%n bestand voor wie nog niet binnen is, en een lijst van wat naar wie gaat.</numerusform>
            <numerusform>%n bestanden voor wie nog niet binnen is, en een lijst van wat naar wie gaat.</numerusform>
        </translation>
    </message>
    <message>
        <source>One form for everybody</source>
        <translation>Eén formulier voor iedereen</translation>
    </message>
    <message>
        <source>Each writes a name or the code of the invitation on it.</source>
        <translation>Ieder zet er een naam op, of de code uit de uitnodiging.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>Pdf</translation>
    </message>
    <message>
        <source>Workbook (Excel)</source>
        <translation>Werkmap (Excel)</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Allebei</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>The files of the cases are not in the forms: send them along.</source>
        <translation>De bestanden van de casus zitten niet in de formulieren: stuur ze mee.</translation>
    </message>
    <message>
        <source>The files of the cases are inside: each invitation is some {size}, and many mailboxes refuse that. Share them by a protected folder, or attach smaller files.</source>
        <translation>De bestanden van de casus zitten erin: elke uitnodiging is ongeveer {size}, en veel mailboxen weigeren dat. Deel ze via een beveiligde map, of voeg kleinere bestanden toe.</translation>
    </message>
    <message>
        <source>The files of the cases are inside: each invitation is some {size}.</source>
        <translation>De bestanden van de casus zitten erin: elke uitnodiging is ongeveer {size}.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
    <message>
        <source>The files are not encrypted. Send them yourself, with care.</source>
        <translation>De bestanden zijn niet versleuteld. Verstuur ze zelf, zorgvuldig.</translation>
    </message>
    <message>
        <source>A sealed invitation for who has the program</source>
        <translation>Een verzegelde uitnodiging voor wie het programma heeft</translation>
    </message>
    <message>
        <source>It opens with the code of the invitation; send that separately. What comes back only opens here.</source>
        <translation>Zij gaat open met de code van de uitnodiging; stuur die apart. Wat terugkomt, gaat alleen hier open.</translation>
    </message>
</context>
<context>
    <name>KeyboardMap</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>To the &amp;manual</source>
        <translation>Naar de &amp;handleiding</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Start; Alt with 2, 3 … leads to the other places of the rail</source>
        <translation>Start; met Alt en 2, 3 … ga je naar de andere plaatsen in de balk</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Venster vergrendelen</translation>
    </message>
    <message>
        <source>These keys, and the manual</source>
        <translation>Deze toetsen, en de handleiding</translation>
    </message>
    <message>
        <source>To the next or previous field</source>
        <translation>Naar het volgende of vorige veld</translation>
    </message>
    <message>
        <source>Back, or close a window in front</source>
        <translation>Terug, of een venster dat ervoor staat sluiten</translation>
    </message>
    <message>
        <source>In a window in front: do what its button says</source>
        <translation>In een venster dat ervoor staat: doen wat op de knop staat</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>From the search field into the list</source>
        <translation>Van het zoekveld naar de lijst</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>De rij openen</translation>
    </message>
    <message>
        <source>New practice assessment</source>
        <translation>Nieuwe praktijkbeoordeling</translation>
    </message>
    <message>
        <source>Choose several rows, or all</source>
        <translation>Meer rijen kiezen, of allemaal</translation>
    </message>
    <message>
        <source>Send midterm evaluations out</source>
        <translation>Tussenevaluaties uitzetten</translation>
    </message>
    <message>
        <source>Read in forms that came back</source>
        <translation>Formulieren inlezen die terugkwamen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>In a form: along the levels, choose one, take it away</source>
        <translation>In een formulier: langs de niveaus, er een kiezen, het weer wissen</translation>
    </message>
    <message>
        <source>In a form: hand in</source>
        <translation>In een formulier: inleveren</translation>
    </message>
    <message>
        <source>Add a student</source>
        <translation>Student toevoegen</translation>
    </message>
    <message>
        <source>Check a file with an instrument</source>
        <translation>Bestand met een instrument controleren</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Persoon toevoegen</translation>
    </message>
    <message>
        <source>Set the level of the criterion, or not observed</source>
        <translation>Niveau van het criterium geven, of niet waargenomen</translation>
    </message>
    <message>
        <source>The same, by number</source>
        <translation>Hetzelfde, met een cijfer</translation>
    </message>
    <message>
        <source>Take the level away</source>
        <translation>Niveau weghalen</translation>
    </message>
    <message>
        <source>To the previous or next criterion</source>
        <translation>Naar het vorige of volgende criterium</translation>
    </message>
    <message>
        <source>Write the note; Esc goes back</source>
        <translation>Toelichting schrijven; Esc gaat terug</translation>
    </message>
    <message>
        <source>Take over a quote into the note</source>
        <translation>Citaat overnemen in de toelichting</translation>
    </message>
    <message>
        <source>To the first criterion that is still open</source>
        <translation>Naar het eerste criterium dat nog open is</translation>
    </message>
    <message>
        <source>To the next or previous model</source>
        <translation>Naar het volgende of vorige model</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>Ongedaan maken en opnieuw doen</translation>
    </message>
    <message>
        <source>Notes beside the sheet</source>
        <translation>Aantekeningen naast het formulier</translation>
    </message>
    <message>
        <source>Notes on the whole page</source>
        <translation>Aantekeningen op de hele pagina</translation>
    </message>
    <message>
        <source>To the check page</source>
        <translation>Naar de controle</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Terug naar het formulier</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>Definitief maken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als pdf</translation>
    </message>
    <message>
        <source>Import a list of students</source>
        <translation>Een lijst met studenten importeren</translation>
    </message>
    <message>
        <source>See forms that came back</source>
        <translation>Teruggekomen formulieren bekijken</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Change the passphrase…</source>
        <translation>Wachtzin wijzigen…</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>Nieuwe herstelcode…</translation>
    </message>
    <message>
        <source>Keep the key here</source>
        <translation>Sleutel hier bewaren</translation>
    </message>
    <message>
        <source>Forget the key here</source>
        <translation>Sleutel hier vergeten</translation>
    </message>
    <message>
        <source>Passphrase and recovery code</source>
        <translation>Wachtzin en herstelcode</translation>
    </message>
    <message>
        <source>The passphrase was changed. Backups made before keep the former one.</source>
        <translation>De wachtzin is gewijzigd. Oudere reservekopieën houden de vorige.</translation>
    </message>
    <message>
        <source>The former recovery code no longer opens this workspace.</source>
        <translation>De vorige herstelcode opent dit gegevensbestand niet meer.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can hold the key: the passphrase is asked at every start.</source>
        <translation>Deze computer heeft geen sleutelbos die de sleutel kan bewaren: de wachtzin wordt bij elke start gevraagd.</translation>
    </message>
    <message>
        <source>The keyring of this computer holds the key: the passphrase is not asked here.</source>
        <translation>De sleutelbos van deze computer bewaart de sleutel: de wachtzin wordt hier niet gevraagd.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not hold the key: the passphrase is asked at every start.</source>
        <translation>De sleutelbos van deze computer bewaart de sleutel niet: de wachtzin wordt bij elke start gevraagd.</translation>
    </message>
</context>
<context>
    <name>KnownErrorDialog</name>
    <message>
        <source>This did not work</source>
        <translation>Dit lukte niet</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Oké</translation>
    </message>
</context>
<context>
    <name>LevelButtons</name>
    <message>
        <source>{word}: key {key}</source>
        <translation>{word}: toets {key}</translation>
    </message>
</context>
<context>
    <name>LookingDialog</name>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Opgeslagen als {name}.</translation>
    </message>
    <message>
        <source>Choose a folder for the manual</source>
        <translation>Kies een map voor de handleiding</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>Note (T)</source>
        <translation>Toelichting (T)</translation>
    </message>
    <message>
        <source>Note at {criterion}</source>
        <translation>Toelichting bij {criterion}</translation>
    </message>
</context>
<context>
    <name>MidtermBeside</name>
    <message>
        <source>Show</source>
        <translation>Laat zien</translation>
    </message>
    <message>
        <source>Off while you score: look once you have made up your own mind, so that it does not steer you.</source>
        <translation>Staat uit terwijl je scoort. Kijk pas als je zelf hebt gekozen, dan stuurt het je niet.</translation>
    </message>
    <message>
        <source>Midterm evaluation</source>
        <translation>Tussenevaluatie</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verberg</translation>
    </message>
    <message>
        <source>Your level: {course}.</source>
        <translation>Jouw niveau: {course}.</translation>
    </message>
    <message>
        <source>student</source>
        <translation>student</translation>
    </message>
    <message>
        <source>left open</source>
        <translation>niets gekozen</translation>
    </message>
    <message>
        <source>{who}: {level}</source>
        <translation>{who}: {level}</translation>
    </message>
    <message>
        <source>‘{example}’</source>
        <translation>‘{example}’</translation>
    </message>
</context>
<context>
    <name>MidtermHistory</name>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
</context>
<context>
    <name>MidtermList</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Name, number, organisation or cohort</source>
        <translation>Naam, nummer, organisatie of cohort</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Elke stand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Every programme</source>
        <translation>Elke opleiding</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Every cohort</source>
        <translation>Elk cohort</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohort</translation>
    </message>
    <message>
        <source>&amp;Late only</source>
        <translation>Alleen te &amp;laat</translation>
    </message>
    <message>
        <source>&amp;Mine only</source>
        <translation>Alleen van &amp;mij</translation>
    </message>
    <message>
        <source>Midterm evaluations</source>
        <translation>Tussenevaluaties</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No midterm evaluation answers to this search and these filters.</source>
        <translation>Geen tussenevaluatie past bij deze zoekvraag en deze filters.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>No midterm evaluations yet</source>
        <translation>Nog geen tussenevaluaties</translation>
    </message>
    <message>
        <source>Send them out: mentor and student each get a form of their own. What comes back you drop on this page; nobody sees it until both are in.</source>
        <translation>Zet ze uit: mentor en student krijgen elk een eigen formulier. Wat terugkomt, sleep je op deze pagina; niemand ziet het voordat beide binnen zijn.</translation>
    </message>
    <message>
        <source>Send out…</source>
        <translation>Uitzetten…</translation>
    </message>
    <message>
        <source>Save as &amp;workbook…</source>
        <translation>Opslaan als &amp;werkmap…</translation>
    </message>
    <message>
        <source>midterms</source>
        <translation>tussenevaluaties</translation>
    </message>
    <message>
        <source>&amp;Reminders…</source>
        <translation>&amp;Herinneringen…</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>herinneringen</translation>
    </message>
    <message numerus="yes">
        <source>%n midterm evaluation(s)</source>
        <translation>
            <numerusform>%n tussenevaluatie</numerusform>
            <numerusform>%n tussenevaluaties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MidtermPane</name>
    <message>
        <source>Mirror and talk</source>
        <translation>Spiegel en gesprek</translation>
    </message>
    <message>
        <source>asked back by {day}</source>
        <translation>uiterlijk terug op {day}</translation>
    </message>
    <message>
        <source>Midterm evaluation</source>
        <translation>Tussenevaluatie</translation>
    </message>
</context>
<context>
    <name>MidtermTable</name>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Student in</source>
        <translation>Student binnen</translation>
    </message>
    <message>
        <source>Mentor in</source>
        <translation>Mentor binnen</translation>
    </message>
    <message>
        <source>Asked back by</source>
        <translation>Uiterlijk terug</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>{day}, late</source>
        <translation>{day}, te laat</translation>
    </message>
</context>
<context>
    <name>MidtermsPage</name>
    <message>
        <source>Send out…</source>
        <translation>Uitzetten…</translation>
    </message>
    <message>
        <source>Read in forms…</source>
        <translation>Formulieren inlezen…</translation>
    </message>
    <message>
        <source>All midterms</source>
        <translation>Alle tussenevaluaties</translation>
    </message>
    <message>
        <source>To the student</source>
        <translation>Naar de student</translation>
    </message>
    <message>
        <source>Midterm evaluations</source>
        <translation>Tussenevaluaties</translation>
    </message>
    <message>
        <source>Mentor and student each fill in a form alone. Nobody sees either until both are in.</source>
        <translation>Mentor en student vullen elk alleen een formulier in. Niemand ziet iets voordat beide binnen zijn.</translation>
    </message>
</context>
<context>
    <name>MirrorView</name>
    <message>
        <source>One form: that of {name} is missing. Closed with the reason: {reason}</source>
        <translation>Eén formulier: dat van {name} ontbreekt. Gesloten met de reden: {reason}</translation>
    </message>
    <message>
        <source>Both forms hold the same, word for word. Ask each other whether each filled in their own.</source>
        <translation>Beide formulieren zijn woord voor woord gelijk. Vraag elkaar of ieder een eigen formulier heeft ingevuld.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Agenda for the talk</source>
        <translation>Agenda voor het gesprek</translation>
    </message>
    <message>
        <source>both: {level}</source>
        <translation>allebei: {level}</translation>
    </message>
    <message>
        <source>↑ higher than the previous period</source>
        <translation>↑ hoger dan vorige periode</translation>
    </message>
    <message>
        <source>↓ lower than the previous period</source>
        <translation>↓ lager dan vorige periode</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>From {name}, for the talk</source>
        <translation>Van {name}, voor het gesprek</translation>
    </message>
    <message>
        <source>The student decides what stands here. It has no level.</source>
        <translation>De student bepaalt wat hier staat. Er hoort geen niveau bij.</translation>
    </message>
    <message>
        <source>Not understood in the form of {name}</source>
        <translation>Niet begrepen in het formulier van {name}</translation>
    </message>
    <message>
        <source>The practice assessment of {day} beside it</source>
        <translation>De praktijkbeoordeling van {day} ernaast</translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Taken over from attempt {number}.</source>
        <translation>Overgenomen uit poging {number}.</translation>
    </message>
    <message>
        <source>Motivation of {model}</source>
        <translation>Motivering van {model}</translation>
    </message>
    <message>
        <source>One sentence or more: why does the student get this verdict?</source>
        <translation>Een zin of meer: waarom krijgt de student dit oordeel?</translation>
    </message>
    <message>
        <source>Formative: from the student, never a level, does not count.</source>
        <translation>Formatief: van de student zelf, nooit een niveau, telt niet mee.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reactie</translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message>
        <source>Make the folder…</source>
        <translation>Map maken…</translation>
    </message>
    <message>
        <source>Move to another laptop</source>
        <translation>Verhuizen naar een andere laptop</translation>
    </message>
    <message>
        <source>Makes a folder with everything in it, encrypted, and a letter that says how to open it there.</source>
        <translation>Maakt een map met alles erin, versleuteld, en een brief waarin staat hoe je het daar opent.</translation>
    </message>
    <message>
        <source>Choose where the folder comes, such as a stick</source>
        <translation>Kies waar de map komt, bijvoorbeeld op een stick</translation>
    </message>
    <message>
        <source>The folder {name} is ready. On the other laptop choose Open existing and point to it; you need your passphrase or recovery code. From then on work there only.</source>
        <translation>De map {name} staat klaar. Kies op de andere laptop Bestaand openen en wijs deze map aan; je hebt je wachtzin of herstelcode nodig. Werk daarna alleen daar verder.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation>Nieuwe herstelcode</translation>
    </message>
    <message>
        <source>The former code no longer opens this workspace afterwards.</source>
        <translation>De vorige code opent dit gegevensbestand daarna niet meer.</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Nieuwe code maken</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Show what I type</source>
        <translation>Laat zien wat ik typ</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nog een keer</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase is too short: use at least %n characters.</source>
        <translation>
            <numerusform>De wachtzin is te kort: gebruik ten minste %n teken.</numerusform>
            <numerusform>De wachtzin is te kort: gebruik ten minste %n tekens.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the second one again.</source>
        <translation>De twee wachtzinnen verschillen. Typ de tweede opnieuw.</translation>
    </message>
    <message>
        <source>Length counts: a sentence of four or more words is strong and easy to remember.</source>
        <translation>Lengte telt: een zin van vier of meer woorden is sterk en goed te onthouden.</translation>
    </message>
    <message numerus="yes">
        <source>Too short: use at least %n characters.</source>
        <translation>
            <numerusform>Te kort: gebruik ten minste %n teken.</numerusform>
            <numerusform>Te kort: gebruik ten minste %n tekens.</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed, but easy to guess. A sentence of four or more words is safer.</source>
        <translation>Mag, maar is makkelijk te raden. Een zin van vier of meer woorden is veiliger.</translation>
    </message>
    <message>
        <source>Long enough. Take words that only you would put together.</source>
        <translation>Lang genoeg. Neem woorden die alleen jij zo achter elkaar zet.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Aantekeningen</translation>
    </message>
    <message>
        <source>Enter starts a line with the time. Type #4.3, or drag the line, to put it at criterion 4.3.</source>
        <translation>Enter begint een regel met de tijd. Typ #4.3 of sleep de regel om hem bij criterium 4.3 te zetten.</translation>
    </message>
    <message>
        <source>These notes were erased on {day}, as promised.</source>
        <translation>Deze aantekeningen zijn gewist op {day}, zoals beloofd.</translation>
    </message>
    <message>
        <source>These notes are erased after the last day of appeal and are not put on paper.</source>
        <translation>Deze aantekeningen worden gewist na de laatste beroepsdag en komen niet op papier.</translation>
    </message>
    <message>
        <source>They stay until {day}.</source>
        <translation>Ze blijven staan tot en met {day}.</translation>
    </message>
    <message>
        <source>Beside the sheet</source>
        <translation>Naast het formulier</translation>
    </message>
    <message>
        <source>Full page</source>
        <translation>Hele pagina</translation>
    </message>
    <message>
        <source>{words} (Ctrl+Shift+J)</source>
        <translation>{words} (Ctrl+Shift+J)</translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
</context>
<context>
    <name>OnlineQuestionsDialog</name>
    <message>
        <source>Questions for an online form</source>
        <translation>Vragen voor een onlineformulier</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Alles kopiëren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Paste these into Microsoft Forms or another form. Read its Excel export here.</source>
        <translation>Plak deze in Microsoft Forms of een ander formulier. De Excel-export lees je hier in.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>OpenInvitationDialog</name>
    <message>
        <source>Open the invitation</source>
        <translation>Uitnodiging openen</translation>
    </message>
    <message>
        <source>You got its code separately, from the lead of the session.</source>
        <translation>De code kreeg je apart, van de sessieleider.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Code of the invitation</source>
        <translation>Code van de uitnodiging</translation>
    </message>
    <message>
        <source>For example: K7PWA-3QHDX</source>
        <translation>Bijvoorbeeld: K7PWA-3QHDX</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Choose the folder of a workspace</source>
        <translation>Kies de map van een gegevensbestand</translation>
    </message>
</context>
<context>
    <name>OrganisationField</name>
    <message>
        <source>Type a part of the name</source>
        <translation>Typ een deel van de naam</translation>
    </message>
    <message>
        <source>New organisation. What kind is it?</source>
        <translation>Nieuwe organisatie. Wat voor soort is het?</translation>
    </message>
    <message>
        <source>Kind of organisation</source>
        <translation>Soort organisatie</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Previous page</source>
        <translation>Vorige pagina</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende pagina</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Pagina {page} van {pages}</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Busy</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Language of the PDF</source>
        <translation>Taal van de pdf</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Op papier</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bezig met opslaan…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>Pdf (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {name}. This file is not encrypted.</source>
        <translation>Opgeslagen als {name}. Dit bestand is niet versleuteld.</translation>
    </message>
</context>
<context>
    <name>PaperEntryDialog</name>
    <message>
        <source>Type in from paper</source>
        <translation>Van papier invoeren</translation>
    </message>
    <message>
        <source>One person at a time. What you seal leaves the screen. That you typed it in is recorded.</source>
        <translation>Eén persoon tegelijk. Wat je verzegelt, verdwijnt van het scherm. Vastgelegd wordt dat jij het hebt ingevoerd.</translation>
    </message>
    <message>
        <source>Seal this form</source>
        <translation>Dit formulier verzegelen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Whose form is it?</source>
        <translation>Van wie is dit formulier?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>Sealed: {name}</source>
        <translation>Verzegeld: {name}</translation>
    </message>
    <message>
        <source>This form is not sealed yet. Close again to drop it.</source>
        <translation>Dit formulier is nog niet verzegeld. Sluit nog een keer om het weg te laten.</translation>
    </message>
    <message>
        <source>Case {code}</source>
        <translation>Casus {code}</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message numerus="yes">
        <source>%n file(s) saved.</source>
        <translation>
            <numerusform>%n bestand opgeslagen.</numerusform>
            <numerusform>%n bestanden opgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} participants</source>
        <translation>{done} van {total} deelnemers</translation>
    </message>
    <message>
        <source>Stopped: not everybody's own report is there.</source>
        <translation>Gestopt: niet iedereen heeft een eigen verslag.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Wachtzin wijzigen</translation>
    </message>
    <message>
        <source>Everyone who opens this workspace needs the new one from now on.</source>
        <translation>Iedereen die dit gegevensbestand opent, heeft vanaf nu de nieuwe nodig.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Huidige wachtzin</translation>
    </message>
    <message>
        <source>or the recovery code</source>
        <translation>of de herstelcode</translation>
    </message>
</context>
<context>
    <name>PeopleChooser</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n deelnemer</numerusform>
            <numerusform>%n deelnemers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n ruimte</numerusform>
            <numerusform>%n ruimtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>Zoeken in het register</translation>
    </message>
    <message>
        <source>Name or organisation</source>
        <translation>Naam of organisatie</translation>
    </message>
    <message>
        <source>Assessors of the register</source>
        <translation>Beoordelaars uit het register</translation>
    </message>
    <message>
        <source>Choose everybody</source>
        <translation>Iedereen kiezen</translation>
    </message>
    <message>
        <source>Somebody who is not in the register</source>
        <translation>Iemand die niet in het register staat</translation>
    </message>
    <message>
        <source>Type a name and press Enter</source>
        <translation>Typ een naam en druk op Enter</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wie doet mee</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>Uit een lijst…</translation>
    </message>
    <message>
        <source>A workbook or CSV file with a name a row</source>
        <translation>Een werkmap of csv-bestand met een naam per rij</translation>
    </message>
    <message>
        <source>A list of participants</source>
        <translation>Een lijst met deelnemers</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Persoon toevoegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>{programme}: {start} up to and including {end}, decision {number}</source>
        <translation>{programme}: {start} t/m {end}, besluit {number}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <source>With a PIN nobody works in this name by mistake.</source>
        <translation>Met een pincode werkt niemand per ongeluk op deze naam.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Nieuwe pincode</translation>
    </message>
    <message>
        <source>PIN (not required)</source>
        <translation>Pincode (niet verplicht)</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Pincode weghalen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Needed only to replace or remove the PIN of a colleague.</source>
        <translation>Alleen nodig om de pincode van een collega te vervangen of weg te halen.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>completed on</source>
        <translation>afgerond op</translation>
    </message>
    <message>
        <source>obtained on</source>
        <translation>behaald op</translation>
    </message>
    <message>
        <source>Add an appointment by the examination board</source>
        <translation>Aanstelling door de examencommissie toevoegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Teacher educator training</source>
        <translation>Opleiding voor opleiders</translation>
    </message>
    <message>
        <source>BKE</source>
        <translation>BKE</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Aanstellingen</translation>
    </message>
    <message>
        <source>The two PINs differ. Type them again.</source>
        <translation>De twee pincodes verschillen. Typ ze opnieuw.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>This picture is damaged or too large to show. Save it to look at it.</source>
        <translation>Deze afbeelding is beschadigd of te groot om te tonen. Sla het bestand op om het te bekijken.</translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>at least 4 digits</source>
        <translation>minstens 4 cijfers</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>nog een keer</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <translation>Pincode nog een keer</translation>
    </message>
</context>
<context>
    <name>PinPane</name>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>I am somebody else</source>
        <translation>Ik ben iemand anders</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Pincode</translation>
    </message>
    <message>
        <source>Forgotten? Whoever knows the passphrase can remove your PIN under Administration.</source>
        <translation>Vergeten? Wie de wachtzin kent, kan je pincode weghalen bij Beheer.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Je kunt het nu opnieuw proberen.</translation>
    </message>
    <message numerus="yes">
        <source>This PIN was wrong several times. Try again in %n seconds.</source>
        <translation>
            <numerusform>Deze pincode was een paar keer fout. Probeer het over %n seconde opnieuw.</numerusform>
            <numerusform>Deze pincode was een paar keer fout. Probeer het over %n seconden opnieuw.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>Read what came back</source>
        <translation>Inlezen wat terugkwam</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>{done} van {total} gelezen</translation>
    </message>
    <message>
        <source>Writing {done} of {total}</source>
        <translation>{done} van {total} gemaakt</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. They are not encrypted: send them with care.</source>
        <translation>
            <numerusform>%n bestand gemaakt in {folder}. Het is niet versleuteld: verstuur het zorgvuldig.</numerusform>
            <numerusform>%n bestanden gemaakt in {folder}. Ze zijn niet versleuteld: verstuur ze zorgvuldig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. The invitations are sealed; the list with names and codes is not.</source>
        <translation>
            <numerusform>%n bestand gemaakt in {folder}. De uitnodigingen zijn verzegeld; de lijst met namen en codes niet.</numerusform>
            <numerusform>%n bestanden gemaakt in {folder}. De uitnodigingen zijn verzegeld; de lijst met namen en codes niet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>Forms, tables, exports, zips and mails</source>
        <translation>Formulieren, tabellen, exports, zips en mails</translation>
    </message>
</context>
<context>
    <name>PreparationStep</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n deelnemer</numerusform>
            <numerusform>%n deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>Scores that come in are sealed at once. Until the reveal nobody sees them, you neither.</source>
        <translation>Scores die binnenkomen, worden meteen verzegeld. Tot de onthulling ziet niemand ze, jij ook niet.</translation>
    </message>
    <message>
        <source>Open the first round</source>
        <translation>Eerste ronde openen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Ruimtes</translation>
    </message>
    <message>
        <source>Take participants out…</source>
        <translation>Deelnemers verwijderen…</translation>
    </message>
    <message>
        <source>Add participants…</source>
        <translation>Deelnemers toevoegen…</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nog niemand</translation>
    </message>
    <message>
        <source>Draaiboek</source>
        <translation>Draaiboek</translation>
    </message>
    <message>
        <source>Ground rules</source>
        <translation>Spelregels</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>Add a case…</source>
        <translation>Casus toevoegen…</translation>
    </message>
    <message>
        <source>Of an earlier year…</source>
        <translation>Van een eerder jaar…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
</context>
<context>
    <name>PrepareCalibrationDialog</name>
    <message>
        <source>Prepare a calibration session</source>
        <translation>Kalibreersessie voorbereiden</translation>
    </message>
    <message>
        <source>Make the session</source>
        <translation>Sessie aanmaken</translation>
    </message>
    <message>
        <source>The case names nobody: I have checked this</source>
        <translation>De casus is anoniem: ik heb dit nagekeken</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Name of the session</source>
        <translation>Naam van de sessie</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Mag leeg blijven</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>A letter or number, never a student's name</source>
        <translation>Een letter of nummer, nooit de naam van een student</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>Soort casus</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>For example: fractions, group 5</source>
        <translation>Bijvoorbeeld: breuken, groep 5</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>How and when the student consented</source>
        <translation>Hoe en wanneer de student toestemming gaf</translation>
    </message>
    <message>
        <source>Draaiboek</source>
        <translation>Draaiboek</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Wat wordt gescoord</translation>
    </message>
    <message>
        <source>a new day</source>
        <translation>een nieuwe dag</translation>
    </message>
    <message>
        <source>Calibration day</source>
        <translation>Kalibreerdag</translation>
    </message>
</context>
<context>
    <name>PrivateWordsCard</name>
    <message>
        <source>Words that the check asks about</source>
        <translation>Woorden waar de controle naar vraagt</translation>
    </message>
    <message>
        <source>Back to the list as delivered</source>
        <translation>Terug naar de meegeleverde lijst</translation>
    </message>
    <message>
        <source>Words on health, religion and private matters, one on each line; * stands for any ending. The check page warns of them and never blocks.</source>
        <translation>Woorden over gezondheid, geloof en privézaken, één per regel; * staat voor elk einde van een woord. De controle waarschuwt ervoor en houdt niets tegen.</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Add a proposal</source>
        <translation>Voorstel toevoegen</translation>
    </message>
    <message>
        <source>What should change in the form?</source>
        <translation>Wat moet er anders in het formulier?</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Who takes it up</source>
        <translation>Wie pakt het op</translation>
    </message>
    <message>
        <source>For example: test committee</source>
        <translation>Bijvoorbeeld: toetscommissie</translation>
    </message>
</context>
<context>
    <name>PutBackDialog</name>
    <message>
        <source>Put this backup back?</source>
        <translation>Deze reservekopie terugzetten?</translation>
    </message>
    <message>
        <source>Everything becomes as it was then. What is there now is first kept as a backup, so you can go back.</source>
        <translation>Alles wordt zoals het toen was. Wat er nu staat, wordt eerst als reservekopie bewaard; je kunt dus terug.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s) of now are not in this backup.</source>
        <translation>
            <numerusform>%n beoordeling van nu staat niet in deze reservekopie.</numerusform>
            <numerusform>%n beoordelingen van nu staan niet in deze reservekopie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is being checked…</source>
        <translation>De reservekopie wordt nagekeken…</translation>
    </message>
</context>
<context>
    <name>PutBackPane</name>
    <message>
        <source>Put a backup back</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>There is no workspace in this folder, but there are backups of one.</source>
        <translation>In deze map staat geen gegevensbestand, maar wel reservekopieën ervan.</translation>
    </message>
    <message>
        <source>Backup of</source>
        <translation>Reservekopie van</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>or the recovery code</source>
        <translation>of de herstelcode</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>Komt in</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>&amp;Kijken wat erin staat</translation>
    </message>
    <message>
        <source>Put back and open</source>
        <translation>Terugzetten en openen</translation>
    </message>
    <message>
        <source>The backup is being checked…</source>
        <translation>De reservekopie wordt nagekeken…</translation>
    </message>
    <message>
        <source>No folder has been chosen. Choose where the workspace comes.</source>
        <translation>Er is nog geen map gekozen. Kies waar het gegevensbestand komt.</translation>
    </message>
    <message>
        <source>The backup is being put back…</source>
        <translation>De reservekopie wordt teruggezet…</translation>
    </message>
    <message>
        <source>Choose where the workspace comes</source>
        <translation>Kies waar het gegevensbestand komt</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>From your notes</source>
        <translation>Uit je aantekeningen</translation>
    </message>
    <message>
        <source>✓ taken over</source>
        <translation>✓ overgenomen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Add these words to the explanation (A)</source>
        <translation>Zet deze woorden bij de toelichting (A)</translation>
    </message>
    <message>
        <source>Take over: {words}</source>
        <translation>Overnemen: {words}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>At the keyboard: {name}</source>
        <translation>Achter het toetsenbord: {name}</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Hulp (F1)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>Midterms</source>
        <translation>Tussenevaluaties</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumenten</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibreren</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Beheer</translation>
    </message>
</context>
<context>
    <name>ReceivingMidtermsDialog</name>
    <message>
        <source>Read in forms</source>
        <translation>Formulieren inlezen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Bezig met lezen…</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>{done} van {total} gelezen</translation>
    </message>
    <message>
        <source>Stopped. What was read until then is taken in; read in the rest again.</source>
        <translation>Gestopt. Wat tot dan toe is gelezen, is ingelezen; lees de rest opnieuw in.</translation>
    </message>
    <message>
        <source>There is no file to read in.</source>
        <translation>Er is geen bestand om in te lezen.</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) read in. What they say stays hidden until both are in.</source>
        <translation>
            <numerusform>%n formulier ingelezen. Wat erin staat, blijft verborgen tot beide binnen zijn.</numerusform>
            <numerusform>%n formulieren ingelezen. Wat erin staat, blijft verborgen tot beide binnen zijn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk sheet(s) read in.</source>
        <translation>
            <numerusform>%n gespreksblad ingelezen.</numerusform>
            <numerusform>%n gespreksbladen ingelezen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n midterm evaluation(s) both forms are in now.</source>
        <translation>
            <numerusform>Van %n tussenevaluatie zijn nu beide formulieren binnen.</numerusform>
            <numerusform>Van %n tussenevaluaties zijn nu beide formulieren binnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken in. Choose one to see why.</source>
        <translation>
            <numerusform>%n bestand is niet ingelezen. Kies het om te zien waarom.</numerusform>
            <numerusform>%n bestanden zijn niet ingelezen. Kies er een om te zien waarom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeView</name>
    <message>
        <source>Recovery code</source>
        <translation>Herstelcode</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>Op&amp;slaan als tekst…</translation>
    </message>
    <message>
        <source>Best kept on paper, in another place than this computer.</source>
        <translation>Bewaar de code het liefst op papier, niet bij deze computer.</translation>
    </message>
    <message>
        <source>Type back the last group</source>
        <translation>Typ het laatste groepje over</translation>
    </message>
    <message>
        <source>five characters</source>
        <translation>vijf tekens</translation>
    </message>
    <message>
        <source>This file could not be written. Choose another place.</source>
        <translation>Dit bestand kan hier niet worden opgeslagen. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>This file is not encrypted. Print it and delete it, or move it to a safe place.</source>
        <translation>Dit bestand is niet versleuteld. Druk het af en verwijder het, of bewaar het op een veilige plaats.</translation>
    </message>
    <message>
        <source>Recovery code of an Assessor workspace</source>
        <translation>Herstelcode van een gegevensbestand van Assessor</translation>
    </message>
    <message>
        <source>Whoever has this code and the workspace can read everything in it. Keep it as you keep a key.</source>
        <translation>Wie deze code en het gegevensbestand heeft, kan alles lezen. Bewaar de code zoals je een sleutel bewaart.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a password safe, not into a mail.</source>
        <translation>Gekopieerd. Plak de code in een wachtwoordkluis, niet in een mail.</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Herstelcode opslaan</translation>
    </message>
    <message>
        <source>recovery code.txt</source>
        <translation>herstelcode.txt</translation>
    </message>
</context>
<context>
    <name>RecoveryPane</name>
    <message>
        <source>Keep your recovery code</source>
        <translation>Bewaar je herstelcode</translation>
    </message>
    <message>
        <source>With this code you get back in when the passphrase is forgotten. It is shown only now.</source>
        <translation>Met deze code kom je er weer in als je de wachtzin vergeet. Je ziet hem alleen nu.</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Aan de slag</translation>
    </message>
    <message>
        <source>The keyring of this computer holds the key, so you need not type the passphrase here.</source>
        <translation>De sleutelbos van deze computer bewaart de sleutel, dus hier hoef je de wachtzin niet te typen.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can hold the key, so the passphrase is asked at every start. Nothing is kept unencrypted.</source>
        <translation>Deze computer heeft geen sleutelbos die de sleutel kan bewaren. Daarom wordt de wachtzin bij elke start gevraagd. Er wordt niets onversleuteld bewaard.</translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>Where is the video?</source>
        <translation>Waar staat de video?</translation>
    </message>
    <message>
        <source>Only this text is kept; the program does not fetch or play the video.</source>
        <translation>Alleen deze tekst wordt bewaard; het programma haalt de video niet op en speelt hem niet af.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Web address or file</source>
        <translation>Webadres of bestand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>For example: maths lesson, group 5</source>
        <translation>Bijvoorbeeld: rekenles groep 5</translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search a name</source>
        <translation>Zoek op naam</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Persoon toevoegen</translation>
    </message>
    <message numerus="yes">
        <source>The right to assess of %n people lapses within eight weeks.</source>
        <translation>
            <numerusform>Van %n persoon verloopt binnen acht weken het recht om te beoordelen.</numerusform>
            <numerusform>Van %n personen verloopt binnen acht weken het recht om te beoordelen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Pincode</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>People and appointments</source>
        <translation>Mensen en aanstellingen</translation>
    </message>
    <message>
        <source>no right today</source>
        <translation>nu geen recht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>does not assess</source>
        <translation>beoordeelt niet</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>t/m {day}</translation>
    </message>
    <message>
        <source>lapses {day}</source>
        <translation>verloopt {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>What assessors wrote, without names</source>
        <translation>Wat beoordelaars opschreven, zonder namen</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>niet gescoord</translation>
    </message>
    <message>
        <source>Agreed on {day}: {text} [{status}]</source>
        <translation>Afgesproken op {day}: {text} [{status}]</translation>
    </message>
</context>
<context>
    <name>RemoveAttachmentDialog</name>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} verwijderen?</translation>
    </message>
    <message>
        <source>It is taken out of this dossier. Earlier backups still hold it.</source>
        <translation>De bijlage gaat uit dit dossier. In eerdere reservekopieën staat ze nog wel.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>RenewPane</name>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Kies een nieuwe wachtzin</translation>
    </message>
    <message>
        <source>The recovery code opened the workspace and stays valid. Backups made before keep the former one.</source>
        <translation>De herstelcode heeft het gegevensbestand geopend en blijft geldig. Oudere reservekopieën houden de vorige wachtzin.</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>Wachtzin instellen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>The passphrase is being set…</source>
        <translation>De wachtzin wordt ingesteld…</translation>
    </message>
</context>
<context>
    <name>ReportingStep</name>
    <message>
        <source>The group report and the attendance list are not encrypted. File names hold no names.</source>
        <translation>Het groepsverslag en de presentielijst zijn niet versleuteld. In bestandsnamen staan geen namen van mensen.</translation>
    </message>
    <message>
        <source>The report can be made after the reveal.</source>
        <translation>Het verslag kan worden gemaakt na de onthulling.</translation>
    </message>
    <message>
        <source>After this nothing of the session can be changed, except what becomes of agreements.</source>
        <translation>Hierna kan niets van de sessie nog veranderen, behalve wat er van afspraken wordt.</translation>
    </message>
    <message>
        <source>Save the reports…</source>
        <translation>Verslagen opslaan…</translation>
    </message>
    <message>
        <source>Group report as PDF and workbook: no names.</source>
        <translation>Groepsverslag als pdf en werkmap: zonder namen.</translation>
    </message>
    <message>
        <source>Attendance list: names, no scores.</source>
        <translation>Presentielijst: namen, geen scores.</translation>
    </message>
    <message>
        <source>For each participant a private report, which opens with that person's own code.</source>
        <translation>Voor elke deelnemer een persoonlijk verslag, dat opengaat met de eigen code.</translation>
    </message>
    <message>
        <source>Everybody was present</source>
        <translation>Iedereen was er</translation>
    </message>
    <message>
        <source>Choose a folder for the reports</source>
        <translation>Kies een map voor de verslagen</translation>
    </message>
    <message>
        <source>Finish the session…</source>
        <translation>Sessie afronden…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Verslagen</translation>
    </message>
    <message>
        <source>The reports are being made…</source>
        <translation>De verslagen worden gemaakt…</translation>
    </message>
    <message>
        <source>Attendance list</source>
        <translation>Presentielijst</translation>
    </message>
    <message>
        <source>Done?</source>
        <translation>Klaar?</translation>
    </message>
    <message>
        <source>{name} was present</source>
        <translation>{name} was aanwezig</translation>
    </message>
    <message>
        <source>For a candidate for the BKE also a report to write on, as PDF and for Word, and a proof of participation.</source>
        <translation>Voor een BKE-kandidaat ook een kalibratieverslag om in te schrijven, als pdf en voor Word, en een bewijs van deelname.</translation>
    </message>
    <message>
        <source>Personal scores are erased after {day}; attendance and the figures of the group stay.</source>
        <translation>Persoonlijke scores worden na {day} gewist; aanwezigheid en groepscijfers blijven.</translation>
    </message>
</context>
<context>
    <name>ResitDialog</name>
    <message>
        <source>Start a resit</source>
        <translation>Herkansing starten</translation>
    </message>
    <message>
        <source>The resit is a new dossier that refers to this one. This result stays as it is.</source>
        <translation>De herkansing is een nieuw dossier dat naar dit dossier verwijst. Deze uitslag blijft zoals hij is.</translation>
    </message>
    <message>
        <source>Start the resit</source>
        <translation>Herkansing starten</translation>
    </message>
    <message>
        <source>What is scored anew?</source>
        <translation>Wat beoordeel je opnieuw?</translation>
    </message>
    <message>
        <source>Everything is scored anew; nothing is taken over.</source>
        <translation>Je beoordeelt alles opnieuw en neemt niets over.</translation>
    </message>
    <message>
        <source>{anew}: scored anew with a new activity. {kept}: taken over.</source>
        <translation>{anew} beoordeel je opnieuw, met een nieuwe activiteit. {kept} neem je over.</translation>
    </message>
    <message>
        <source>This cannot become sufficient: {lost} would be taken over as insufficient.</source>
        <translation>Dit kan geen voldoende worden: {lost} zou je als onvoldoende overnemen.</translation>
    </message>
    <message>
        <source>{anew}: scored anew. The other models are taken over.</source>
        <translation>{anew} beoordeel je opnieuw. De andere modellen neem je over.</translation>
    </message>
    <message>
        <source>No single model is insufficient, so this scope would leave nothing to score.</source>
        <translation>Geen enkel model is onvoldoende. Er zou dus niets te beoordelen zijn.</translation>
    </message>
    <message>
        <source>The new {activity}</source>
        <translation>De nieuwe {activity}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Result</source>
        <translation>Uitslag</translation>
    </message>
    <message>
        <source>{student} · dossier {number}</source>
        <translation>{student} · dossier {number}</translation>
    </message>
    <message>
        <source>{student} · dossier {number} · attempt {attempt}</source>
        <translation>{student} · dossier {number} · poging {attempt}</translation>
    </message>
    <message>
        <source>Example - not established: this is a practice dossier</source>
        <translation>Voorbeeld - niet vastgesteld: dit is een oefendossier</translation>
    </message>
    <message>
        <source>Made final by {name} on {day} at {time}.</source>
        <translation>Definitief gemaakt door {name} op {day} om {time} uur.</translation>
    </message>
    <message>
        <source>Provisional. This result has not been announced yet.</source>
        <translation>Voorlopig. Dit resultaat is nog niet bekendgemaakt.</translation>
    </message>
    <message>
        <source>The rule gave {rule}. The assessor came to {chosen}, because:</source>
        <translation>De regel gaf {rule}. De beoordelaar kwam tot {chosen}, omdat:</translation>
    </message>
    <message>
        <source>What may I say now</source>
        <translation>Wat mag ik nu zeggen</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Zeggen</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Doen</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Niet doen</translation>
    </message>
    <message>
        <source>This dossier was closed without a verdict. The sheet is fixed.</source>
        <translation>Dit dossier is zonder oordeel afgesloten. Het formulier staat vast.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Whether this counts as an attempt is decided by the examination board.</source>
        <translation>Of dit als poging telt, beslist de examencommissie.</translation>
    </message>
    <message>
        <source>The examination board decided that this counts as an attempt.</source>
        <translation>De examencommissie heeft beslist dat dit als poging telt.</translation>
    </message>
    <message>
        <source>The examination board decided that this does not count as an attempt.</source>
        <translation>De examencommissie heeft beslist dat dit niet als poging telt.</translation>
    </message>
    <message>
        <source>A correction is open</source>
        <translation>Er loopt een correctie</translation>
    </message>
    <message>
        <source>The result stands again once you make the correction final, or abandon it.</source>
        <translation>Er is weer een uitslag zodra je de correctie definitief maakt of staakt.</translation>
    </message>
    <message>
        <source>Go on in the sheet</source>
        <translation>Verder in het formulier</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Nog geen uitslag</translation>
    </message>
    <message>
        <source>The result comes here once this dossier has been made final on the check page.</source>
        <translation>De uitslag komt hier te staan zodra je het dossier op de controlepagina definitief maakt.</translation>
    </message>
    <message>
        <source>To the check page</source>
        <translation>Naar de controle</translation>
    </message>
    <message>
        <source>Abandon the correction…</source>
        <translation>Correctie staken…</translation>
    </message>
    <message>
        <source>Puts the sheet and the result back as they were.</source>
        <translation>Zet het formulier en de uitslag terug zoals ze waren.</translation>
    </message>
    <message>
        <source>Start a new assessment…</source>
        <translation>Nieuwe beoordeling starten…</translation>
    </message>
    <message>
        <source>For the same student, in a new dossier.</source>
        <translation>Voor dezelfde student, in een nieuw dossier.</translation>
    </message>
    <message>
        <source>What can still be done</source>
        <translation>Wat nog kan</translation>
    </message>
    <message>
        <source>Announced on…</source>
        <translation>Bekendgemaakt op…</translation>
    </message>
    <message>
        <source>Record on which day the student received the official result.</source>
        <translation>Leg vast op welke dag de student de officiële uitslag kreeg.</translation>
    </message>
    <message>
        <source>Make a correction…</source>
        <translation>Correctie maken…</translation>
    </message>
    <message>
        <source>When the form holds a mistake. Takes a reason; every change is kept.</source>
        <translation>Als er een fout in het formulier staat. Je geeft een reden; elke wijziging wordt bewaard.</translation>
    </message>
    <message>
        <source>To the resit</source>
        <translation>Naar de herkansing</translation>
    </message>
    <message>
        <source>Dossier {number} is the resit of this one.</source>
        <translation>Dossier {number} is de herkansing van dit dossier.</translation>
    </message>
    <message>
        <source>Start a resit…</source>
        <translation>Herkansing starten…</translation>
    </message>
    <message>
        <source>A new dossier for the next attempt. You choose which models.</source>
        <translation>Een nieuw dossier voor de volgende poging. Je kiest welke modellen.</translation>
    </message>
</context>
<context>
    <name>ResumeStage</name>
    <message>
        <source>{name} was filling in</source>
        <translation>{name} was bezig met invullen</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Je code</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>Opnieuw beginnen…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>This draft stays closed: too many wrong codes were tried.</source>
        <translation>Dit concept blijft dicht: er is te vaak een verkeerde code ingevuld.</translation>
    </message>
    <message>
        <source>What stood there opens with the four digits that only {name} knows.</source>
        <translation>Wat er stond, gaat open met de vier cijfers die alleen {name} kent.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Starting again erases what stood there. Choose it once more to do so.</source>
        <translation>Opnieuw beginnen wist wat er stond. Kies het nog een keer om dat te doen.</translation>
    </message>
    <message>
        <source>Erase and start again</source>
        <translation>Wissen en opnieuw beginnen</translation>
    </message>
</context>
<context>
    <name>RevealView</name>
    <message>
        <source>The other criteria</source>
        <translation>De andere criteria</translation>
    </message>
    <message>
        <source>How the levels are spread</source>
        <translation>Verdeling van de niveaus</translation>
    </message>
    <message numerus="yes">
        <source>There is time for these %n criterion(s).</source>
        <translation>
            <numerusform>Er is tijd voor dit ene criterium.</numerusform>
            <numerusform>Voor deze %n criteria is er tijd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevealingStep</name>
    <message>
        <source>{received} of {invited} are in. After the reveal the scores of round {number} are fixed.</source>
        <translation>{received} van {invited} binnen. Na de onthulling staan de scores van ronde {number} vast.</translation>
    </message>
    <message>
        <source>On this page nobody's name stands. The full screen is for the beamer.</source>
        <translation>Op deze pagina staan geen namen. Het volledige scherm is voor de beamer.</translation>
    </message>
    <message>
        <source>Reveal now</source>
        <translation>Nu onthullen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Bezig met tellen…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>To the discussion</source>
        <translation>Naar het bespreken</translation>
    </message>
    <message>
        <source>The round is still open. Until it is closed nobody sees scores.</source>
        <translation>De ronde is nog open. Tot zij gesloten is, ziet niemand scores.</translation>
    </message>
    <message>
        <source>Everybody looks at the same page. No names stand on it.</source>
        <translation>Iedereen kijkt naar dezelfde pagina. Er staan geen namen op.</translation>
    </message>
    <message>
        <source>There are no scores yet.</source>
        <translation>Er zijn nog geen scores.</translation>
    </message>
    <message>
        <source>To collecting</source>
        <translation>Naar het verzamelen</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Change the room</source>
        <translation>Ruimte wijzigen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>Naam van de ruimte</translation>
    </message>
    <message>
        <source>Who moves to this room?</source>
        <translation>Wie komt naar deze ruimte?</translation>
    </message>
    <message>
        <source>no room yet</source>
        <translation>nog geen ruimte</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) then</source>
        <translation>
            <numerusform>dan %n deelnemer</numerusform>
            <numerusform>dan %n deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>a room talks best with {fewest} to {most}</source>
        <translation>een ruimte praat het beste met {fewest} tot {most}</translation>
    </message>
</context>
<context>
    <name>RoomPapers</name>
    <message>
        <source>Save the room packages…</source>
        <translation>Groepspakketten opslaan…</translation>
    </message>
    <message>
        <source>Read reports of rooms…</source>
        <translation>Verslagen van ruimtes inlezen…</translation>
    </message>
    <message>
        <source>Rooms on paper</source>
        <translation>Ruimtes op papier</translation>
    </message>
    <message>
        <source>Each room gets its agenda and distribution on A4, and a form that comes back with who was there, what was agreed and how many hands went up.</source>
        <translation>Elke ruimte krijgt agenda en verdeling op A4, en een formulier dat terugkomt met wie er was, wat is afgesproken en hoeveel handen omhoog gingen.</translation>
    </message>
    <message>
        <source>Choose a folder for the room packages</source>
        <translation>Kies een map voor de groepspakketten</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Reports of rooms (*.pdf *.xlsx *.zip *.eml)</source>
        <translation>Verslagen van ruimtes (*.pdf *.xlsx *.zip *.eml)</translation>
    </message>
    <message>
        <source>Read reports of rooms</source>
        <translation>Verslagen van ruimtes inlezen</translation>
    </message>
    <message>
        <source>Saved. The forms list who is in the room; the packages name nobody.</source>
        <translation>Opgeslagen. Op de formulieren staat wie in de ruimte zit; de pakketten noemen niemand.</translation>
    </message>
</context>
<context>
    <name>RoomReturnsDialog</name>
    <message>
        <source>Reports of rooms</source>
        <translation>Verslagen van ruimtes</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>(now: {now})</source>
        <translation>(nu: {now})</translation>
    </message>
    <message>
        <source>Everything in it stands here already.</source>
        <translation>Alles wat erin staat, staat hier al.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bezig met opslaan…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>Saved as {name}. This file is not encrypted.</source>
        <translation>Opgeslagen als {name}. Dit bestand is niet versleuteld.</translation>
    </message>
</context>
<context>
    <name>ScoringPane</name>
    <message>
        <source>Next open criterion</source>
        <translation>Volgend open criterium</translation>
    </message>
    <message>
        <source>Send back sealed…</source>
        <translation>Verzegeld terugsturen…</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
    <message>
        <source>back to {lead}</source>
        <translation>terug naar {lead}</translation>
    </message>
    <message>
        <source>Score alone and talk to nobody about it. There is no right or wrong answer.</source>
        <translation>Scoor alleen en praat er met niemand over. Er is geen goed of fout antwoord.</translation>
    </message>
    <message>
        <source>Case {code} · {kind}</source>
        <translation>Casus {code} · {kind}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>May stay empty: then it opens with the code of your invitation</source>
        <translation>Mag leeg blijven: dan gaat het open met de code van je uitnodiging</translation>
    </message>
    <message>
        <source>Code for your own report</source>
        <translation>Code voor je eigen verslag</translation>
    </message>
    <message>
        <source>{scored} of {wanted} scored</source>
        <translation>{scored} van {wanted} gescoord</translation>
    </message>
    <message>
        <source>Save a copy that is not encrypted</source>
        <translation>Onversleutelde kopie opslaan</translation>
    </message>
    <message>
        <source>Saved as {name}. That copy is not encrypted.</source>
        <translation>Opgeslagen als {name}. Die kopie is niet versleuteld.</translation>
    </message>
    <message>
        <source>Where does the sealed file go?</source>
        <translation>Waar komt het verzegelde bestand?</translation>
    </message>
    <message>
        <source>Sealed in {name}. Mail that file to the lead: only the lead's program can take it in.</source>
        <translation>Verzegeld in {name}. Mail dat bestand naar de sessieleider: alleen diens programma kan het inlezen.</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria are still open: score them and send it back again.</source>
        <translation>
            <numerusform>Er staat nog %n criterium open: scoor het en stuur het opnieuw terug.</numerusform>
            <numerusform>Er staan nog %n criteria open: scoor ze en stuur het opnieuw terug.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SealedView</name>
    <message>
        <source>Stopped: {reason}</source>
        <translation>Gestopt: {reason}</translation>
    </message>
    <message>
        <source>Who is in</source>
        <translation>Wie is er binnen</translation>
    </message>
    <message>
        <source>What the forms say stays hidden from everybody until both are in. Then they open by themselves.</source>
        <translation>Wat in de formulieren staat, blijft voor iedereen verborgen tot beide binnen zijn. Dan gaan ze vanzelf open.</translation>
    </message>
    <message>
        <source>Close with a reason…</source>
        <translation>Sluiten met een reden…</translation>
    </message>
    <message>
        <source>in, hidden</source>
        <translation>binnen, verborgen</translation>
    </message>
    <message>
        <source>Fill in at this computer</source>
        <translation>Invullen op deze computer</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>Verder invullen</translation>
    </message>
    <message>
        <source>begun, saved {moment}</source>
        <translation>begonnen, opgeslagen {moment}</translation>
    </message>
    <message>
        <source>Type in from paper</source>
        <translation>Van papier invoeren</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>wordt verwacht</translation>
    </message>
    <message>
        <source>The form of {name} came in {count} times, with other content</source>
        <translation>Het formulier van {name} kwam {count} keer binnen, met andere inhoud</translation>
    </message>
    <message>
        <source>not everything is filled in</source>
        <translation>niet alles is ingevuld</translation>
    </message>
    <message>
        <source>Ask {name} which one counts. Both are kept.</source>
        <translation>Vraag {name} welk formulier telt. Alles blijft bewaard.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Copy the reminder for {name}</source>
        <translation>Herinnering voor {name} kopiëren</translation>
    </message>
    <message>
        <source>Reminder for {name}</source>
        <translation>Herinnering voor {name}</translation>
    </message>
</context>
<context>
    <name>SecondRoundStep</name>
    <message>
        <source>Note per room how many hands go up. A count is kept as soon as you leave the field.</source>
        <translation>Noteer per ruimte hoeveel handen omhooggaan. Een telling is bewaard zodra je het veld verlaat.</translation>
    </message>
    <message>
        <source>{changed} of {scored} scores changed.</source>
        <translation>{changed} van de {scored} scores veranderd.</translation>
    </message>
    <message>
        <source>A second round comes after the reveal of the first.</source>
        <translation>Een tweede ronde komt na de onthulling van de eerste.</translation>
    </message>
    <message>
        <source>How is the second round scored?</source>
        <translation>Hoe wordt de tweede ronde gescoord?</translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation>Handen tellen</translation>
    </message>
    <message>
        <source>Per room and criterion; everybody sees it.</source>
        <translation>Per ruimte en criterium; iedereen ziet het.</translation>
    </message>
    <message>
        <source>Blind again</source>
        <translation>Opnieuw blind</translation>
    </message>
    <message>
        <source>By form, sealed until the second reveal.</source>
        <translation>Per formulier, verzegeld tot de tweede onthulling.</translation>
    </message>
    <message>
        <source>Open the second round</source>
        <translation>Tweede ronde openen</translation>
    </message>
    <message>
        <source>Close and show</source>
        <translation>Sluiten en tonen</translation>
    </message>
    <message>
        <source>Reveal the second round</source>
        <translation>Tweede ronde onthullen</translation>
    </message>
    <message>
        <source>To the agreements</source>
        <translation>Naar de afspraken</translation>
    </message>
    <message>
        <source>Which criteria are scored again?</source>
        <translation>Welke criteria worden opnieuw gescoord?</translation>
    </message>
    <message>
        <source>The first round stays as it was. A second round may be left out.</source>
        <translation>De eerste ronde blijft zoals zij was. Een tweede ronde mag je overslaan.</translation>
    </message>
    <message>
        <source>The second round is closed.</source>
        <translation>De tweede ronde is gesloten.</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Wat veranderde</translation>
    </message>
    <message>
        <source>The second round is open: everybody scores again, blind. Scores come in at the step Collect.</source>
        <translation>De tweede ronde is open: iedereen scoort opnieuw, blind. De scores komen binnen bij de stap Verzamelen.</translation>
    </message>
    <message>
        <source>Round 1</source>
        <translation>Ronde 1</translation>
    </message>
    <message>
        <source>Round 2</source>
        <translation>Ronde 2</translation>
    </message>
    <message>
        <source>To collecting</source>
        <translation>Naar het verzamelen</translation>
    </message>
    <message>
        <source>Case {case} · {name}</source>
        <translation>Casus {case} · {name}</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
</context>
<context>
    <name>SendMidtermsDialog</name>
    <message>
        <source>Send out midterm evaluations</source>
        <translation>Tussenevaluaties uitzetten</translation>
    </message>
    <message>
        <source>Student and mentor each get a form of their own, with a text to send along. The files hold names and are not encrypted: send them yourself, with care.</source>
        <translation>Student en mentor krijgen elk een eigen formulier, met een begeleidende tekst. De bestanden bevatten namen en zijn niet versleuteld: verstuur ze zelf, met zorg.</translation>
    </message>
    <message>
        <source>Write the forms</source>
        <translation>Formulieren maken</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Asked back by</source>
        <translation>Uiterlijk terug</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Also to who had a midterm evaluation in this placement already</source>
        <translation>Ook aan wie in deze stage al een tussenevaluatie had</translation>
    </message>
    <message>
        <source>Every cohort</source>
        <translation>Elk cohort</translation>
    </message>
    <message>
        <source>Every programme</source>
        <translation>Elke opleiding</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
    <message>
        <source>Name, number or organisation</source>
        <translation>Naam, nummer of organisatie</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohort</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Alleen</translation>
    </message>
    <message>
        <source>Nobody answers to this.</source>
        <translation>Hier past niemand bij.</translation>
    </message>
    <message numerus="yes">
        <source>%n student(s): {names}</source>
        <translation>
            <numerusform>%n student: {names}</numerusform>
            <numerusform>%n studenten: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s): {names} …</source>
        <translation>
            <numerusform>%n student: {names} …</numerusform>
            <numerusform>%n studenten: {names} …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingDialog</name>
    <message>
        <source>Write forms</source>
        <translation>Formulieren klaarzetten</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Klaarzetten…</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>Wat gaat waarheen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>{done} of {total} written</source>
        <translation>{done} van {total} klaargezet</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. They are not encrypted.</source>
        <translation>
            <numerusform>%n bestand klaargezet. Het is niet versleuteld.</numerusform>
            <numerusform>%n bestanden klaargezet. Ze zijn niet versleuteld.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was written is below.</source>
        <translation>Gestopt. Hieronder staat wat er al klaarstaat.</translation>
    </message>
    <message>
        <source>The whole list of what goes where is in {name}; it is not encrypted either.</source>
        <translation>De hele lijst van wat waarheen gaat staat in {name}; ook die is niet versleuteld.</translation>
    </message>
</context>
<context>
    <name>SendingMidtermsDialog</name>
    <message>
        <source>Send out midterm evaluations</source>
        <translation>Tussenevaluaties uitzetten</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Bezig met schrijven…</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>Wat gaat waarheen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>{done} of {total} written</source>
        <translation>{done} van {total} geschreven</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. They are not encrypted: send them with care.</source>
        <translation>
            <numerusform>%n bestand gemaakt in {folder}. Het is niet versleuteld: verstuur het met zorg.</numerusform>
            <numerusform>%n bestanden gemaakt in {folder}. Ze zijn niet versleuteld: verstuur ze met zorg.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Er is geen bestand gemaakt.</translation>
    </message>
    <message>
        <source>Stopped. What was written is below; send out again for the others.</source>
        <translation>Gestopt. Wat is gemaakt, staat hieronder; zet opnieuw uit voor de anderen.</translation>
    </message>
    <message>
        <source>The whole list of what goes where is in {name}; it is not encrypted either.</source>
        <translation>De hele lijst van wat waarheen gaat, staat in {name}; ook die is niet versleuteld.</translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) passed over</source>
        <translation>
            <numerusform>%n student overgeslagen</numerusform>
            <numerusform>%n studenten overgeslagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionPane</name>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Verzamelen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Onthullen</translation>
    </message>
    <message>
        <source>Discuss</source>
        <translation>Bespreken</translation>
    </message>
    <message>
        <source>Second round</source>
        <translation>Tweede ronde</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Saved</source>
        <translation>Opgeslagen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>To the check page</source>
        <translation>Naar de controle</translation>
    </message>
    <message>
        <source>Phase: {line}</source>
        <translation>Fase: {line}</translation>
    </message>
    <message>
        <source>Example - not established</source>
        <translation>Voorbeeld - niet vastgesteld</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>This dossier is {state}. The sheet is fixed; you can read it.</source>
        <translation>Dit dossier is {state}. Het formulier staat vast; je kunt het lezen.</translation>
    </message>
    <message>
        <source>This is a correction: every change is recorded. Abandoning it is done on the result page.</source>
        <translation>Dit is een correctie: elke wijziging wordt vastgelegd. Staken kan op de pagina met de uitslag.</translation>
    </message>
    <message>
        <source>To the result</source>
        <translation>Naar de uitslag</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Er is niets om ongedaan te maken</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Er is niets om opnieuw te doen</translation>
    </message>
    <message>
        <source>Details of the activity…</source>
        <translation>Gegevens van de activiteit…</translation>
    </message>
    <message>
        <source>End without a verdict…</source>
        <translation>Afsluiten zonder oordeel…</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>Geheel</translation>
    </message>
    <message>
        <source>{model}: {done} of {total} scored</source>
        <translation>{model}: {done} van {total} gescoord</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Aantekeningen</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>What came along…</source>
        <translation>Wat kwam er mee…</translation>
    </message>
    <message>
        <source>This is the dossier of {name}. You can read it; only that assessor fills it in.</source>
        <translation>Dit is het dossier van {name}. Je kunt het lezen; alleen die beoordelaar vult het in.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Side panel</source>
        <translation>Zijpaneel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Aantekeningen</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Bijlagen</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Vorige keer</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>Zijpaneel sluiten</translation>
    </message>
    <message>
        <source>Close the side panel (Ctrl+J)</source>
        <translation>Zijpaneel sluiten (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>How the levels are spread</source>
        <translation>Verdeling van de niveaus</translation>
    </message>
    <message>
        <source>How we talk</source>
        <translation>Zo praten we</translation>
    </message>
</context>
<context>
    <name>StartAssessmentDialog</name>
    <message>
        <source>New practice assessment</source>
        <translation>Nieuwe praktijkbeoordeling</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Search a student</source>
        <translation>Student zoeken</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Naam of nummer</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Day of the activity</source>
        <translation>Dag van de activiteit</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>For example: group 5</source>
        <translation>Bijvoorbeeld: groep 5</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>For example: fractions</source>
        <translation>Bijvoorbeeld: breuken</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>I assess &amp;in place of somebody else</source>
        <translation>Ik beoordeel &amp;in plaats van iemand anders</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>In plaats van</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>For example: ill</source>
        <translation>Bijvoorbeeld: ziek</translation>
    </message>
    <message>
        <source>Choose a student</source>
        <translation>Kies een student</translation>
    </message>
    <message>
        <source>{name} · {number}</source>
        <translation>{name} · {number}</translation>
    </message>
    <message>
        <source>Example - not established</source>
        <translation>Voorbeeld - niet vastgesteld</translation>
    </message>
    <message>
        <source>Version {version} · attempt {attempt}</source>
        <translation>Versie {version} · poging {attempt}</translation>
    </message>
    <message>
        <source>You have a draft for this student already: {number}.</source>
        <translation>Je hebt al een concept voor deze student: {number}.</translation>
    </message>
    <message>
        <source>&amp;Open that draft</source>
        <translation>Dat concept &amp;openen</translation>
    </message>
    <message>
        <source>Another assessor has a draft for this student: {number}.</source>
        <translation>Een andere beoordelaar heeft een concept voor deze student: {number}.</translation>
    </message>
    <message>
        <source>{number} is insufficient in this phase. Is this a resit? Then start it from there.</source>
        <translation>{number} is onvoldoende in deze fase. Is dit een herkansing? Begin die dan bij dat dossier.</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} openen</translation>
    </message>
    <message>
        <source>Filled in from the student's preparation form, received on {day}. The rest of it comes along.</source>
        <translation>Ingevuld uit het voorbereidingsformulier van de student, ontvangen op {day}. De rest ervan gaat mee naar het dossier.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>New practice assessment</source>
        <translation>Nieuwe praktijkbeoordeling</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Dag {name}</translation>
    </message>
    <message>
        <source>The program stopped unexpectedly. Everything up to your last key press is saved.</source>
        <translation>Het programma is onverwacht gestopt. Alles tot en met je laatste toets is bewaard.</translation>
    </message>
    <message>
        <source>This is the example partnership: every name is invented and no result counts.</source>
        <translation>Dit is het voorbeeldpartnerschap: alle namen zijn verzonnen en geen enkele uitslag telt.</translation>
    </message>
    <message>
        <source>nothing scored yet</source>
        <translation>nog niets gescoord</translation>
    </message>
    <message>
        <source>scoring under way</source>
        <translation>bezig met scoren</translation>
    </message>
    <message>
        <source>complete, waits to be made final</source>
        <translation>volledig, wacht op definitief maken</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>result set</source>
        <translation>uitslag vastgesteld</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Laatst gewijzigd</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Mijn werk</translation>
    </message>
    <message>
        <source>No practice assessments yet</source>
        <translation>Nog geen praktijkbeoordelingen</translation>
    </message>
    <message>
        <source>Choose a student and the day of the activity. The program finds the form that goes with it.</source>
        <translation>Kies een student en de dag van de activiteit. Het programma zoekt het formulier dat daarbij hoort.</translation>
    </message>
    <message>
        <source>Start a practice assessment</source>
        <translation>Praktijkbeoordeling starten</translation>
    </message>
    <message>
        <source>Begin with a student</source>
        <translation>Begin met een student</translation>
    </message>
    <message>
        <source>Add a student first; a whole list is imported at Students. After that you start to assess.</source>
        <translation>Voeg eerst een student toe; een hele lijst importeer je bij Studenten. Daarna start je de praktijkbeoordeling.</translation>
    </message>
    <message>
        <source>Add a student</source>
        <translation>Student toevoegen</translation>
    </message>
    <message>
        <source>You have no appointment as an assessor yet. You can score, but not make a result final.</source>
        <translation>Je hebt nog geen aanstelling als beoordelaar. Je kunt wel scoren, maar nog niets definitief maken.</translation>
    </message>
    <message>
        <source>You may not assess for the {name} now. {lacking}</source>
        <translation>Je mag nu niet beoordelen voor de {name}. {lacking}</translation>
    </message>
    <message>
        <source>You may assess for the {name} up to and including {day}.</source>
        <translation>Je mag beoordelen voor de {name} tot en met {day}.</translation>
    </message>
    <message>
        <source>Your appointment for the {name} ends within a week, on {day}.</source>
        <translation>Je aanstelling voor de {name} verloopt binnen een week, op {day}.</translation>
    </message>
    <message numerus="yes">
        <source>Your appointment for the {name} ends in %n week(s), on {day}.</source>
        <translation>
            <numerusform>Je aanstelling voor de {name} verloopt over %n week, op {day}.</numerusform>
            <numerusform>Je aanstelling voor de {name} verloopt over %n weken, op {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Administration</source>
        <translation>Naar Beheer</translation>
    </message>
</context>
<context>
    <name>StudentDetails</name>
    <message>
        <source>Start a practice assessment</source>
        <translation>Praktijkbeoordeling starten</translation>
    </message>
    <message>
        <source>Send out a midterm…</source>
        <translation>Tussenevaluatie uitzetten…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Beoordelingen</translation>
    </message>
    <message>
        <source>Midterm evaluations</source>
        <translation>Tussenevaluaties</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohort</translation>
    </message>
    <message>
        <source>Study coach</source>
        <translation>Studiecoach</translation>
    </message>
    <message>
        <source>Nothing filled in yet.</source>
        <translation>Nog niets ingevuld.</translation>
    </message>
    <message>
        <source>{start} until {end}</source>
        <translation>{start} tot en met {end}</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Own job</source>
        <translation>Eigen werkplek</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Nog geen.</translation>
    </message>
    <message>
        <source>{number} · {day} · {state}</source>
        <translation>{number} · {day} · {state}</translation>
    </message>
    <message>
        <source>{day} · {state}</source>
        <translation>{day} · {state}</translation>
    </message>
</context>
<context>
    <name>StudentDialog</name>
    <message>
        <source>Add a student</source>
        <translation>Student toevoegen</translation>
    </message>
    <message>
        <source>Change a student</source>
        <translation>Student wijzigen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Student number</source>
        <translation>Studentnummer</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Tussenvoegsel</translation>
    </message>
    <message>
        <source>For example: van der</source>
        <translation>Bijvoorbeeld: van der</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohort</translation>
    </message>
    <message>
        <source>First study year, for example 2025-2026</source>
        <translation>Eerste studiejaar, bijvoorbeeld 2025-2026</translation>
    </message>
    <message>
        <source>Study coach</source>
        <translation>Studiecoach</translation>
    </message>
    <message>
        <source>&amp;Placement is known</source>
        <translation>De &amp;stage is bekend</translation>
    </message>
    <message>
        <source>The student works here in their own job</source>
        <translation>De student werkt hier in de eigen baan</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>For example: group 5</source>
        <translation>Bijvoorbeeld: groep 5</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
</context>
<context>
    <name>StudentTable</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
</context>
<context>
    <name>StudentsPage</name>
    <message>
        <source>Add a student</source>
        <translation>Student toevoegen</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Studenten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Name, number, organisation or cohort</source>
        <translation>Naam, nummer, organisatie of cohort</translation>
    </message>
    <message>
        <source>Every programme</source>
        <translation>Elke opleiding</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No student of this programme answers to this search.</source>
        <translation>Geen student van deze opleiding past bij wat je zoekt.</translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation>Nog geen studenten</translation>
    </message>
    <message>
        <source>Add a student to begin a practice assessment.</source>
        <translation>Voeg een student toe om een praktijkbeoordeling te beginnen.</translation>
    </message>
    <message>
        <source>Write forms…</source>
        <translation>Formulieren klaarzetten…</translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n studenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Forms that came back…</source>
        <translation>Teruggekomen formulieren…</translation>
    </message>
</context>
<context>
    <name>TalkClock</name>
    <message>
        <source>Start the clock</source>
        <translation>Klok starten</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>de tijd is om</translation>
    </message>
    <message>
        <source>left</source>
        <translation>nog over</translation>
    </message>
</context>
<context>
    <name>TalkSheetDialog</name>
    <message>
        <source>A talk sheet that came back</source>
        <translation>Een gespreksblad dat terugkwam</translation>
    </message>
    <message>
        <source>Taking it over replaces the page of the talk. What stands there now stays in the history.</source>
        <translation>Overnemen vervangt de gesprekspagina. Wat er nu staat, blijft in de geschiedenis bewaard.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>now: {now} · in the sheet: {then}</source>
        <translation>nu: {now} · op het blad: {then}</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Conclude…</source>
        <translation>Afronden…</translation>
    </message>
    <message>
        <source>What you were typing when the program stopped is here.</source>
        <translation>Wat je typte toen het programma stopte, staat er nog.</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>First fill in when you talked.</source>
        <translation>Vul eerst in wanneer jullie elkaar spraken.</translation>
    </message>
    <message>
        <source>A talk sheet with other content came back ({moment}).</source>
        <translation>Er kwam een gespreksblad terug met andere inhoud ({moment}).</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Bekijken…</translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
    <message>
        <source>Terms</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Extra day</source>
        <translation>Extra dag</translation>
    </message>
    <message>
        <source>Add the day</source>
        <translation>Dag toevoegen</translation>
    </message>
    <message>
        <source>Days on which no appeal term ends</source>
        <translation>Dagen waarop geen beroepstermijn eindigt</translation>
    </message>
    <message>
        <source>The program knows weekends and general holidays. Add days that the government put on a par.</source>
        <translation>Weekenden en algemeen erkende feestdagen kent het programma. Voeg dagen toe die de regering daarmee gelijkstelt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove {day}</source>
        <translation>{day} verwijderen</translation>
    </message>
    <message>
        <source>How long the notes of a practice dossier are kept after it was made final</source>
        <translation>Hoe lang aantekeningen van een oefendossier blijven staan nadat het definitief is gemaakt</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnderWayDialog</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>UnlockPane</name>
    <message>
        <source>Open {name}</source>
        <translation>{name} openen</translation>
    </message>
    <message>
        <source>Keep the key in the keyring of this computer</source>
        <translation>Bewaar de sleutel in de sleutelbos van deze computer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Laat zien wat ik typ</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Herstelcode</translation>
    </message>
    <message>
        <source>seven groups of five characters</source>
        <translation>zeven groepjes van vijf tekens</translation>
    </message>
    <message>
        <source>Capitals, spaces and dashes do not matter. Next you choose a new passphrase.</source>
        <translation>Hoofdletters, spaties en streepjes maken niet uit. Daarna kies je een nieuwe wachtzin.</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Herstelcode gebruiken</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Wachtzin gebruiken</translation>
    </message>
    <message>
        <source>The workspace is being opened…</source>
        <translation>Het gegevensbestand wordt geopend…</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Andere kiezen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>What the rule advises</source>
        <translation>Advies van de regel</translation>
    </message>
    <message>
        <source>Provisional verdict</source>
        <translation>Voorlopig oordeel</translation>
    </message>
    <message>
        <source>The rule gives {rule}; you come to {chosen}.</source>
        <translation>De regel geeft {rule}; jij komt tot {chosen}.</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>Nog geen oordeel</translation>
    </message>
    <message>
        <source>How this verdict comes about</source>
        <translation>Zo komt dit oordeel tot stand</translation>
    </message>
    <message>
        <source>no verdict yet</source>
        <translation>nog geen oordeel</translation>
    </message>
    <message>
        <source>Taken over from {number}.</source>
        <translation>Overgenomen uit dossier {number}.</translation>
    </message>
    <message>
        <source>When was this discussed with the student before?</source>
        <translation>Wanneer is dit eerder met de student besproken?</translation>
    </message>
    <message>
        <source>Date, with whom, and what was agreed.</source>
        <translation>Datum, met wie, en wat er is afgesproken.</translation>
    </message>
</context>
<context>
    <name>VerdictChoice</name>
    <message>
        <source>What did you see that the rule does not weigh? Two sentences or more.</source>
        <translation>Wat zag je dat de regel niet meeweegt? Twee zinnen of meer.</translation>
    </message>
    <message>
        <source>Your motivation is printed on the form.</source>
        <translation>Je motivering komt op het formulier te staan.</translation>
    </message>
    <message>
        <source>Which verdict do you give?</source>
        <translation>Welk oordeel geef je?</translation>
    </message>
    <message>
        <source>Your answer to the rule</source>
        <translation>Jouw antwoord op de regel</translation>
    </message>
    <message>
        <source>I confirm this verdict</source>
        <translation>Ik bevestig dit oordeel</translation>
    </message>
    <message>
        <source>I come to another verdict than the rule</source>
        <translation>Ik kom tot een ander oordeel dan de regel</translation>
    </message>
    <message>
        <source>To which verdict do you come?</source>
        <translation>Tot welk oordeel kom je?</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Jouw oordeel</translation>
    </message>
    <message>
        <source>I come to {chosen}, because …</source>
        <translation>Ik kom tot {chosen}, omdat …</translation>
    </message>
    <message>
        <source>The rule gives {rule}. I come to {chosen}, because …</source>
        <translation>De regel geeft {rule}. Ik kom tot {chosen}, omdat …</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Assessor</source>
        <translation>Welkom bij Assessor</translation>
    </message>
    <message>
        <source>Practice assessment, encrypted on your own computer.</source>
        <translation>Praktijkbeoordeling, versleuteld op je eigen computer.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Verder</translation>
    </message>
    <message>
        <source>Make a &amp;new one</source>
        <translation>&amp;Nieuw maken</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>Look at the &amp;example</source>
        <translation>Voor&amp;beeld bekijken</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Nieuw gegevensbestand</translation>
    </message>
    <message>
        <source>Begin with an empty, encrypted workspace for your own assessments.</source>
        <translation>Begin met een leeg, versleuteld gegevensbestand voor je eigen beoordelingen.</translation>
    </message>
    <message>
        <source>Open existing</source>
        <translation>Bestaand openen</translation>
    </message>
    <message>
        <source>Open a workspace on this computer, a network drive or a stick.</source>
        <translation>Open een gegevensbestand op deze computer, een netwerkschijf of een stick.</translation>
    </message>
    <message>
        <source>Look at an example</source>
        <translation>Voorbeeld bekijken</translation>
    </message>
    <message>
        <source>A partnership that does not exist, with students and results. Nothing counts.</source>
        <translation>Een verzonnen partnerschap met studenten en resultaten. Niets telt mee.</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>Who are you?</source>
        <translation>Wie ben je?</translation>
    </message>
    <message>
        <source>What you record from now on stands in your name.</source>
        <translation>Wat je vanaf nu vastlegt, staat op jouw naam.</translation>
    </message>
    <message>
        <source>I am not in the list yet</source>
        <translation>Ik sta er nog niet bij</translation>
    </message>
    <message>
        <source>You are the first one here. Others can add themselves later.</source>
        <translation>Je bent hier de eerste. Anderen kunnen zichzelf later toevoegen.</translation>
    </message>
    <message>
        <source>This is asked once. Corrections can be made under Administration.</source>
        <translation>Dit wordt één keer gevraagd. Verbeteren kan later bij Beheer.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search a name</source>
        <translation>Zoek op naam</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>I am &amp;not in the list yet</source>
        <translation>Ik sta er nog &amp;niet bij</translation>
    </message>
    <message>
        <source>Nobody has this name.</source>
        <translation>Niemand heet zo.</translation>
    </message>
    <message>
        <source>This is the example. Be whoever you like; a practice assessor can score.</source>
        <translation>Dit is het voorbeeld. Kies wie je wilt zijn; een praktijkbeoordelaar kan scoren.</translation>
    </message>
    <message>
        <source>PIN (not required)</source>
        <translation>Pincode (niet verplicht)</translation>
    </message>
    <message>
        <source>Do several people use this laptop? With a PIN nobody works in your name by mistake.</source>
        <translation>Werken meer mensen met deze laptop? Met een pincode werkt niemand per ongeluk op jouw naam.</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Aan de slag</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>asks a PIN</source>
        <translation>vraagt een pincode</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Je pincode</translation>
    </message>
</context>
<context>
    <name>WholePane</name>
    <message>
        <source>The whole</source>
        <translation>Geheel</translation>
    </message>
    <message>
        <source>One strong point and one development point that the student can use.</source>
        <translation>Eén sterk punt en één ontwikkelpunt waar de student iets aan heeft.</translation>
    </message>
    <message>
        <source>Write no names of children and nothing about health, religion or private matters.</source>
        <translation>Noem geen namen van kinderen en niets over gezondheid, geloof of privézaken.</translation>
    </message>
    <message>
        <source>Strong point</source>
        <translation>Sterk punt</translation>
    </message>
    <message>
        <source>Development point</source>
        <translation>Ontwikkelpunt</translation>
    </message>
    <message>
        <source>Appreciation (does not count)</source>
        <translation>Waardering (telt niet mee)</translation>
    </message>
    <message>
        <source>Talents and effort that deserve to be seen.</source>
        <translation>Talenten en inzet die gezien mogen worden.</translation>
    </message>
</context>
<context>
    <name>WhoseDialog</name>
    <message>
        <source>Whose form is it?</source>
        <translation>Van wie is dit formulier?</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>The form says: {name}</source>
        <translation>Op het formulier staat: {name}</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Ask when you are not sure: what somebody scored may not stand under another name.</source>
        <translation>Vraag het na als je twijfelt: scores mogen niet onder een andere naam komen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Take participants out</source>
        <translation>Deelnemers verwijderen</translation>
    </message>
    <message>
        <source>Only of whom nothing came in yet. Their rooms stay as they are.</source>
        <translation>Alleen van wie nog niets binnen is. De ruimtes blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Only the words; save a copy to see pictures and layout.</source>
        <translation>Alleen de tekst; sla een kopie op om afbeeldingen en opmaak te zien.</translation>
    </message>
</context>
<context>
    <name>WorkspaceSection</name>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Nu vergrendelen</translation>
    </message>
    <message>
        <source>Everything in it is encrypted; copies that you export are not.</source>
        <translation>Alles erin is versleuteld; wat je zelf exporteert niet.</translation>
    </message>
</context>
<context>
    <name>YearsPane</name>
    <message>
        <source>No session was revealed yet.</source>
        <translation>Er is nog geen sessie onthuld.</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Save the yearly report…</source>
        <translation>Jaarverslag opslaan…</translation>
    </message>
    <message>
        <source>Who calibrated when</source>
        <translation>Wie kalibreerde wanneer</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>was er niet</translation>
    </message>
    <message>
        <source>attendance list not filled in</source>
        <translation>presentielijst niet ingevuld</translation>
    </message>
    <message>
        <source>Choose a folder for the yearly report</source>
        <translation>Kies een map voor het jaarverslag</translation>
    </message>
    <message>
        <source>Saved. The report names nobody; the list says who was there, and is not encrypted.</source>
        <translation>Opgeslagen. Het verslag noemt niemand; de lijst zegt wie er was, en is niet versleuteld.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n jaar</numerusform>
            <numerusform>%n jaar</numerusform>
        </translation>
    </message>
    <message>
        <source>Personal scores are kept for</source>
        <translation>Persoonlijke scores worden bewaard</translation>
    </message>
    <message>
        <source>After that only attendance and the figures of the group stay. Only the person sees their own scores.</source>
        <translation>Daarna blijven alleen aanwezigheid en groepscijfers. Alleen de persoon zelf ziet de eigen scores.</translation>
    </message>
</context>
<context>
    <name>YieldDialog</name>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>the form as a whole</source>
        <translation>het formulier als geheel</translation>
    </message>
</context>
<context>
    <name>_Sources</name>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Bron: {source}</translation>
    </message>
</context>
</TS>
