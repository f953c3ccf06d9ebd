"""What each drug is known for: its side effects, how common, when in the cycle, how serious."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class HowCommon(StrEnum):
    """How many of 100 people have it, as labels count."""

    VERY_COMMON = "very-common"  # 10 or more
    COMMON = "common"  # 1 to under 10
    UNCOMMON = "uncommon"  # 0.1 to under 1
    RARE = "rare"  # under 0.1
    NOT_KNOWN = "not-known"

    @property
    def rank(self) -> int:
        """0 for very common; an unknown band stands between common and uncommon."""
        return _RANKS[self]


_RANKS = {
    HowCommon.VERY_COMMON: 0,
    HowCommon.COMMON: 1,
    HowCommon.NOT_KNOWN: 2,
    HowCommon.UNCOMMON: 3,
    HowCommon.RARE: 4,
}


class Onset(StrEnum):
    """When an effect tends to come, where cycle days do not say it."""

    FIRST_DOSE = "first-dose"
    FIRST_MONTH = "first-month"
    WEEKS = "weeks"
    ADDS_UP = "adds-up"
    MONTHS = "months"
    YEARS = "years"

    @property
    def is_slow(self) -> bool:
        """Whether asking every day tells little: it comes over weeks or later."""
        return self in {Onset.WEEKS, Onset.MONTHS, Onset.YEARS}


class SideEffect(NamedTuple):
    """One known effect of one drug.

    Attributes:
        effect: Id; the id of a symptom where people can feel it as such.
        name: As it stands inside a sentence.
        symptoms: Symptoms it shows as, the most telling first; empty when nothing can be felt.
        lab: The blood test that shows it; None where none does.
        measure: `temperature`, `weight` or `lvef` where that shows it; None otherwise.
        percent: How many of 100 in the study of the source; None where no figure was seen.
        days: First and last cycle day on which it tends to come; None: see `onset`.
        onset: None where neither days nor a time are known.
        how_often: In words, with drug and time: "often with docetaxel, usually days 2 to 5".
        hint: What the check-in says beside its symptoms; names the effect where they are its signs.
        source: Id of the source that names the effect.
        timing_source: Id of the source of `days` or `onset`; None where neither is known.
        named_in_seed: The text that this program starts from names it.
    """

    effect: str
    name: str
    symptoms: tuple[str, ...]
    lab: str | None
    measure: str | None
    how_common: HowCommon
    percent: Decimal | None
    days: tuple[int, int] | None
    onset: Onset | None
    serious: bool
    how_often: str
    hint: str
    source: str
    timing_source: str | None
    named_in_seed: bool


class DrugProfile(NamedTuple):
    """What people can read about one drug.

    Attributes:
        word: The name as it stands inside a sentence.
        also_called: Brand names; biosimilars of trastuzumab have others as well.
        about: One sentence.
        source: Id of the source that says what the drug is.
        named_in_seed: The text that this program starts from names the drug.
        effects: Most common first.
    """

    id: str
    name: str
    word: str
    also_called: tuple[str, ...]
    about: str
    source: str
    named_in_seed: bool
    effects: tuple[SideEffect, ...]


class LateEffect(NamedTuple):
    """What treatment can bring months or years after it.

    Attributes:
        drugs: Drug ids it is known of.
        symptoms: Symptoms it shows as; empty when nothing can be felt.
        of_100: How many of 100 people, from and to; None where no figure was seen.
        sources: Ids of its sources, the main one first.
        named_in_seed: The text that this program starts from names it.
    """

    id: str
    name: str
    text: str
    drugs: tuple[str, ...]
    symptoms: tuple[str, ...]
    of_100: tuple[Decimal, Decimal] | None
    sources: tuple[str, ...]
    named_in_seed: bool
