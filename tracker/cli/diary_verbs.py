"""The verbs that make and write out whole diaries: init, demo, export."""

import argparse
from pathlib import Path
from uuid import uuid4

from tracker.cli import typed
from tracker.cli.desk import Bench
from tracker.cli.export_forms import export_choices, export_record
from tracker.cli.overwriting import refuse_overwriting
from tracker.cli.plan_verbs import requested
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import CareTeam, HeartProfile, LabelRegion, Person, Surgery, Units
from tracker.domain.wording import counted
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import too_large_to_import, write_diaries
from tracker.private_files import write_whole
from tracker.services.exchanging import everything
from tracker.services.planning import course_record, requested_course
from tracker.services.ports import CourseRecord, Write
from tracker.services.profile import check_person
from tracker.services.sample import SAMPLE_NAME, sample_write
from tracker.storage.files import make_private_folder
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import NewLock, create_diary, new_lock

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
        lines += about_the_lock(path, lock)
    bench.show(plain, lines)


def about_the_lock(path: Path, lock: NewLock) -> list[str]:
    """Return what a person must know who has a new encrypted diary."""
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
    refuse_overwriting(found.out, wanted=found.overwrite)
    if found.form != "json":
        export_record(bench, found, choices)
        return
    with bench.storage() as storage:
        diaries = everything(storage, bench.library)
    content = write_diaries(diaries).encode()
    write_whole(found.out, content)
    entries = sum(len(each.entries) for each in diaries)
    plain = {"people": len(diaries), "entries": entries}
    people = "" if len(diaries) == 1 else f" of {counted(len(diaries), 'person', 'people')}"
    said = [f"{counted(entries, 'entry', 'entries')}{people} written to {found.out}."]
    if (warning := too_large_to_import(content)) is not None:
        said.append(warning)
    bench.show_written(found.out, plain, said)
