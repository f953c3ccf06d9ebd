"""Words that an entry may carry beside what it says."""

from enum import StrEnum


class EnteredAs(StrEnum):
    """An answer that one tap gave together with others, so that nobody reads more into it."""

    COPIED = "copied"
    ALL_NONE = "all-none"


class Comparator(StrEnum):
    """A lab result that the slip gives only as below or above a number."""

    BELOW = "<"
    ABOVE = ">"


class Helped(StrEnum):
    """Whether a medicine helped, as the person says."""

    YES = "yes"
    A_LITTLE = "a-little"
    NO = "no"


HELPED_WORDS = {
    Helped.YES: "it helped",
    Helped.A_LITTLE: "it helped a little",
    Helped.NO: "it did not help",
}
ENTERED_AS_WORDS = {
    EnteredAs.COPIED: "copied from the day before",
    EnteredAs.ALL_NONE: "“no symptoms” for all in one tap",
}
