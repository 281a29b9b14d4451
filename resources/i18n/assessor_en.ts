<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Arrival</name>
    <message numerus="yes">
        <source>new, %n field(s) empty</source>
        <translation>
            <numerusform>new, %n field empty</numerusform>
            <numerusform>new, %n fields empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n more that ask(s) for a hand; mend these first.</source>
        <translation>
            <numerusform>%n more that asks for a hand; mend these first.</numerusform>
            <numerusform>%n more that ask for a hand; mend these first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read</source>
        <translation>
            <numerusform>%n file read</numerusform>
            <numerusform>%n files read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) sealed</source>
        <translation>
            <numerusform>%n person sealed</numerusform>
            <numerusform>%n people sealed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivedTable</name>
    <message numerus="yes">
        <source>%n expected field(s) empty.</source>
        <translation>
            <numerusform>%n expected field is empty.</numerusform>
            <numerusform>%n expected fields are empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentsPage</name>
    <message numerus="yes">
        <source>%n assessment(s)</source>
        <translation>
            <numerusform>%n assessment</numerusform>
            <numerusform>%n assessments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameAlongDialog</name>
    <message numerus="yes">
        <source>Taken over: %n place(s).</source>
        <translation>
            <numerusform>Taken over: %n place.</numerusform>
            <numerusform>Taken over: %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) kept.</source>
        <translation>
            <numerusform>%n form kept.</numerusform>
            <numerusform>%n forms kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. They are not encrypted.</source>
        <translation>
            <numerusform>%n file written. It is not encrypted.</numerusform>
            <numerusform>%n files written. They are not encrypted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n point(s) must be settled before this can be made final.</source>
        <translation>
            <numerusform>One point must be settled before this can be made final.</numerusform>
            <numerusform>%n points must be settled before this can be made final.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message numerus="yes">
        <source>%n things are not as they were recorded.</source>
        <translation>
            <numerusform>One thing is not as it was recorded.</numerusform>
            <numerusform>%n things are not as they were recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n recorded dossiers are exactly what was made final.</source>
        <translation>
            <numerusform>The one recorded dossier is exactly what was made final.</numerusform>
            <numerusform>All %n recorded dossiers are exactly what was made final.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CohortFormsDialog</name>
    <message numerus="yes">
        <source>all %n found</source>
        <translation>
            <numerusform>the %n found</numerusform>
            <numerusform>all %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectingStep</name>
    <message numerus="yes">
        <source>%n of these with an open criterion</source>
        <translation>
            <numerusform>%n of these with an open criterion</numerusform>
            <numerusform>%n of these with an open criterion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: kept, not counted</source>
        <translation>
            <numerusform>%n too late: kept, not counted</numerusform>
            <numerusform>%n too late: kept, not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>Take over %n</numerusform>
            <numerusform>Take over %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisplaySection</name>
    <message numerus="yes">
        <source>after %n idle minutes</source>
        <translation>
            <numerusform>after one idle minute</numerusform>
            <numerusform>after %n idle minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n found</source>
        <translation>
            <numerusform>the %n found</numerusform>
            <numerusform>all %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportStrip</name>
    <message numerus="yes">
        <source>Stopped after %n PDF(s); these are not encrypted.</source>
        <translation>
            <numerusform>Stopped after %n PDF; it is not encrypted.</numerusform>
            <numerusform>Stopped after %n PDFs; these are not encrypted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s) saved. They are not encrypted.</source>
        <translation>
            <numerusform>%n PDF saved. It is not encrypted.</numerusform>
            <numerusform>%n PDFs saved. They are not encrypted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s) saved as {name}. This file is not encrypted.</source>
        <translation>
            <numerusform>%n assessment saved as {name}. This file is not encrypted.</numerusform>
            <numerusform>%n assessments saved as {name}. This file is not encrypted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message numerus="yes">
        <source>{model}: %n criterion(s) not scored yet, starting at {code}.</source>
        <translation>
            <numerusform>{model}: one criterion not scored yet, {code}.</numerusform>
            <numerusform>{model}: %n criteria not scored yet, starting at {code}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message numerus="yes">
        <source>%n error(s): this form cannot be used like this.</source>
        <translation>
            <numerusform>One error: this form cannot be used like this.</numerusform>
            <numerusform>%n errors: this form cannot be used like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This form can be used. There is advice on %n place(s).</source>
        <translation>
            <numerusform>This form can be used. There is advice on one place.</numerusform>
            <numerusform>This form can be used. There is advice on %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrowthPanel</name>
    <message numerus="yes">
        <source>Not yet: %n criterion(s) have no level.</source>
        <translation>
            <numerusform>Not yet: %n criterion has no level.</numerusform>
            <numerusform>Not yet: %n criteria have no level.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message numerus="yes">
        <source>%n choice(s) not made yet. That is allowed.</source>
        <translation>
            <numerusform>%n choice is not made yet. That is allowed.</numerusform>
            <numerusform>%n choices are not made yet. That is allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) were refused and left out.</source>
        <translation>
            <numerusform>%n row was refused and left out.</numerusform>
            <numerusform>%n rows were refused and left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>Correct the %n refused row(s) in the file and import it again.</source>
        <translation>
            <numerusform>Correct the refused row in the file and import it again.</numerusform>
            <numerusform>Correct the %n refused rows in the file and import it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstrumentDetails</name>
    <message numerus="yes">
        <source>%n dossier(s) in this workspace</source>
        <translation>
            <numerusform>%n dossier in this workspace</numerusform>
            <numerusform>%n dossiers in this workspace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstrumentsPage</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteToScoreDialog</name>
    <message numerus="yes">
        <source>%n file(s) for who is not in yet, and a list of what goes to whom.</source>
        <translation>
            <numerusform>%n file for who is not in yet, and a list of what goes to whom.</numerusform>
            <numerusform>%n files for who is not in yet, and a list of what goes to whom.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MidtermList</name>
    <message numerus="yes">
        <source>%n midterm evaluation(s)</source>
        <translation>
            <numerusform>%n midterm evaluation</numerusform>
            <numerusform>%n midterm evaluations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>The passphrase is too short: use at least %n characters.</source>
        <translation>
            <numerusform>The passphrase is too short: use at least one character.</numerusform>
            <numerusform>The passphrase is too short: use at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: use at least %n characters.</source>
        <translation>
            <numerusform>Too short: use at least one character.</numerusform>
            <numerusform>Too short: use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message numerus="yes">
        <source>%n file(s) saved.</source>
        <translation>
            <numerusform>%n file saved.</numerusform>
            <numerusform>%n files saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleChooser</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPane</name>
    <message numerus="yes">
        <source>This PIN was wrong several times. Try again in %n seconds.</source>
        <translation>
            <numerusform>This PIN was wrong several times. Try again in one second.</numerusform>
            <numerusform>This PIN was wrong several times. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. They are not encrypted: send them with care.</source>
        <translation>
            <numerusform>%n file written in {folder}. It is not encrypted: send it with care.</numerusform>
            <numerusform>%n files written in {folder}. They are not encrypted: send them with care.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. The invitations are sealed; the list with names and codes is not.</source>
        <translation>
            <numerusform>%n file written in {folder}. The invitations are sealed; the list with names and codes is not.</numerusform>
            <numerusform>%n files written in {folder}. The invitations are sealed; the list with names and codes is not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreparationStep</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PutBackDialog</name>
    <message numerus="yes">
        <source>%n assessment(s) of now are not in this backup.</source>
        <translation>
            <numerusform>%n assessment of now is not in this backup.</numerusform>
            <numerusform>%n assessments of now are not in this backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivingMidtermsDialog</name>
    <message numerus="yes">
        <source>%n form(s) read in. What they say stays hidden until both are in.</source>
        <translation>
            <numerusform>%n form read in. What it says stays hidden until both are in.</numerusform>
            <numerusform>%n forms read in. What they say stays hidden until both are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk sheet(s) read in.</source>
        <translation>
            <numerusform>%n talk sheet read in.</numerusform>
            <numerusform>%n talk sheets read in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n midterm evaluation(s) both forms are in now.</source>
        <translation>
            <numerusform>Of %n midterm evaluation both forms are in now.</numerusform>
            <numerusform>Of %n midterm evaluations both forms are in now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken in. Choose one to see why.</source>
        <translation>
            <numerusform>%n file could not be taken in. Choose it to see why.</numerusform>
            <numerusform>%n files could not be taken in. Choose one to see why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message numerus="yes">
        <source>The right to assess of %n people lapses within eight weeks.</source>
        <translation>
            <numerusform>The right to assess of one person lapses within eight weeks.</numerusform>
            <numerusform>The right to assess of %n people lapses within eight weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevealView</name>
    <message numerus="yes">
        <source>There is time for these %n criterion(s).</source>
        <translation>
            <numerusform>There is time for this one criterion.</numerusform>
            <numerusform>There is time for these %n criteria.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message numerus="yes">
        <source>%n participant(s) then</source>
        <translation>
            <numerusform>%n participant then</numerusform>
            <numerusform>%n participants then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoringPane</name>
    <message numerus="yes">
        <source>%n criteria are still open: score them and send it back again.</source>
        <translation>
            <numerusform>%n criterion is still open: score it and send it back again.</numerusform>
            <numerusform>%n criteria are still open: score them and send it back again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendMidtermsDialog</name>
    <message numerus="yes">
        <source>%n student(s): {names}</source>
        <translation>
            <numerusform>%n student: {names}</numerusform>
            <numerusform>%n students: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s): {names} …</source>
        <translation>
            <numerusform>%n student: {names} …</numerusform>
            <numerusform>%n students: {names} …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingDialog</name>
    <message numerus="yes">
        <source>%n file(s) written. They are not encrypted.</source>
        <translation>
            <numerusform>%n file written. It is not encrypted.</numerusform>
            <numerusform>%n files written. They are not encrypted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingMidtermsDialog</name>
    <message numerus="yes">
        <source>%n file(s) written in {folder}. They are not encrypted: send them with care.</source>
        <translation>
            <numerusform>%n file written in {folder}. It is not encrypted: send it with care.</numerusform>
            <numerusform>%n files written in {folder}. They are not encrypted: send them with care.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) passed over</source>
        <translation>
            <numerusform>%n student passed over</numerusform>
            <numerusform>%n students passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Your appointment for the {name} ends in %n week(s), on {day}.</source>
        <translation>
            <numerusform>Your appointment for the {name} ends in one week, on {day}.</numerusform>
            <numerusform>Your appointment for the {name} ends in %n weeks, on {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudentsPage</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearsPane</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
</TS>
