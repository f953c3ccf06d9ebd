"""A diary file as it lies on the disk: read piece by piece, refused with its place, stopped."""

import json
import random
from io import BytesIO

import pytest

from tests.exchange.test_diary_json import TODAY, read, whole_diary
from tests.whole_diaries import made
from tracker.clinical.library import library
from tracker.errors import NotUnderstoodError, StoppedError
from tracker.exchange import diary_json
from tracker.exchange.diary_json import read_diary_file, write_diaries
from tracker.exchange.json_text import JsonText, Utf8Pieces
from tracker.services.progress import unwatched


def a_file(tmp_path, content):
    path = tmp_path / "diary.json"
    path.write_bytes(content)
    return path


def read_file(path, **more):
    return made(read_diary_file(path, library(), TODAY, **more))


def long_diary(days):
    """The whole diary with its first answer again on many days, and one thing more on the last."""
    plain = whole_diary()
    entries = plain["people"][0]["entries"]
    for number in range(days):
        again = {**entries[0], "id": f"77777777-0000-4000-8000-{number:012}", "note": "é" * 40}
        entries.append(again)
    return plain


def test_a_file_says_the_same_as_its_text(tmp_path):
    plain = long_diary(2000)
    path = a_file(tmp_path, b"\xef\xbb\xbf" + json.dumps(plain, ensure_ascii=False).encode())

    assert read_file(path) == read(plain)


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_wherever_a_piece_ends_the_text_says_the_same(indent):
    text = json.dumps([1, -25, True, None, {"a": ["é\U0001f600", "b\\n"], "c": {}}], indent=indent)
    chance = random.Random(7)  # noqa: S311 - where pieces end
    for _ in range(200):
        left = text

        def piece(_length, chance=chance):
            nonlocal left
            size = chance.randint(1, 9)
            given, left = left[:size], left[size:]
            return given

        read_so = JsonText(piece)
        found = [read_so.value() for _ in read_so.elements()]
        read_so.expect_end()
        assert found == json.loads(text)


def test_how_far_it_is_rises_to_the_end(tmp_path):
    path = a_file(tmp_path, json.dumps(long_diary(2000)).encode())
    seen = []

    read_file(path, progress=seen.append)

    assert seen == sorted(seen)
    assert 0 < seen[0] < 1
    assert seen[-1] == 1


def test_who_looks_on_can_stop_it(tmp_path):
    path = a_file(tmp_path, json.dumps(long_diary(2000)).encode())

    def stop(_done):
        raise StoppedError("Stopped; nothing was imported.")

    with pytest.raises(StoppedError):
        read_file(path, progress=stop)


def test_a_wrong_entry_far_down_is_named_with_its_place(tmp_path):
    plain = long_diary(2000)
    plain["people"][0]["entries"][1800]["severity"] = 2.0
    path = a_file(tmp_path, json.dumps(plain).encode())

    with pytest.raises(NotUnderstoodError, match=r"people\[0\]\.entries\[1800\]\.severity"):
        read_file(path)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": True},
        {"severity": 1.0},
        {"severity": "2"},
        {"flags": {}},
        {"note": "x" * 20_001},
        {"note": 7},
        {"day": "2026-02-30"},
        {"day": "0026-02-03"},
        {"at": "2026-05-12T25:00:00+02:00"},
        {"at": "2026-05-12T20:00:00"},
        {"id": "{00000000-0000-4000-8000-000000000000}"},
        {"id": None},
        {"mood": 1},
    ],
)
def test_what_was_right_before_is_still_looked_into_where_it_differs(tmp_path, change):
    plain = long_diary(5)
    plain["people"][0]["entries"][-1].update(change)
    key = next(iter(change))

    with pytest.raises(NotUnderstoodError, match=rf"entries\[\d+\]\.{key}"):
        read_file(a_file(tmp_path, json.dumps(plain).encode()))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (json.dumps({"name": "Zoë"}, ensure_ascii=False).encode("latin-1"), "line 1: .*UTF-8"),
        (b'{\n"format":\n"\xff"}', "line 3: .*UTF-8"),
        ("{}".encode("utf-16"), "line 1: .*UTF-8"),
        (b'{"format": "chemo-tracker-diary",\n"version": 1 2}', "line 2, column 14: .*not JSON"),
        (b'{"people": [\n{"name": "Ana",}]}', "line 2, column 16: .*not JSON"),
        (b'{"a": 1}\n{"a": 1}', "line 2, column 1: .*Extra data"),
        (b'{"people": [{"entries": [NaN]}]}', r"people\[0\]\.entries\[0\]"),
        (b'{"people": [{"entries": [' + b"[" * 100_000, "line 1, column 26: .*nested too deeply"),
        (b'{"name": "', "line 1, column 10: .*not JSON"),
        (b"", "line 1, column 1: .*not JSON"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_line(tmp_path, content, sentence):
    with pytest.raises(NotUnderstoodError, match=sentence) as refused:
        read_file(a_file(tmp_path, content))

    assert "nothing was imported" in str(refused.value)


def test_a_file_beyond_all_measure_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(NotUnderstoodError, match="50 MB, and a diary to be imported at most 49 MB"):
        read_file(path)


def test_a_pipe_without_end_is_refused_where_it_is_too_long():
    pieces = Utf8Pieces(BytesIO(b'{"a": "b"},\n' * 100), 0, 500, unwatched)

    with pytest.raises(NotUnderstoodError, match="line 42: there is more than"):
        list(iter(lambda: pieces.read(100), ""))


def test_one_text_that_never_ends_is_refused_long_before_the_end_of_the_file():
    asked = []

    def piece(length):
        asked.append(length)
        return '"' + "x" * (length - 1) if len(asked) == 1 else "x" * length

    with pytest.raises(NotUnderstoodError, match="line 1, column 1: "):
        JsonText(piece).value()

    assert sum(asked) < 20_000_000


def test_a_diary_too_large_to_come_back_says_so_when_it_goes_out(monkeypatch):
    monkeypatch.setattr(diary_json, "LARGEST_FILE", 10)

    assert diary_json.too_large_to_import(write_diaries([]).encode())


@pytest.mark.parametrize("note", ['a}, {"b', "}],[{", "},", '"},', "]}"])
def test_a_note_full_of_signs_of_json_is_read_as_it_was_written(tmp_path, note):
    plain = long_diary(30)
    for entry in plain["people"][0]["entries"][-20::2]:
        entry["note"] = note
    path = a_file(tmp_path, json.dumps(plain).encode())

    assert read_file(path) == read(plain)
    assert write_diaries(read_file(path)) == write_diaries(read(plain))


@pytest.mark.parametrize("indent", [None, 2])
def test_what_is_no_json_among_many_entries_is_refused_with_its_line_and_column(tmp_path, indent):
    text = json.dumps(long_diary(3000), indent=indent, ensure_ascii=False)
    at = text.index("000000002345")
    broken = text.index("},", at) + 1
    path = a_file(tmp_path, (text[:broken] + text[broken + 1 :]).encode())
    before = text[:broken]
    next_sign = text[broken + 1 :].index("{")
    shown = before + text[broken + 1 : broken + 1 + next_sign]
    line = shown.count("\n") + 1
    column = len(shown) - (shown.rfind("\n") + 1) + 1

    with pytest.raises(NotUnderstoodError, match=f"line {line}, column {column}:"):
        read_file(path)


def test_what_is_wrong_among_many_entries_is_refused_with_its_number(tmp_path):
    plain = long_diary(3000)
    entries = plain["people"][0]["entries"]
    entries[2500]["severity"] = True
    path = a_file(tmp_path, json.dumps(plain).encode())

    with pytest.raises(NotUnderstoodError, match=r"people\[0\]\.entries\[2500\]\.severity"):
        read_file(path)


def test_two_people_with_many_entries_each_keep_their_own(tmp_path):
    plain = long_diary(50)
    other = {"id": "66666666-0000-4000-8000-000000000001", "name": "Luis", "entries": []}
    for number in range(50):
        entry_id = f"55555555-0000-4000-8000-{number:012}"
        other["entries"].append({**plain["people"][0]["entries"][0], "id": entry_id})
    plain["people"] += [other, {**other, "id": "66666666-0000-4000-8000-000000000002"}]
    plain["people"][2]["entries"] = []

    found = read_file(a_file(tmp_path, json.dumps(plain).encode()))

    assert [len(each.entries) for each in found][1:] == [50, 0]
    assert found == read(plain)
