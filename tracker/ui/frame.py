"""What the window shows around every page; plain values, built by the services' side."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

# Named tuples: a dataclass takes seven times as long to make, and the first paint waits for this.


class AdviceLine(NamedTuple):
    """The number to call day and night; `number` is None until the person has entered it."""

    label: str
    number: str | None


class Badge(NamedTuple):
    """A word beside a page's name, and the sentence a screen reader says for it."""

    word: str
    spoken: str


class UrgentNotice(NamedTuple):
    """The red strip: what to do now, and the number to call."""

    title: str
    number: str | None


class CallSection(NamedTuple):
    """One box of "When to call": a title, whom to call, and when."""

    title: str
    number: str | None
    points: tuple[str, ...]
    urgent: bool = False


class Frame(NamedTuple):
    """Everything that does not belong to one page.

    Attributes:
        person: Whose diary this is.
        logging_as: Who writes in it, when that is somebody else; None is the person herself.
        sample: The diary is an invented person's.
        badges: By page id.
        urgent: None when no card is up.
        call_note: A small line under "When to call".
    """

    person: str
    advice_line: AdviceLine
    logging_as: str | None = None
    sample: bool = False
    badges: Mapping[str, Badge] = MappingProxyType({})
    urgent: UrgentNotice | None = None
    when_to_call: tuple[CallSection, ...] = ()
    call_note: str = ""
