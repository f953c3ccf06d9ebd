"""Whole diaries from and to what a diary file has: the program itself makes few of the entries."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.clinical.library import Library
from tracker.domain.diary import PersonDiary
from tracker.exchange.diary_json import read_diary_file
from tracker.services.written_diary import WrittenDiary, WrittenEntry


def read_diaries(text: str, library: Library, today: date) -> tuple[PersonDiary, ...]:
    """Return the diaries of a file with this text, or raise what the file is refused with."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "diary.json")
        path.write_text(text, encoding="utf-8", newline="")
        return made(read_diary_file(path, library, today))


def made(diaries: tuple[WrittenDiary, ...]) -> tuple[PersonDiary, ...]:
    """Return diaries with their entries made."""
    return tuple(
        PersonDiary(
            each.person,
            each.courses,
            tuple(entry.entry() for entry in each.entries),
            each.removed,
        )
        for each in diaries
    )


def as_written(diary: PersonDiary) -> WrittenDiary:
    """Return how a file has a diary."""
    entries = tuple(map(WrittenEntry.of, diary.entries))
    return WrittenDiary(diary.person, diary.courses, entries, diary.removed)
