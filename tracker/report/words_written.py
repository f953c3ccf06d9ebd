"""What the person wrote in her own words: questions, notes, and whom she told."""

from datetime import date

from tracker.domain.entries import AnyEntry, NoteEntry, QuestionEntry
from tracker.report.content import AppendixPart, Fact, Lines, Question, Questions
from tracker.report.events import told_about_events
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import more_of, named_day

_MOST_QUESTIONS = 6
_MOST_NOTES = 4
_LONGEST_QUESTION = 300
_LONGEST_NOTE = 160
_LONGEST_IN_APPENDIX = 1_200


def questions(inputs: ReportInputs) -> tuple[Questions, tuple[AppendixPart, ...]]:
    """Return the open questions of any day, then those answered in the days covered."""
    asked = [
        entry
        for entry in inputs.questions
        if entry.answer is None or inputs.since <= entry.day <= inputs.until
    ]
    asked.sort(key=lambda entry: (entry.answer is not None, entry.day))
    concerns = [entry for entry in asked if entry.main_concern and entry.answer is None]
    concern = max(concerns, key=lambda entry: entry.at, default=None)
    asked = [entry for entry in asked if entry is not concern]
    shown, rest = asked[:_MOST_QUESTIONS], asked[_MOST_QUESTIONS:]
    section = Questions(
        tuple(_question(inputs, entry) for entry in shown),
        more_of(len(rest), "question"),
        None if concern is None else _question(inputs, concern),
    )
    first = shown if concern is None else [concern, *shown]
    long_ones = [entry for entry in first if len(entry.text) > _LONGEST_QUESTION]
    facts = tuple(_question_in_full(inputs, entry) for entry in (*long_ones, *rest))
    return section, (AppendixPart("More questions", facts),) if facts else ()


def _question(inputs: ReportInputs, entry: QuestionEntry) -> Question:
    return Question(
        asked=named_day(entry.day, inputs.year),
        text=shortened(entry.text, _LONGEST_QUESTION),
        answer=shortened(entry.answer, _LONGEST_QUESTION) if entry.answer else None,
    )


def notes(inputs: ReportInputs) -> tuple[Lines | None, tuple[AppendixPart, ...]]:
    """Return the latest notes, shortened, with the rest in full; None when there is no note."""
    written = _written(inputs)
    if not written:
        return None, ()
    shown, rest = written[:_MOST_NOTES], written[_MOST_NOTES:]
    facts = tuple(
        Fact(named_day(day, inputs.year), shortened(text, _LONGEST_NOTE)) for day, text in shown
    )
    cut = [(day, text) for day, text in shown if len(text) > _LONGEST_NOTE]
    in_full = tuple(
        Fact(named_day(day, inputs.year), shortened(text, _LONGEST_IN_APPENDIX))
        for day, text in (*cut, *rest)
    )
    section = Lines(None, facts, more_of(len(rest), "note"))
    return section, (AppendixPart("More notes", in_full),) if in_full else ()


def _written(inputs: ReportInputs) -> list[tuple[date, str]]:
    """Return notes, words added to answers, and other contacts, the latest first."""
    with_events = told_about_events(inputs)
    written: list[tuple[AnyEntry, str]] = [
        *((note, note.text) for note in inputs.covered(NoteEntry)),
        *(
            (answer, f"{inputs.symptom(answer.symptom)}: {answer.note}")
            for answer in inputs.answers.values()
            if answer.note
        ),
        *(
            (contact, ": ".join(filter(None, (f"Told {contact.who}", contact.text))))
            for contact in inputs.contacts
            if contact.id not in with_events
        ),
    ]
    written.sort(key=lambda each: (each[0].day, each[0].at), reverse=True)
    return [(entry.day, _with_writer(inputs, entry.by, text)) for entry, text in written]


def _with_writer(inputs: ReportInputs, by: str, text: str) -> str:
    return text if by == "self" else f"{inputs.written_by(by)} wrote: {text}"


def _question_in_full(inputs: ReportInputs, entry: QuestionEntry) -> Fact:
    text = shortened(entry.text, _LONGEST_IN_APPENDIX)
    if entry.answer:
        text += f" Answer: {shortened(entry.answer, _LONGEST_IN_APPENDIX)}"
    return Fact(named_day(entry.day, inputs.year), text)
