"""What the clinic report says: plain frozen values, already worded; no layout and no Typst."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Section(StrEnum):
    """The parts a person can leave out; who and where in treatment is always there."""

    MATTERS_MOST = "matters-most"
    QUESTIONS = "questions"
    CHANGES = "changes"
    SIDE_EFFECTS = "side-effects"
    TEMPERATURES = "temperatures"
    TREATMENT = "treatment"
    COUNTS = "counts"
    HEART = "heart"
    MEDICINES = "medicines"
    NOTES = "notes"


class Paper(StrEnum):
    """Sheet sizes by their Typst names."""

    A4 = "a4"
    LETTER = "us-letter"


class Gap(StrEnum):
    """Why a cell of the grid holds no severity; they are told apart on paper."""

    UNANSWERED = "unanswered"
    SKIPPED = "skipped"
    AHEAD = "ahead"


Cell = int | Gap


@dataclass(frozen=True, slots=True)
class More:
    """How many of something stand elsewhere; the page says where.

    Attributes:
        one: The word for one of them.
        many: The word for several.
    """

    number: int
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact.

    Attributes:
        items: What the text names one by one, those that have no room in it as well.
    """

    label: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """One event that the clinic should see first.

    Attributes:
        when: Day or days.
        done: What was done about it, as the diary says; None where nothing is written down.
        place: Cycle and cycle day; None outside a cycle and for more than one day.
        urgent: Reached a call-now or emergency level when it was written.
    """

    when: str
    what: str
    done: str | None = None
    place: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Highlights:
    """What matters most, worst first; `more` says how many stand elsewhere.

    Attributes:
        not_found: What was looked for and not found, and in how many days; None where it was found.
    """

    lines: tuple[Highlight, ...]
    more: tuple[More, ...] = ()
    not_found: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the person's own; `answer` None until it was answered."""

    asked: str
    text: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """Open questions first, then those answered in the period.

    Attributes:
        concern: What weighs most on the person, in her words; it is not among the lines.
    """

    lines: tuple[Question, ...]
    more: tuple[More, ...] = ()
    concern: Question | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One symptom: the patient word, the clinical term, and its cells.

    Attributes:
        by_cycle: Worst severity in each cycle, one cell per column of the grid.
        by_day: Severity on each day of the cycle shown.
        by_others: The places in `by_day` that somebody else wrote for her.
    """

    name: str
    term: str
    by_cycle: tuple[Cell, ...]
    by_day: tuple[Cell, ...]
    by_others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomGrid:
    """Worst severity per symptom and cycle, and beside it one cycle day by day.

    Attributes:
        cycles: Column headings of the cycle part; empty when only days are shown.
        more: How many symptoms or cycles stand elsewhere.
        silent_cycles: How many cycles have no column because nothing was answered in them.
        days: Cycle days of the day part; empty outside a cycle.
        low_count_days: Cycle days in which counts are usually low.
        today: The cycle day of the report; None when it lies outside the days shown.
        never: Symptoms answered `none` each time they were answered, in patient words.
        writers: Who wrote the marked days.
    """

    cycles: tuple[str, ...]
    cycles_title: str
    days: tuple[int, ...]
    days_title: str
    rows: tuple[GridRow, ...]
    low_count_days: tuple[int, ...] = ()
    today: int | None = None
    never: tuple[str, ...] = ()
    more: tuple[More, ...] = ()
    silent_cycles: int = 0
    writers: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A short list: a summary, the lines, and how many stand elsewhere.

    Attributes:
        more: How many lines are not here.
        note: How the lines came about, in small print.
    """

    summary: str | None = None
    lines: tuple[Fact, ...] = ()
    more: tuple[More, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One treatment day: what was planned, what happened, and why."""

    cycle: str
    planned: str
    given: str
    change: str
    changed: bool


@dataclass(frozen=True, slots=True)
class DoseTable:
    """Treatment days of the course, oldest first."""

    lines: tuple[DoseLine, ...]
    more: tuple[More, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LvefLine:
    """One heart scan of the ledger.

    Attributes:
        change: Percentage points from the baseline; empty for the baseline itself.
        on: The same day as in `day`, for the drawing.
    """

    day: str
    value: str
    method: str
    change: str
    on: date
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartLedger:
    """Heart scans, what is due, and what the labels say of the latest.

    Attributes:
        alt: The drawing in words.
        lower_limit: The hospital's own lower limit in percent; None when not known.
    """

    lines: tuple[LvefLine, ...]
    remarks: tuple[str, ...]
    alt: str
    lower_limit: Decimal | None = None
    more: tuple[More, ...] = ()


@dataclass(frozen=True, slots=True)
class CountTable:
    """Lab values as on the slips: one row per test, one column per day.

    Attributes:
        remarks: Weight, blood pressure and pulse in one sentence each.
        beyond: Values that have no column: the lowest, and the latest from before the days covered.
    """

    days: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: tuple[More, ...] = ()
    remarks: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppendixPart:
    """What did not fit in its section, in full.

    Attributes:
        more: How many lines have no room here either.
    """

    title: str
    lines: tuple[Fact, ...] = ()
    grid: SymptomGrid | None = None
    more: tuple[More, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """One report; a section is None when the person left it out.

    Attributes:
        person: Name and year of birth.
        period: The days covered and how many of them were answered.
        sample: The mark of an invented person; None on a real diary.
        made_at: The moment of printing, aware; also the date of the document.
        printed: The moment of printing in words.
        footer: What kind of paper this is and who wrote it.
    """

    title: str
    person: str
    period: str
    answered: str
    facts: tuple[Fact, ...]
    made_at: datetime
    printed: str
    footer: tuple[str, ...]
    paper: Paper = Paper.A4
    language: str = "en"
    sample: str | None = None
    highlights: Highlights | None = None
    questions: Questions | None = None
    changes: Lines | None = None
    grid: SymptomGrid | None = None
    temperatures: Lines | None = None
    doses: DoseTable | None = None
    counts: CountTable | None = None
    heart: HeartLedger | None = None
    medicines: Lines | None = None
    notes: Lines | None = None
    appendix: tuple[AppendixPart, ...] = ()
