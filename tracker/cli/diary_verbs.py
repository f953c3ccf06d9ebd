"""The verbs that make, write out and read in whole diaries: init, demo, export, import."""

import argparse
import sys
from pathlib import Path
from uuid import uuid4

from tracker.cli import typed
from tracker.cli.columns import counted
from tracker.cli.desk import Bench
from tracker.cli.export_forms import export_choices, export_record
from tracker.cli.plan_verbs import requested
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import CareTeam, HeartProfile, LabelRegion, Person, Surgery, Units
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import read_diaries, write_diaries
from tracker.services.exchanging import arrival, everything
from tracker.services.planning import course_record, requested_course
from tracker.services.ports import CourseRecord, Write
from tracker.services.profile import check_person
from tracker.services.sample import SAMPLE_NAME, sample_write
from tracker.storage.files import make_private_folder, write_whole
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import NewLock, create_diary, new_lock, open_diary
from tracker.storage.sql_storage import SqlStorage

_LARGEST_FILE = 200_000_000
_COUNTRY_OF_OLD_UNITS = "US"


def do_init(bench: Bench, found: argparse.Namespace) -> None:
    """Make a new diary with one person, and her plan where one is named."""
    path, now = bench.diary_path(), bench.now()
    person = _new_person(found)
    check_person(person, now.date())
    courses: tuple[CourseRecord, ...] = ()
    if found.regimen is not None:
        course = requested_course(bench.library, requested(bench, found), now.date())
        courses = (course_record(course, person.id, now),)
    elif any((found.start, found.resume, found.setting, found.custom)):
        raise NotUnderstoodError(
            "A start needs its regimen; nothing was made; add --regimen ID, or leave the start out."
        )
    if bench.options.diary is None:
        make_private_folder(path.parent)
    lock = new_lock(bench.passphrase())
    create_diary(path, Write(at=now, people=(person,), courses=courses), lock).close()
    plain = {"diary": str(path), "person": str(person.id)}
    lines = [f"A new diary for {person.name}: {path}"]
    if lock is not None:
        plain["recovery_key"] = lock.recovery_key
        lines += _about_the_lock(path, lock)
    bench.show(plain, lines)


def _about_the_lock(path: Path, lock: NewLock) -> list[str]:
    return [
        f"It is encrypted; its key, locked by the passphrase, is in {key_file_of(path)}.",
        "The two files belong together; a copy made with “backup” is complete in one file.",
        f"Recovery key: {lock.recovery_key}",
        "Write it on paper: without it, nothing opens the diary if the passphrase is forgotten.",
    ]


def _new_person(found: argparse.Namespace) -> Person:
    country = found.country.strip().upper()
    is_us = country == _COUNTRY_OF_OLD_UNITS
    units = Units(
        TemperatureUnit.FAHRENHEIT if is_us else TemperatureUnit.CELSIUS,
        WeightUnit.POUND if is_us else WeightUnit.KILOGRAM,
    )
    return Person(
        id=uuid4(),
        name=found.name.strip(),
        born_on=None if found.born is None else typed.day(found.born),
        care=CareTeam(country=country, units=units),
        heart=HeartProfile(label=LabelRegion.US if is_us else LabelRegion.EU),
        surgeries=() if found.surgery is None else (Surgery(typed.day(found.surgery)),),
    )


def do_demo(bench: Bench, found: argparse.Namespace) -> None:
    """Make a sample diary of an invented person."""
    create_diary(found.file, sample_write()).close()
    bench.show(
        {"diary": str(found.file), "sample": True},
        [f"A sample diary of an invented person ({SAMPLE_NAME}): {found.file}"],
    )


def do_export(bench: Bench, found: argparse.Namespace) -> None:
    """Write everything in the diary into one file."""
    choices = export_choices(found)
    if found.form != "json":
        export_record(bench, found, choices)
        return
    with bench.storage() as storage:
        diaries = everything(storage, bench.library)
    write_whole(found.out, write_diaries(diaries).encode())
    entries = sum(len(each.entries) for each in diaries)
    plain = {"out": str(found.out), "people": len(diaries), "entries": entries}
    bench.show(plain, [f"{counted(entries, 'entry', 'entries')} written to {found.out}."])


def do_import(bench: Bench, found: argparse.Namespace) -> None:
    """Add what a diary file holds, all or nothing."""
    now, passphrase = bench.now(), bench.passphrase()
    diaries = read_diaries(_text_of(found.file), bench.library, now.date())
    path = bench.diary_path()
    if path.exists() or path.is_symlink():
        storage: SqlStorage | None = open_diary(path, moment=now, passphrase=passphrase)
    else:
        storage = None
    arriving = arrival(storage, bench.library, diaries, now)
    if storage is None:
        if bench.options.diary is None:
            make_private_folder(path.parent)
        storage = _made_for(bench, path, arriving.write)
    elif not arriving.adds_nothing:
        storage.apply(arriving.write)
    storage.close()
    write = arriving.write
    plain = {
        "people": len(write.people),
        "courses": len(write.courses),
        "events": len(write.events),
        "entries": len(write.entries),
        "already_here": arriving.already_here,
    }
    said = (
        f"Added {counted(len(write.entries), 'entry', 'entries')} and "
        f"{counted(len(write.people), 'person', 'people')}; "
        f"{counted(arriving.already_here, 'entry', 'entries')} already here."
    )
    bench.show(plain, [said])


def _made_for(bench: Bench, path: Path, write: Write) -> SqlStorage:
    lock = new_lock(bench.passphrase())
    made = create_diary(path, write, lock)
    if lock is not None:
        print("\n".join(_about_the_lock(path, lock)), file=sys.stderr)
    return made


def _text_of(path: Path) -> str:
    try:
        if path.is_file() and path.stat().st_size > _LARGEST_FILE:
            raise NotUnderstoodError(
                f"{path} is too large to be a diary; nothing was imported; check the name."
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NotUnderstoodError(
            f"{path} cannot be read ({error.strerror}); nothing was imported; check the name."
        ) from None
    except UnicodeDecodeError:
        raise NotUnderstoodError(
            f"{path} is not text in UTF-8, so it is no diary in JSON; nothing was imported."
        ) from None
