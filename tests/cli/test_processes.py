"""The command line as other programs see it: a process with pipes, beside other processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-05-12T20:00+02:00"


def chemo(*argv, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "tracker", *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
        check=False,
        **options,
    )


@pytest.fixture
def diary(tmp_path):
    path = tmp_path / "diary.sqlite"
    chemo("--diary", str(path), "--now", NOW, "init", "--name", "Ana", stdin=subprocess.DEVNULL)
    return path


HEAVY = (
    "sqlalchemy",
    "sqlite3",
    "sqlcipher3",
    "argon2",
    "PySide6",
    "typst",
    "alembic",
    "dateutil.rrule",
    "asyncio",
)


def loaded_by(*argv):
    code = (
        "import sys; from tracker.cli.main import run; "
        f"code = run({list(argv)!r}); "
        "print(*sorted(name for name in sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    )
    return done.stderr.split()


@pytest.mark.parametrize(
    "argv", [("plan", "preview", "--regimen", "tchp"), ("regimens",), ("--json", "regimens")]
)
def test_what_needs_no_diary_loads_neither_database_nor_window_nor_typesetting(argv):
    assert set(HEAVY) & set(loaded_by(*argv)) == set()


def test_reading_the_diary_loads_neither_window_nor_typesetting_nor_upgrades():
    loaded = set(loaded_by("--sample", "alerts"))

    assert {
        "PySide6",
        "typst",
        "alembic",
        "sqlalchemy.orm",
        "sqlcipher3",
        "argon2",
    } & loaded == set()


def test_text_of_any_script_goes_through_a_pipe(diary):
    text = "Müde \U0001f634 בסדר"

    saved = chemo("--diary", str(diary), "--now", NOW, "--json", "log", "note", input=text)
    out = diary.with_suffix(".json")
    chemo("--diary", str(diary), "export", "json", "--out", str(out), stdin=subprocess.DEVNULL)

    assert saved.returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["people"][0]["entries"][0]["text"] == text


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such name on this system")
@pytest.mark.parametrize("to", ["pipe", "file"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_goes_to_standard_output_comes_out_alone_and_what_is_said_goes_beside_it(
    diary, to, form
):
    out = diary.with_suffix(f".{form}")
    verb = ("--diary", str(diary), "--now", NOW, "--json", "export", form, "--out")
    chemo(*verb, str(out), stdin=subprocess.DEVNULL)
    redirected = diary.with_suffix(".redirected")
    with redirected.open("wb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *verb, "/dev/stdout"],
            stdin=subprocess.DEVNULL,
            stdout=file if to == "file" else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=True,
        )

    assert (redirected.read_bytes() if to == "file" else done.stdout) == out.read_bytes()
    assert json.loads(done.stderr) == {"out": "/dev/stdout", "people": 1, "entries": 0}
    assert Path("/dev/stdout").is_symlink()


def test_another_program_gets_utf_8_whatever_the_encoding_of_the_system_is(tmp_path):
    path = str(tmp_path / "diary.sqlite")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
    run = [sys.executable, "-m", "tracker", "--diary", path, "--now", NOW]
    for verb in (["init", "--name", "Ζωή"], ["--json", "log", "temperature", "101.3"]):
        subprocess.run([*run, *verb], env=environment, capture_output=True, check=True)

    said = subprocess.run([*run, "alerts"], env=environment, capture_output=True, check=True).stdout
    refused = subprocess.run(
        [*run, "--person", "x", "alerts"], env=environment, capture_output=True, check=False
    ).stderr

    assert "101.3 °F" in said.decode("utf-8")
    assert "choose from Ζωή." in refused.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "--json", "regimens"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    process.stdout.close()
    err = process.stderr.read().decode()
    process.stderr.close()

    assert (process.wait(timeout=60), err) == (0, "")


def test_many_writers_at_once_lose_nothing(diary):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    argv = ["--diary", str(diary), "--now", NOW, "--json", "log", "symptom", "nausea", "1"]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tracker", *argv],
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env=environment,
        )
        for _ in range(6)
    ]
    ids = {json.loads(process.communicate(timeout=60)[0])["entry"] for process in processes}

    out = diary.with_suffix(".json")
    chemo("--diary", str(diary), "export", "json", "--out", str(out), stdin=subprocess.DEVNULL)
    entries = json.loads(out.read_text(encoding="utf-8"))["people"][0]["entries"]
    assert {entry["id"] for entry in entries} == ids
    assert len(ids) == 6


_WRITES_WITHOUT_END = """
import sys
from datetime import datetime
from pathlib import Path
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.storage.opening import open_diary
now = datetime.fromisoformat("2026-05-12T20:00+02:00")
storage = open_diary(Path(sys.argv[1]), moment=now)
companion = Companion(storage, library(), lambda: now, storage.people()[0].id)
while True:
    print(companion.diary.answer("nausea", 1).entry.id, flush=True)
"""


def test_what_was_acknowledged_is_there_after_the_process_was_killed(diary):
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITES_WITHOUT_END, str(diary)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    acknowledged = [process.stdout.readline().strip() for _ in range(40)]
    process.kill()
    acknowledged += [line.strip() for line in process.stdout.read().splitlines()[:-1]]
    process.stdout.close()
    process.wait(timeout=60)

    checked = chemo("--diary", str(diary), "check", stdin=subprocess.DEVNULL)
    out = diary.with_suffix(".json")
    chemo("--diary", str(diary), "export", "json", "--out", str(out), stdin=subprocess.DEVNULL)

    entries = json.loads(out.read_text(encoding="utf-8"))["people"][0]["entries"]
    assert checked.returncode == 0
    assert set(acknowledged) <= {entry["id"] for entry in entries}


def test_help_is_help():
    done = chemo("--help", stdin=subprocess.DEVNULL)

    assert done.returncode == 0
    assert "plan" in done.stdout
