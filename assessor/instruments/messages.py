"""What each problem of a form says, by its code: what is the matter, and the cure, in Dutch and English."""

from __future__ import annotations

from typing import Final

from assessor.domain.text import Text

Message = tuple[Text, Text]

_FILE: dict[str, Message] = {
    "too-large": (
        Text("Het bestand is groter dan 2 MB.", "The file is larger than 2 MB."),
        Text(
            "Controleer of dit het goede bestand is: een formulier is zelden groter dan 100 kB.",
            "Check that this is the right file: a form is seldom larger than 100 kB.",
        ),
    ),
    "not-utf8": (
        Text("Het bestand is niet in UTF-8 opgeslagen.", "The file was not saved as UTF-8."),
        Text(
            "Kies in Kladblok Opslaan als, met codering UTF-8.",
            "In Notepad choose Save as, with encoding UTF-8.",
        ),
    ),
    "not-toml": (
        Text("Deze regel is niet te lezen: {reason}.", "This line cannot be read: {reason}."),
        Text(
            "Vergelijk de regel met dezelfde regel in een van de meegeleverde formulieren.",
            "Compare the line with the same line in one of the forms that come with the program.",
        ),
    ),
    "too-deep": (
        Text("De onderdelen van het bestand zitten te diep in elkaar.", "The parts of the file are nested too deeply."),
        Text(
            "Begin opnieuw vanuit een kopie van een meegeleverd formulier.",
            "Begin again from a copy of a form that comes with the program.",
        ),
    ),
    "too-many-problems": (
        Text(
            "Er zijn meer dan {count} fouten en adviezen.", "There are more than {count} errors and pieces of advice."
        ),
        Text("Herstel deze eerst en controleer dan opnieuw.", "Repair these first and then check again."),
    ),
    "published-changed": (
        Text(
            "Versie {version} van ‘{id}’ is al gepubliceerd, maar de inhoud van dit bestand is anders.",
            "Version {version} of ‘{id}’ was published before, but the content of this file is different.",
        ),
        Text(
            "Zet de tekst terug, of sla je wijziging op als nieuwe versie (ander nummer bij ‘version’, nieuw bestand).",
            "Restore the text, or save your change as a new version (another ‘version’ number, a new file).",
        ),
    ),
    "place-differs": (
        Text(
            "Dit bestand staat als {place}, maar erin staat {content}.",
            "This file is stored as {place}, but its content says {content}.",
        ),
        Text(
            "Geef map en bestand dezelfde naam als ‘id’ en ‘version’: id/version.toml.",
            "Give the folder and the file the same names as ‘id’ and ‘version’: id/version.toml.",
        ),
    ),
    "version-taken": (
        Text(
            "Versie {version} van ‘{id}’ komt al met het programma mee.",
            "Version {version} of ‘{id}’ already comes with the program.",
        ),
        Text(
            "Geef je eigen formulier een ander ‘id’ of een ander versienummer.",
            "Give your own form another ‘id’ or another version number.",
        ),
    ),
}

_KEYS: dict[str, Message] = {
    "missing": (
        Text("‘{key}’ ontbreekt.", "‘{key}’ is missing."),
        Text("Voeg toe: {example}", "Add: {example}"),
    ),
    "unknown-key": (
        Text("‘{key}’ is hier geen bekend veld.", "‘{key}’ is not a known field here."),
        Text("Haal de regel weg, of kies uit: {options}.", "Remove the line, or choose from: {options}."),
    ),
    "misspelt-key": (
        Text("‘{key}’ is hier geen bekend veld.", "‘{key}’ is not a known field here."),
        Text("Bedoel je ‘{near}’?", "Do you mean ‘{near}’?"),
    ),
    "misplaced-key": (
        Text("‘{key}’ staat op de verkeerde plaats.", "‘{key}’ stands in the wrong place."),
        Text(
            "Zet de regel bovenaan in het bestand, boven de eerste regel die met [ begint.",
            "Move the line to the top of the file, above the first line that begins with [.",
        ),
    ),
    "wrong-type": (
        Text("‘{key}’ moet {expected} zijn.", "‘{key}’ must be {expected}."),
        Text("Schrijf bijvoorbeeld: {example}", "Write for example: {example}"),
    ),
    "choice-unknown": (
        Text("‘{value}’ kan niet bij ‘{key}’.", "‘{value}’ is not possible at ‘{key}’."),
        Text("Kies uit: {options}.", "Choose from: {options}."),
    ),
    "code-invalid": (
        Text("‘{value}’ kan niet als ‘{key}’.", "‘{value}’ is not possible as ‘{key}’."),
        Text("Gebruik {allowed}.", "Use {allowed}."),
    ),
    "code-twice": (
        Text("De code ‘{value}’ is al gebruikt.", "The code ‘{value}’ was used before."),
        Text("Geef elk onderdeel een eigen code.", "Give each part a code of its own."),
    ),
    "number-small": (
        Text(
            "‘{key}’ is {value}, maar moet ten minste {least} zijn.",
            "‘{key}’ is {value}, but must be at least {least}.",
        ),
        Text("Schrijf {least} of een hoger getal.", "Write {least} or a higher number."),
    ),
    "number-large": (
        Text("‘{key}’ is {value}, maar kan hooguit {most} zijn.", "‘{key}’ is {value}, but can be at most {most}."),
        Text("Schrijf een lager getal.", "Write a lower number."),
    ),
    "none": (
        Text("Er staat geen enkele [[{key}]] in.", "There is no [[{key}]] at all."),
        Text(
            "Voeg er ten minste één toe; neem een meegeleverd formulier als voorbeeld.",
            "Add at least one; take a form that comes with the program as an example.",
        ),
    ),
    "list-empty": (
        Text("‘{key}’ is leeg.", "‘{key}’ is empty."),
        Text("Schrijf bijvoorbeeld: {example}", "Write for example: {example}"),
    ),
}

_TEXTS: dict[str, Message] = {
    "language-missing": (
        Text("De {language} tekst van ‘{key}’ ontbreekt.", "The {language} text of ‘{key}’ is missing."),
        Text('Voeg toe: {key}.{ending} = "..."', 'Add: {key}.{ending} = "..."'),
    ),
    "text-empty": (
        Text("De {language} tekst van ‘{key}’ is leeg.", "The {language} text of ‘{key}’ is empty."),
        Text("Vul de tekst in tussen de aanhalingstekens.", "Fill in the text between the quotation marks."),
    ),
    "text-long": (
        Text(
            "De {language} tekst van ‘{key}’ is {count} tekens lang; er passen er {most} op het scherm en op papier.",
            "The {language} text of ‘{key}’ is {count} characters long; screen and paper have room for {most}.",
        ),
        Text("Maak de tekst korter.", "Shorten the text."),
    ),
    "text-hidden": (
        Text(
            "De {language} tekst van ‘{key}’ bevat een onzichtbaar teken (U+{sign}).",
            "The {language} text of ‘{key}’ holds an invisible character (U+{sign}).",
        ),
        Text("Typ de tekst opnieuw in plaats van hem te plakken.", "Type the text again instead of pasting it."),
    ),
    "sharing-shape": (
        Text("De verwijzing ‘{value}’ is niet te lezen.", "The reference ‘{value}’ cannot be read."),
        Text(
            'Schrijf formulier, versie en criterium: "@pabo-praktijkbeoordeling/1.0#2.1".',
            'Write form, version and criterion: "@pabo-praktijkbeoordeling/1.0#2.1".',
        ),
    ),
    "sharing-form": (
        Text(
            "De verwijzing ‘{value}’ noemt een formulier dat er niet is of dat fouten bevat.",
            "The reference ‘{value}’ names a form that is absent or has errors.",
        ),
        Text("Controleer id en versie van dat formulier.", "Check the id and version of that form."),
    ),
    "sharing-criterion": (
        Text(
            "De verwijzing ‘{value}’ noemt een criterium dat er niet is.",
            "The reference ‘{value}’ names a criterion that does not exist.",
        ),
        Text("Kies uit: {options}.", "Choose from: {options}."),
    ),
    "sharing-empty": (
        Text(
            "Het criterium van ‘{value}’ heeft zelf geen ‘{key}’.", "The criterion of ‘{value}’ has no ‘{key}’ itself."
        ),
        Text(
            "Schrijf de tekst hier uit, of verwijs naar een ander criterium.",
            "Write the text out here, or refer to another criterion.",
        ),
    ),
}

_PARTS: dict[str, Message] = {
    "level-not-observed": (
        Text(
            "Een niveau kan niet de code N hebben: N betekent niet waargenomen.",
            "A level cannot have the code N: N means not observed.",
        ),
        Text(
            "Kies een andere code en zet de woorden voor niet waargenomen bij ‘not_observed’.",
            "Choose another code and put the words for not observed at ‘not_observed’.",
        ),
    ),
    "level-order": (
        Text("Niveau {level} staat boven een lager niveau.", "Level {level} stands above a lower level."),
        Text(
            "Zet de niveaus van laag naar hoog: eerst O, dan V, dan G.",
            "Put the levels from low to high: first O, then V, then G.",
        ),
    ),
    "level-alone": (
        Text("Schaal ‘{scale}’ heeft minder dan twee niveaus.", "Scale ‘{scale}’ has fewer than two levels."),
        Text("Voeg een [[scale.level]] toe.", "Add a [[scale.level]]."),
    ),
    "outcome-missing": (
        Text(
            "Niveau {level} zegt niet wat het voor de beslisregel betekent.",
            "Level {level} does not say what it means to the decision rule.",
        ),
        Text('Voeg toe: outcome = "O", "V" of "G".', 'Add: outcome = "O", "V" or "G".'),
    ),
    "outcome-absent": (
        Text(
            "Schaal ‘{scale}’ heeft geen niveau voor {outcome}, en de beslisregel heeft dat nodig.",
            "Scale ‘{scale}’ has no level for {outcome}, and the decision rule needs it.",
        ),
        Text('Geef een van de niveaus outcome = "{letter}".', 'Give one of the levels outcome = "{letter}".'),
    ),
    "outcome-formative": (
        Text(
            "Een tussenevaluatie telt niet mee, dus een niveau heeft er geen ‘outcome’.",
            "A midterm evaluation does not count, so its levels have no ‘outcome’.",
        ),
        Text("Haal de regel weg.", "Remove the line."),
    ),
    "scale-unknown": (
        Text("De schaal ‘{value}’ bestaat niet.", "The scale ‘{value}’ does not exist."),
        Text("Kies uit: {options}.", "Choose from: {options}."),
    ),
    "scale-needed": (
        Text(
            "Er zijn meer schalen; dit model zegt niet welke het gebruikt.",
            "There are several scales; this model does not say which it uses.",
        ),
        Text('Voeg toe: scale = "...", met een van: {options}.', 'Add: scale = "...", with one of: {options}.'),
    ),
    "descriptor-missing": (
        Text(
            "Criterium {criterion} heeft geen beschrijving bij niveau {level}.",
            "Criterion {criterion} has no descriptor at level {level}.",
        ),
        Text(
            'Voeg toe: descriptor.{level}.nl = "..." en descriptor.{level}.en = "..."',
            'Add: descriptor.{level}.nl = "..." and descriptor.{level}.en = "..."',
        ),
    ),
    "descriptor-unknown": (
        Text(
            "De schaal van criterium {criterion} heeft geen niveau {level}.",
            "The scale of criterion {criterion} has no level {level}.",
        ),
        Text("Kies uit: {options}.", "Choose from: {options}."),
    ),
    "question-missing": (
        Text(
            "Criterium {criterion} heeft geen vraag voor de {respondent}.",
            "Criterion {criterion} has no question for the {respondent}.",
        ),
        Text(
            'Voeg toe: question.{respondent}.nl = "..." en question.{respondent}.en = "..."',
            'Add: question.{respondent}.nl = "..." and question.{respondent}.en = "..."',
        ),
    ),
    "question-summative": (
        Text(
            "Een praktijkbeoordeling heeft geen vragen per criterium.",
            "A practice assessment has no questions per criterion.",
        ),
        Text(
            "Zet de vraag in een formulier van de soort tussenevaluatie.",
            "Put the question in a form of the kind tussenevaluatie.",
        ),
    ),
    "validity-order": (
        Text("‘valid_until’ ligt vóór ‘valid_from’.", "‘valid_until’ lies before ‘valid_from’."),
        Text(
            "Schrijf bij ‘valid_until’ een latere datum, of laat de regel weg.",
            "Write a later date at ‘valid_until’, or leave the line out.",
        ),
    ),
    "published-missing": (
        Text(
            "Een vastgesteld formulier zegt waar studenten het vooraf konden lezen.",
            "An established form says where students could read it beforehand.",
        ),
        Text(
            "Voeg published.nl en published.en toe: de toetsbrochure, met datum.",
            "Add published.nl and published.en: the assessment brochure, with its date.",
        ),
    ),
}

_RULE: dict[str, Message] = {
    "rule-formative": (
        Text(
            "Een tussenevaluatie telt niet mee en heeft geen beslisregel.",
            "A midterm evaluation does not count and has no decision rule.",
        ),
        Text("Haal het onderdeel [rule] weg.", "Remove the part [rule]."),
    ),
    "rule-model-missing": (
        Text("De beslisregel zegt niets over model {model}.", "The decision rule says nothing about model {model}."),
        Text(
            "Voeg onder [rule.models] toe: {model} = {{ max_insufficient = 1, good_needed = 5 }}",
            "Add under [rule.models]: {model} = {{ max_insufficient = 1, good_needed = 5 }}",
        ),
    ),
    "rule-model-unknown": (
        Text(
            "De beslisregel noemt model ‘{value}’, maar dat is er niet.",
            "The decision rule names model ‘{value}’, but there is none.",
        ),
        Text("Kies uit: {options}.", "Choose from: {options}."),
    ),
    "rule-too-many": (
        Text(
            "‘{key}’ is {value}, maar kan hooguit {count} zijn: het aantal {things}.",
            "‘{key}’ is {value}, but can be at most {count}: the number of {things}.",
        ),
        Text("Schrijf {count} of een lager getal.", "Write {count} or a lower number."),
    ),
    "rule-family": (
        Text(
            "Bij ‘alles_voldoende’ mag geen enkel criterium onvoldoende zijn; ‘{key}’ is {value}.",
            "With ‘alles_voldoende’ no criterion may be insufficient; ‘{key}’ is {value}.",
        ),
        Text("Schrijf 0, of kies een andere ‘family’.", "Write 0, or choose another ‘family’."),
    ),
    "good-unreachable": (
        Text(
            'Model {model} kan niet goed worden: zijn schaal heeft geen niveau met outcome "G".',
            'Model {model} can never be good: its scale has no level with outcome "G".',
        ),
        Text("Laat ‘good_needed’ weg, of kies een andere schaal.", "Leave ‘good_needed’ out, or choose another scale."),
    ),
    "good-models-unreachable": (
        Text(
            "‘good_models’ is {value}, maar kan hooguit {count} zijn: het aantal modellen dat goed kan worden.",
            "‘good_models’ is {value}, but can be at most {count}: the number of models that can be good.",
        ),
        Text(
            "Verlaag ‘good_models’, of geef meer modellen een ‘good_needed’.",
            "Lower ‘good_models’, or give more models a ‘good_needed’.",
        ),
    ),
    "pivot-never-good": (
        Text(
            "Model {value} moet goed zijn voor het geheel, maar heeft zelf geen ‘good_needed’.",
            "Model {value} must be good for the whole, but has no ‘good_needed’ itself.",
        ),
        Text(
            "Geef dat model een ‘good_needed’, of laat ‘pivot’ weg.",
            "Give that model a ‘good_needed’, or leave ‘pivot’ out.",
        ),
    ),
    "pivot-without-good": (
        Text("‘pivot’ heeft geen betekenis zonder ‘good_models’.", "‘pivot’ has no meaning without ‘good_models’."),
        Text("Voeg ‘good_models’ toe, of laat ‘pivot’ weg.", "Add ‘good_models’, or leave ‘pivot’ out."),
    ),
}

_ADVICE: dict[str, Message] = {
    "descriptor-semicolon": (
        Text("Deze beschrijving bevat een puntkomma.", "This descriptor holds a semicolon."),
        Text(
            "Schrijf één zin met één waarneembaar gedrag.",
            "Write one sentence with one behaviour that can be observed.",
        ),
    ),
    "descriptor-long": (
        Text("Deze beschrijving telt {count} woorden.", "This descriptor counts {count} words."),
        Text(
            "Houd het bij 24 woorden of minder: de beoordelaar leest haar tijdens het kijken.",
            "Keep to 24 words or fewer: the assessor reads it while watching.",
        ),
    ),
    "descriptor-unobservable": (
        Text("‘{word}’ kan niemand waarnemen.", "Nobody can observe ‘{word}’."),
        Text("Beschrijf wat de student doet, zegt of laat zien.", "Describe what the student does, says or shows."),
    ),
    "descriptor-repeated": (
        Text(
            "De beschrijving van niveau {level} is gelijk aan die van niveau {other}.",
            "The descriptor of level {level} equals that of level {other}.",
        ),
        Text("Beschrijf waarin de niveaus verschillen.", "Describe how the levels differ."),
    ),
    "text-untranslated": (
        Text("De Nederlandse en de Engelse tekst zijn gelijk.", "The Dutch and the English text are equal."),
        Text("Vertaal een van beide.", "Translate one of them."),
    ),
    "scale-unused": (
        Text("Geen enkel model gebruikt schaal ‘{value}’.", "No model uses scale ‘{value}’."),
        Text("Haal de schaal weg, of noem haar bij een model.", "Remove the scale, or name it at a model."),
    ),
    "critical-formative": (
        Text(
            "‘critical’ heeft geen betekenis in een tussenevaluatie.",
            "‘critical’ has no meaning in a midterm evaluation.",
        ),
        Text("Haal de regel weg.", "Remove the line."),
    ),
}

MESSAGES: Final[dict[str, Message]] = _FILE | _KEYS | _TEXTS | _PARTS | _RULE | _ADVICE
"""Every code with its two sentences; ``{placeholders}`` are filled by `Findings`."""
