"""Whole files in and out: export, import, demo, backup, restore, report."""

import json
import os
import stat

from tests.cli.test_verbs import entries_of


def test_a_diary_goes_out_and_into_another_and_twice_adds_nothing(command, tmp_path):
    command.json("log", "symptom", "nausea", "2")
    out = tmp_path / "all.json"
    command("export", "json", "--out", str(out))
    first = out.read_bytes()
    command.diary.rename(tmp_path / "old.sqlite")

    arrived = command.json("import", str(out))
    again = command.json("import", str(out))
    command("export", "json", "--out", str(out))

    assert (arrived["people"], arrived["courses"], arrived["entries"]) == (1, 1, 1)
    assert [again[key] for key in ("people", "courses", "events", "entries")] == [0, 0, 0, 0]
    assert out.read_bytes() == first
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_with_several_people_the_one_who_is_meant_is_named(command, tmp_path):
    other = {
        "id": "99999999-9999-4999-8999-999999999999",
        "name": "Bea",
        "entries": [],
    }
    file = tmp_path / "bea.json"
    file.write_text(
        json.dumps({"format": "chemo-tracker-diary", "version": 1, "people": [other]}),
        encoding="utf-8",
    )
    command("import", str(file))

    unnamed = command("log", "symptom", "nausea", "1")
    command.options = ["--person", "Bea"]
    named = command("log", "symptom", "nausea", "1")

    assert (unnamed.code, named.code) == (2, 0)
    assert "Ana, Bea" in unnamed.err


def test_the_demo_is_the_same_every_time_and_says_that_it_is_a_sample(empty, tmp_path):
    files = [tmp_path / "a.sqlite", tmp_path / "b.sqlite"]
    outs = [file.with_suffix(".json") for file in files]
    for file, out in zip(files, outs, strict=True):
        assert "sample" in empty("demo", str(file)).out
        empty("--diary", str(file), "export", "json", "--out", str(out))

    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert b"Sample: Elena Marsh" in outs[0].read_bytes()


def test_the_sample_is_kept_nowhere(empty):
    said = empty("--sample", "log", "symptom", "nausea", "2")

    assert said.code == 0
    assert list(empty.folder.iterdir()) == []


def test_a_copy_is_made_checked_and_gone_back_to(command, tmp_path):
    copy = tmp_path / "copy.sqlite"
    command.json("log", "symptom", "nausea", "2")
    command("backup", str(copy))
    command.json("log", "symptom", "nausea", "3")

    restored = command.json("restore", str(copy))

    assert len(entries_of(command)) == 1
    assert restored["kept"]
    assert command.json("check")["sound"] is True


def test_a_backup_goes_back_where_the_diary_is_lost(command, tmp_path):
    copy = tmp_path / "copy.sqlite"
    command("backup", str(copy))
    command.diary.unlink()

    assert command.json("restore", str(copy))["kept"] is None
    assert command("check").code == 0


def test_going_back_waits_until_the_window_is_closed(command, tmp_path):
    copy = tmp_path / "copy.sqlite"
    command("backup", str(copy))
    lock = command.diary.with_name(".diary.sqlite.window-lock")
    lock.write_text(f"{os.getpid()}\npython\nhere\n", encoding="utf-8")
    before = command.diary.read_bytes()

    refused = command("restore", str(copy))
    lock.write_text("999999999\npython\nhere\n", encoding="utf-8")

    assert (refused.code, command.diary.read_bytes()) == (3, before)
    assert "open in a window" in refused.err
    assert command("restore", str(copy)).code == 0


def test_the_report_is_one_private_file_and_the_same_twice(command, tmp_path):
    command.json("log", "temperature", "38.4", "--unit", "C")
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]

    for file in files:
        assert command("report", "--out", str(file)).code == 0

    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
