"""Whole diaries for the exports: a person with a plan, and the entries a test names."""

from collections.abc import Iterable
from datetime import datetime

from hypothesis import strategies as st

from tests.builders import NOW, PERSON_ID, Clock, a_companion
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.entries import AnyEntry
from tracker.domain.people import Person
from tracker.services.companion import Companion
from tracker.services.ports import Write
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.services.whole_record import WholeRecord, whole_record

HOSTILE = (
    "=SUM(A1:A9)",
    "+1-800",
    "-2 mg",
    "@home",
    "\ttabbed",
    "\r=1+1",
    "\n@home",
    "\uff1dSUM(A1:A9)",
    "'=already quoted",
    "''@twice",
    "'plain quote",
    'say "yes", or; no',
    "line\r\nBEGIN:VEVENT\nSUMMARY:forged",
    "a\rb\x0bc\x0cd\x85e\u2028f\u2029g",
    "#set text(red) $x$ *b* <b>bold</b> <script>alert(1)</script> &amp;",
    "\u200f\u05e2\u05d1\u05e8\u202e evil \u202d",
    "\U0001f600 \U0001f469\u200d\U0001f52c e\u0301",
    "bell \x07 escape \x1b[31m",
    "\ufeffmark",
    "back\\slash \\n \\, ^n",
    'DTSTART;TZID="x":20260101',
    "\u00a0",
    '"\\u00001\\u0000"',
    "long " * 4000,
)
"""Texts that some reader somewhere takes for a command; all can be typed into the diary."""

TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        min_size=1,
        max_size=200,
    ),
).filter(lambda text: bool(text.strip()))


class Diary:
    """A diary in memory whose clock a test sets, and what an export reads from it."""

    def __init__(
        self, *, regimen: str | None = "tchp", person: Person | None = None, now: datetime = NOW
    ) -> None:
        self.storage = MemoryStorage()
        self.clock = Clock(now)
        self.companion: Companion = a_companion(
            storage=self.storage, clock=self.clock, regimen=regimen, person=person
        )

    def write(self, *entries: AnyEntry) -> "Diary":
        self.storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, each) for each in entries)))
        return self

    def record(self) -> WholeRecord:
        person = self.companion.person()
        return whole_record(self.storage, library(), person, self.clock())


def a_record(entries: Iterable[AnyEntry] = (), *, regimen: str | None = "tchp") -> WholeRecord:
    return Diary(regimen=regimen).write(*entries).record()


def the_sample() -> WholeRecord:
    storage, write = MemoryStorage(), sample_write()
    storage.apply(write)
    return whole_record(storage, library(), write.people[0], SAMPLE_NOW)
