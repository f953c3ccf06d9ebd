"""The page of one cycle as it is typed in, with what the diary says already."""

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import NoteEntry, QuestionEntry, SymptomEntry
from tracker.domain.symptoms import symptom_name
from tracker.services.companion import Companion
from tracker.services.paper_diary import own_word_rows, paper_days, paper_symptoms
from tracker.ui.history.own_word_rows import OwnWordRows
from tracker.ui.history.page_sheet import PageSheet
from tracker.ui.history.page_texts import TextRow


def page_sheet(companion: Companion, span: CycleSpan) -> PageSheet:
    """Return the page of a cycle with what the diary says already.

    What was answered in it and is not on paper stands in the rows for own words.
    """
    days, definitions = paper_days(span), companion.library.symptoms
    entries = companion.diary.entries(days[0], days[-1], ("symptom", "note", "question"))
    answers = [each for each in entries if isinstance(each, SymptomEntry)]
    asked = paper_symptoms(companion, span)
    names = [symptom_name(each, definitions) for each in asked]
    besides = dict.fromkeys(each.symptom for each in answers if each.symptom not in asked)
    rows = own_word_rows(names)
    known = {each.name.lower(): each.id for each in definitions.values()}
    own = [symptom_name(each, definitions) for each in besides][:rows]
    return PageSheet(
        symptoms=tuple(zip(asked, names, strict=True)),
        days=days,
        today=companion.clock().date(),
        stored={(each.symptom, each.day): each.severity for each in answers},
        unit=companion.person().care.units.temperature,
        own=OwnWordRows([*own, *[""] * (rows - len(own))], known),
        notes=TextRow({each.day: each.text for each in entries if isinstance(each, NoteEntry)}),
        questions=TextRow(
            {each.day: each.text for each in entries if isinstance(each, QuestionEntry)}
        ),
    )
