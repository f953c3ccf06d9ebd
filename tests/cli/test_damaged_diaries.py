"""Every kind of damage: recognized, one sentence, exit 3, not a byte changed."""

import sqlite3
from contextlib import closing

import pytest

from tracker.storage.version import SCHEMA_VERSION


def everything_in(folder):
    """All files but SQLite's index of its log, and a log with nothing in it."""
    files = [each for each in folder.iterdir() if each.is_file()]
    contents = {each.name: each.read_bytes() for each in files if not each.name.endswith("-shm")}
    return {
        name: content for name, content in contents.items() if not name.endswith("-wal") or content
    }


def empty_file(path):
    path.write_bytes(b"")


def cut_off(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def random_page(path):
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(range(256)) * 16
    path.write_bytes(content)


def no_database(path):
    path.write_bytes(b"Dear diary, " * 900)


def newer_version(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def moved_away(path):
    path.rename(path.with_name("elsewhere.sqlite"))


def a_folder(path):
    path.unlink()
    path.mkdir()


DAMAGE = {
    empty_file: "an empty file",
    cut_off: "is damaged",
    random_page: "is damaged",
    no_database: "is not a diary",
    newer_version: "a newer version",
    moved_away: "There is no diary",
    a_folder: "is not a file",
}


@pytest.mark.parametrize("verb", ["check", "plan", "log pulse 70", "backup copy.sqlite"])
@pytest.mark.parametrize("harm", DAMAGE, ids=lambda harm: harm.__name__)
def test_damage_is_told_in_one_sentence_and_nothing_is_made_worse(
    command, harm, verb, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    harm(command.diary)
    before = everything_in(tmp_path)

    said = command(*verb.split())

    assert (said.code, said.out) == (3, "")
    assert DAMAGE[harm] in said.err
    assert ("“salvage NEW-FILE”" in said.err) is (harm in {cut_off, random_page})
    assert said.err.count("\n") == 1
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("harm", [empty_file, cut_off, random_page, no_database, moved_away])
def test_a_restore_brings_back_what_was_damaged_and_keeps_the_damaged_file(command, harm, tmp_path):
    command.json("log", "pulse", "70")
    command.json("backup", str(tmp_path / "copy.sqlite"))
    harm(command.diary)
    damaged = command.diary.read_bytes() if command.diary.exists() else None

    restored = command.json("restore", str(tmp_path / "copy.sqlite"))

    assert restored["holds"] == {"people": 1, "entries": 1, "last_day": "2026-05-12"}
    assert command.json("check")["entries"] == 1
    if damaged is None:
        assert restored["kept"] is None
    else:
        with open(restored["kept"], "rb") as kept:  # noqa: PTH123 - a name from the output
            assert kept.read() == damaged


def test_a_restore_can_be_looked_at_first(command, tmp_path):
    command.json("backup", str(tmp_path / "copy.sqlite"))
    command.json("log", "pulse", "70")
    before = command.diary.read_bytes()

    said = command("restore", "--preview", str(tmp_path / "copy.sqlite"))

    assert said.code == 0
    assert "holds 1 person and 0 entries" in said.out
    assert "Nothing was changed." in said.out
    assert command.diary.read_bytes() == before


def test_a_lock_left_by_a_killed_window_keeps_nobody_out(command):
    lock = command.diary.with_name(".diary.sqlite.window-lock")
    lock.write_text("999999999\nchemo-tracker\n", encoding="utf-8")
    command.json("backup", str(command.folder / "copy.sqlite"))

    said = command("restore", str(command.folder / "copy.sqlite"))

    assert said.code == 0


def test_what_a_damaged_diary_still_gives_is_salvaged(command, tmp_path):
    for _ in range(3):
        command.json("log", "pulse", "70")
    with command.diary.open("r+b") as file:
        content = file.read()
    new = tmp_path / "new.sqlite"

    result = command.json("salvage", str(new))

    assert result["kept"]["entry"] == 3
    assert result["gaps"] == []
    assert command.diary.read_bytes() == content
    command.options = ["--diary", str(new)]
    assert command.json("check")["entries"] == 3


def test_what_is_to_come_into_a_damaged_diary_waits_for_its_rescue(command, tmp_path):
    out = tmp_path / "all.json"
    command.json("export", "json", "--out", str(out))
    cut_off(command.diary)

    said = command("import", str(out))

    assert (said.code, "“salvage NEW-FILE”" in said.err) == (3, True)


def test_a_damaged_copy_sends_nobody_to_salvage_the_diary(command, tmp_path):
    copy = tmp_path / "copy.sqlite"
    command.json("backup", str(copy))
    cut_off(copy)

    said = command("restore", str(copy))

    assert (said.code, "is damaged" in said.err) == (3, True)
    assert "salvage" not in said.err
