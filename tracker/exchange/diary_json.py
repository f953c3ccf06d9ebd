"""The diary file of the contract, version 1: out as sorted text, in all or nothing."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO
from operator import attrgetter
from pathlib import Path
from typing import Any

from tracker.clinical.library import Library
from tracker.domain.course import Course
from tracker.domain.diary import PersonDiary, Removal
from tracker.domain.entries import LvefEntry
from tracker.domain.people import CareTeam, Person
from tracker.domain.regimen import Regimen
from tracker.errors import NotUnderstoodError
from tracker.exchange.json_text import JsonText, Utf8Pieces
from tracker.exchange.read_alike import EntryReader
from tracker.exchange.read_people import read_course, read_custom_regimen, read_person
from tracker.exchange.reading import Fields, Members, wrong
from tracker.open_files import reading
from tracker.services.custom_regimen import as_plain
from tracker.services.plain_entries import entry_as_plain
from tracker.services.plain_events import event_as_plain
from tracker.services.progress import Progress, unwatched
from tracker.services.written_diary import WrittenDiary, WrittenEntry

FORMAT = "chemo-tracker-diary"
VERSION = 1
REMOVED = "removed_entries"
"""Written only where something was removed: ids and moments, for other copies of the diary."""

LARGEST_FILE = 49_000_000
"""Bytes; a hundred thousand answers are some 35 million."""


def read_diary_file(
    path: Path, library: Library, today: date, progress: Progress = unwatched
) -> tuple[WrittenDiary, ...]:
    """Return the diaries of all people in a file, or nothing of it.

    Raises:
        NotUnderstoodError: Names the place of the first thing that cannot be right, or the file
            cannot be read or is too large.
        StoppedError: The one who looks on wants no more of it.
    """
    try:
        with reading(path) as file:
            size = path.stat().st_size
            if size > LARGEST_FILE:
                raise NotUnderstoodError(
                    f"{path} has {size / 1e6:,.0f} MB, and a diary to be imported at most "
                    f"{LARGEST_FILE / 1e6:.0f} MB; nothing was imported; check the name, or bring "
                    "a diary that is so large over as a backup."
                )
            pieces = Utf8Pieces(file, size, LARGEST_FILE, progress)
            return _diaries(JsonText(pieces.read), library, today)
    except OSError as error:
        raise NotUnderstoodError(
            f"{path} cannot be read ({error.strerror}); nothing was imported; check the name."
        ) from None


def read_regimen(text: str, library: Library) -> Regimen:
    """Return phases typed by a person, in the shape of the key `custom`.

    Raises:
        NotUnderstoodError: Names the place of the first thing that cannot be right.
    """
    json_text = JsonText(StringIO(text).read)
    phases = Fields(json_text.value(), "")
    json_text.expect_end()
    return read_custom_regimen(phases, library)


def _diaries(text: JsonText, library: Library, today: date) -> tuple[WrittenDiary, ...]:
    with Fields(_read_top(text, EntryReader(library)), "") as top:
        if top.get("format") != FORMAT:
            raise top.wrong("format", f"“{FORMAT}” was expected, so this is no diary")
        version = top.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version != VERSION:
            raise top.wrong("version", f"this program reads version {VERSION}")
        if not isinstance(top.get("people"), list):
            raise top.wrong("people", "a list was expected")
        diaries = tuple(_person_diary(each, library, today) for each in top.objects("people"))
    _refuse_repeated_ids(diaries)
    return diaries


def _read_top(text: JsonText, reader: EntryReader) -> Any:
    """Return the whole file as plain values, but for the entries, which are entries already."""
    if text.next_sign() != "{":
        return text.value()
    top = Members()
    for key in text.members():
        if key == "people" and text.next_sign() == "[":
            top.add(
                key, [_read_person(text, f"people[{each}]", reader) for each in text.elements()]
            )
        else:
            top.add(key, text.value())
    text.expect_end()
    return top


def _read_person(text: JsonText, place: str, reader: EntryReader) -> Members:
    if text.next_sign() != "{":
        # Refused at once: a large file may hold millions of whatever this is.
        raise wrong(place, "an object in braces was expected")
    person = Members()
    for key in text.members():
        if key == "entries" and text.next_sign() == "[":
            person.add(key, reader.read(text, f"{place}.entries"))
        else:
            person.add(key, text.value())
    return person


def write_diaries(diaries: Iterable[PersonDiary]) -> str:
    """Return the file; equal diaries give equal bytes, and a new entry adds lines alone."""
    people = [_person_as_plain(each) for each in diaries]
    plain = {"format": FORMAT, "version": VERSION, "people": people}
    return json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _person_diary(fields: Fields, library: Library, today: date) -> WrittenDiary:
    person = read_person(fields, today)
    courses = tuple(read_course(each, library) for each in fields.objects("courses"))
    entries: list[WrittenEntry] = fields.items("entries")
    entries.sort(key=attrgetter("at_utc"))
    chosen = person.heart.baseline_entry
    if chosen is not None and str(chosen) not in _ids_of_scans(entries):
        raise fields.wrong("heart.baseline_entry", "the id of a heart scan below was expected")
    removed = tuple(
        Removal(each.identity("id"), each.moment("at")) for each in fields.objects(REMOVED)
    )
    return WrittenDiary(person, courses, tuple(entries), removed)


def _ids_of_scans(entries: Iterable[WrittenEntry]) -> frozenset[str]:
    return frozenset(each.entry_id for each in entries if isinstance(each.like, LvefEntry))


def _refuse_repeated_ids(diaries: tuple[WrittenDiary, ...]) -> None:
    seen: set[str] = set()
    for number, diary in enumerate(diaries):
        courses = [str(course.id) for course in diary.courses]
        entries = [entry.entry_id for entry in diary.entries]
        removed = [str(each.entry_id) for each in diary.removed]
        for each in (str(diary.person.id), *courses, *entries, *removed):
            if each in seen:
                raise wrong(f"people[{number}]", f"the id {each} stands in the file twice")
            seen.add(each)


def too_large_to_import(content: bytes) -> str | None:
    """Return a sentence where a file is larger than what can be read in again."""
    if len(content) <= LARGEST_FILE:
        return None
    return (
        f"This file has {len(content) / 1e6:,.0f} MB, which is more than can be imported again; "
        "make a backup as well."
    )


def _person_as_plain(diary: PersonDiary) -> dict[str, Any]:
    person = diary.person
    removed = [{"id": str(each.entry_id), "at": each.at.isoformat()} for each in diary.removed]
    return {
        "id": str(person.id),
        "name": person.name,
        "born_on": _day(person.born_on),
        "care": _care(person.care),
        "heart": _heart(diary),
        "surgeries": [
            {"on": each.on.isoformat(), "name": each.name, "definitive": each.definitive}
            for each in person.surgeries
        ],
        "radiotherapy": _radiotherapy(person),
        "courses": [_course(course) for course in diary.courses],
        "entries": [entry_as_plain(entry) for entry in diary.entries],
        **({REMOVED: removed} if removed else {}),
    }


def _care(care: CareTeam) -> dict[str, Any]:
    card = care.fever_card
    return {
        "country": care.country,
        "units": {
            "temperature": care.units.temperature.value,
            "weight": care.units.weight.value,
        },
        "fever_card": None
        if card is None
        else {"high": f"{card.high:f}", "low": f"{card.low:f}", "unit": card.unit.value},
        "emergency_number": care.emergency_number,
        "contacts": [{"label": each.label, "phone": each.phone} for each in care.contacts],
    }


def _heart(diary: PersonDiary) -> dict[str, Any]:
    heart = diary.person.heart
    limit, factors, chosen = heart.lvef_lower_limit, heart.risk_factors, heart.baseline_entry
    plain: dict[str, Any] = {
        "label": heart.label.value,
        "lvef_lower_limit": None if limit is None else f"{limit:f}",
        "risk_factors": None if factors is None else list(factors),
    }
    if any(scan.id == chosen for scan in _scans(diary)):
        plain["baseline_entry"] = str(chosen)
    return plain


def _scans(diary: PersonDiary) -> Iterator[LvefEntry]:
    return (entry for entry in diary.entries if isinstance(entry, LvefEntry))


def _radiotherapy(person: Person) -> dict[str, Any] | None:
    radiotherapy = person.radiotherapy
    if radiotherapy is None:
        return None
    return {"from": radiotherapy.starts_on.isoformat(), "to": _day(radiotherapy.ends_on)}


def _course(course: Course) -> dict[str, Any]:
    return {
        "id": str(course.id),
        "regimen": course.regimen.id,
        "setting": course.setting.value,
        "starts_on": course.starts_on.isoformat(),
        "resumes_on": _day(course.resumes_on),
        "custom": as_plain(course.regimen) if course.is_custom else None,
        "events": [event_as_plain(event) for event in course.events],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
