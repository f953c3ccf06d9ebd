"""Reads 100,000 entries in as a process: its milliseconds, or the most MiB it had.

Arguments: moment of the start (not used), what to measure, a folder. `new` are answers and readings
into a diary that is made for them, `again` the same once more, `words` entries of which each says
something of its own, `memory` the memory of `new`.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from uuid import UUID

_ENTRIES = 100_000
_SYMPTOMS = ("nausea", "fatigue", "diarrhea", "pain", "own:sore jaw")
_KIB = 1024


def write_file(path: Path, own: Callable[[int], dict[str, object]]) -> None:
    """Write a diary of five years as the program itself would; `own` is what each entry says."""
    begins = datetime(2021, 1, 1, 8, tzinfo=UTC)
    entries = [
        {**_stamp(number, begins + timedelta(minutes=27 * number)), **own(number)}
        for number in range(_ENTRIES)
    ]
    person = {"id": str(UUID(int=7, version=4)), "name": "Many Entries", "entries": entries}
    plain = {"format": "chemo-tracker-diary", "version": 1, "people": [person]}
    path.write_text(json.dumps(plain, indent=2), encoding="utf-8")


def _stamp(number: int, at: datetime) -> dict[str, object]:
    # Ids in no order, as real ones are: it is the order of ids that costs a database time.
    entry_id = UUID(int=number * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128, version=4)
    return {
        "id": str(entry_id),
        "day": at.date().isoformat(),
        "at": at.isoformat(),
        "zone": "UTC",
        "by": "self",
    }


def _answer(number: int) -> dict[str, object]:
    if number % 11 == 0:
        value = f"36.{number % 10}"
        return {"kind": "temperature", "value": value, "unit": "degC", "typed": value}
    severity = number % 5
    return {
        "kind": "symptom",
        "symptom": _SYMPTOMS[number % len(_SYMPTOMS)],
        "state": "present" if severity else "absent",
        "severity": severity,
        "flags": [],
        "note": "worse in the evening" if number % 9 == 0 else None,
    }


def _in_own_words(number: int) -> dict[str, object]:
    text = f"walked to the corner and back, {number} steps, then soup and the blue cup"
    return (
        {"kind": "note", "text": text},
        {"kind": "medicine", "name": f"tablet {number}", "amount": f"{number} mg"},
        {"kind": "question", "text": text, "answer": f"as it was, {number}"},
        {"kind": "weight", "value": f"{60 + number % 3000 / 100:.2f}", "unit": "kg"},
    )[number % 4]


def main(what: str, folder: Path) -> None:
    """Print one number; `again` reads a file in whose entries are all there."""
    own, name = (_in_own_words, "words") if what == "words" else (_answer, "answers")
    file, diary = folder / f"many-{name}.json", folder / f"many-entries-{what}.sqlite"
    if not file.exists():
        write_file(file, own)
    if what != "again":
        diary.unlink(missing_ok=True)
    command = [sys.executable, "main.py", "--diary", str(diary), "import", str(file)]
    if what == "again" and not diary.exists():
        subprocess.run(command, check=True, capture_output=True)
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    elapsed = (time.perf_counter() - begun) * 1000
    print(getrusage(RUSAGE_CHILDREN).ru_maxrss / _KIB if what == "memory" else elapsed)


if __name__ == "__main__":
    main(sys.argv[2], Path(sys.argv[3]))
