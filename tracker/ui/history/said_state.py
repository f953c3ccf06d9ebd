"""Who said what: answers of several people about the same days, side by side. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.entries import SymptomEntry
from tracker.domain.entry_words import EnteredAs
from tracker.domain.symptoms import symptom_name
from tracker.domain.wording import counted
from tracker.domain.writers import SELF, SaidOnDay, said_by_day, writers_of
from tracker.services.companion import Companion
from tracker.services.printing import ShownTable
from tracker.ui.history.state import SEVERITY_WORDS

_BOTH = 2
_MOST_NAMED = 3
_ENTERED_AS = {EnteredAs.COPIED: "copied", EnteredAs.ALL_NONE: "all none"}


class SaidRows(StrEnum):
    """Which rows are wanted."""

    DIFFERENT = "different"
    BOTH = "both"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One symptom on one day.

    Attributes:
        answers: In words, one for each writer; empty where she or he did not answer.
        levels_apart: None where fewer than two gave a number.
        difference: In words; empty where nothing can be compared.
    """

    day: date
    name: str
    answers: tuple[str, ...]
    levels_apart: int | None
    difference: str


@dataclass(frozen=True, slots=True)
class SaidState:
    """The answers of some days.

    Attributes:
        writers: Names, the person herself first.
        sentence: How often they agree.
    """

    writers: tuple[str, ...]
    rows: tuple[SaidRow, ...]
    sentence: str

    def as_table(self) -> ShownTable:
        """Return the rows for a spreadsheet."""
        return ShownTable(
            ("day", "side effect", *self.writers, "difference"),
            tuple(
                (row.day.isoformat(), row.name, *row.answers, row.difference) for row in self.rows
            ),
        )


def said_state(
    companion: Companion,
    since: date,
    until: date,
    wanted: SaidRows,
    elsewhere: Sequence[str] = (),
) -> SaidState:
    """Return who said what about the days from `since` to `until`, both included.

    `elsewhere` names the other cycles that have something to compare, the latest first.
    """
    entries = companion.diary.entries(since, until, ("symptom",))
    said = said_by_day(entry for entry in entries if isinstance(entry, SymptomEntry))
    ids = writers_of(said)
    own_name = companion.person().name
    names = tuple(own_name if each == SELF else each for each in ids)
    definitions = companion.library.symptoms
    order = {symptom: place for place, symptom in enumerate(definitions)}
    in_order = sorted(
        said, key=lambda each: (-each.day.toordinal(), order.get(each.symptom, len(order)))
    )
    rows = tuple(
        SaidRow(
            each.day,
            symptom_name(each.symptom, definitions),
            tuple(_words(each.answers.get(writer)) for writer in ids),
            each.levels_apart,
            _difference(each, ids, names),
        )
        for each in in_order
        if _is_wanted(each, wanted)
    )
    return SaidState(names, rows, _sentence(said, names, elsewhere))


def _why_nothing(said: tuple[SaidOnDay, ...], names: tuple[str, ...]) -> str:
    if not said:
        return "Nobody answered in this cycle."
    if len(names) < _BOTH:
        return f"In this cycle only {names[0]} wrote."
    if any(len(each.answers) >= _BOTH for each in said):
        return "In this cycle one of the two would rather not say each time."
    return "In this cycle no two people answered about the same side effect on the same day."


def _where_else(elsewhere: Sequence[str]) -> str:
    """Return which cycles have something to compare, or what would."""
    if not elsewhere:
        return "When a helper answers about the same day, both answers stand side by side here."
    named, left = list(elsewhere[:_MOST_NAMED]), len(elsewhere) - _MOST_NAMED
    if left > 0:
        named.append(counted(left, "earlier one"))
    words = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"There is something to compare in {words}."


def _is_wanted(said: SaidOnDay, wanted: SaidRows) -> bool:
    if wanted is SaidRows.ALL:
        return True
    if wanted is SaidRows.BOTH:
        return len(said.answers) >= _BOTH
    return bool(said.levels_apart)


def _words(answer: SymptomEntry | None) -> str:
    if answer is None:
        return ""
    if answer.severity is None:
        return "rather not say"
    how = f", {_ENTERED_AS[answer.entered_as]}" if answer.entered_as else ""
    return f"{answer.severity} {SEVERITY_WORDS[answer.severity]}{how}"


def _difference(said: SaidOnDay, ids: tuple[str, ...], names: tuple[str, ...]) -> str:
    apart = said.levels_apart
    if apart is None:
        return ""
    if apart == 0:
        return "Same"
    if len(said.answers) > _BOTH:
        return f"{counted(apart, 'level')} apart"
    higher = max(
        (each for each in said.answers.items() if each[1].severity is not None),
        key=lambda each: each[1].severity or 0,
    )
    return f"{names[ids.index(higher[0])]}: {apart} higher"


def _sentence(said: tuple[SaidOnDay, ...], names: tuple[str, ...], elsewhere: Sequence[str]) -> str:
    apart = [each.levels_apart for each in said if each.levels_apart is not None]
    if not apart:
        return f"{_why_nothing(said, names)} {_where_else(elsewhere)}"
    different = [each for each in apart if each]
    if not different:
        return f"{counted(len(apart), 'time')} answered by more than one: always the same."
    same = len(apart) - len(different)
    return (
        f"{counted(len(apart), 'time')} answered by more than one: "
        f"{f'{same} the same, ' if same else ''}{len(different)} different, "
        f"at most {counted(max(different), 'level')} apart."
    )
