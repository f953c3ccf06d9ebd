"""What is like an entry before it is read quickly, and says or refuses what a close look does."""

import json
from io import StringIO

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.every_kind import one_entry_of_every_kind
from tracker.clinical.library import library
from tracker.errors import NotUnderstoodError
from tracker.exchange.json_text import JsonText
from tracker.exchange.read_alike import EntryReader
from tracker.exchange.read_entries import read_entry
from tracker.exchange.reading import Fields
from tracker.services.plain_entries import entry_as_plain
from tracker.services.written_diary import WrittenEntry

PLACE = "people[0].entries"
EVERY_KIND = [entry_as_plain(each) for each in one_entry_of_every_kind()]
ANSWER = EVERY_KIND[0]
A_NOTE = next(each for each in EVERY_KIND if each["kind"] == "note")
A_READING = next(each for each in EVERY_KIND if each["kind"] == "temperature")

IDS = st.uuids().map(str) | st.sampled_from(
    ("{00000000-0000-4000-8000-000000000000}", "ABCDEFAB-0000-4000-8000-000000000000", "", "id")
)
DAYS = st.dates().map(str) | st.sampled_from(
    ("2026-02-30", "20260504", "2026-W01-1", "2026-5-4", "1899-12-31", "2026-05-04 ", None)
)
AT = st.datetimes(timezones=st.timezones()).map(
    lambda moment: moment.isoformat()
) | st.sampled_from(
    (
        "2026-05-04T09:00:00-00:00",
        "2026-05-04T09:00:00.000000+02:00",
        "2026-05-04T09:00:00.120000+02:00",
        "2026-05-04T09:00:00.12+02:00",
        "2026-05-04T09:00+02:00",
        "2026-05-04T09:00:00Z",
        "2026-05-04T09:00:00",
        "2026-05-04T25:00:00+00:00",
        "2026-05-04T09:00:00+24:00",
        "2026-05-04T09:00:00+23:59",
        "2026-05-04T09:00:00+02:60",
        "2026-02-30T09:00:00+00:00",
        "2026-05-04 09:00:00+02:00",
        7,
    )
)
TEXTS = ("note", "text", "answer", "who", "name", "amount", "title")
NOTES = st.text() | st.sampled_from(
    (
        None,
        "",
        " \n",
        "a}, {b",
        "\\",
        '"id": "x"',
        '\\"id\\": \\"x',
        "\x00",
        "\ud800",
        "x" * 20_001,
        3,
        [],
    )
)
OTHERS = st.fixed_dictionaries(
    {},
    optional={
        "severity": st.sampled_from((0, 1, 2, True, 2.0, "2", None, 1_000_000_000_000)),
        "typed": st.sampled_from(("37,1", "a}, {b", None)),
        "mood": NOTES,
        'note"id': IDS,
    },
)
CHANGES = st.one_of(
    *(
        st.fixed_dictionaries({key: values})
        for key, values in (
            ("id", IDS),
            ("day", DAYS),
            ("at", AT),
            *((key, NOTES) for key in TEXTS),
        )
    ),
    OTHERS,
)
FORMS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from((None, 0, 2)),
        "ensure_ascii": st.booleans(),
        "separators": st.sampled_from((None, (",", ":"), (" , ", " :\t"))),
        "sort_keys": st.booleans(),
    }
)
BROKEN = st.sampled_from(
    (
        ('"id"', '"\\u0069d"'),
        ('"id"', '"note"'),
        ('"day"', '"at"'),
        ('"note"', '"id"'),
        ('"note"', '"note": null, "note"'),
        ('"at"', '"at" "at"'),
        ('"day"', '"day", "day"'),
        ('"', ""),
        ("}", ""),
        ("}", "}}"),
        ("{", "[{"),
        (":", ""),
        ("null", "NaN"),
        ("null", '"\\x"'),
        ("null", '"\t"'),
        ("null", "{}"),
        ("null", '{"id": "1"}'),
    )
)


def quickly(text):
    return EntryReader(library()).read(JsonText(StringIO(text).read), PLACE)


def closely(text):
    json_text = JsonText(StringIO(text).read)
    found = []
    for number in json_text.elements():
        with Fields(json_text.value(), f"{PLACE}[{number}]") as fields:
            found.append(WrittenEntry.of(read_entry(fields, library())))
    return found


def outcome(read, text):
    """What is written there, and the entries; or the sentence that refuses it."""
    try:
        found = read(text)
    except NotUnderstoodError as error:
        return str(error)
    return [(each[:5], each.entry()) for each in found]


@settings(max_examples=1000)
@given(
    st.lists(st.tuples(st.sampled_from(EVERY_KIND), CHANGES, CHANGES), max_size=4),
    FORMS,
    st.none() | st.tuples(BROKEN, st.integers(0, 5)),
)
@example([(ANSWER, {}, {"note": "\ud800"})], {}, None)
@example([(ANSWER, {}, {"note": "x" * 20_001})], {}, None)
@example([(ANSWER, {}, {"note": "two\nlines"})], {}, None)
@example([(A_NOTE, {}, {"text": None})], {}, None)
@example([(A_NOTE, {}, {"text": " \n"})], {}, None)
@example([(ANSWER, {}, {"at": "2026-05-04T09:00:00+02:60"})], {}, None)
@example([(ANSWER, {}, {"at": "2026-05-04T09:00:00-00:00"})], {}, None)
@example([(A_READING, {"typed": "a}"}, {}), (A_READING, {"typed": "a}"}, {})], {}, None)
@example([(ANSWER, {"note": "a}"}, {"note": "a}"})], {}, None)
@example([(ANSWER, {}, {"note": "a\tb"})], {"ensure_ascii": False}, (("\\t", "\t"), 0))
def test_a_quick_look_says_what_a_close_one_does(entries, form, broken):
    texts = []
    for first, changes, more in entries:
        # The first is looked at closely, so that the second, which is like it, need not be.
        for each in ({}, changes, changes | more):
            own = {"id": f"00000000-0000-4000-8000-{len(texts):012}"}
            texts.append(json.dumps({**first, **own, **each}, **form))
    if broken is not None and texts:
        (old, new), place = broken
        place = -1 - place % len(texts)
        texts[place] = texts[place].replace(old, new, 1)
    text = f"[{', '.join(texts)}]"

    assert outcome(quickly, text) == outcome(closely, text)


def test_what_is_like_the_first_is_not_looked_into_again(monkeypatch):
    looked = []
    monkeypatch.setattr(
        "tracker.exchange.read_alike.read_entry",
        lambda *args: looked.append(args) or read_entry(*args),
    )
    notes = ["worse", None, "é", 'says "no"', "two\nlines"]
    texts = [{**ANSWER, "note": each} for each in notes * 50]

    assert len(quickly(json.dumps(texts, separators=(",", ":")))) == len(texts)
    assert len(looked) == 1


def test_what_is_said_in_own_words_is_not_looked_into_again_either(monkeypatch):
    looked = []
    monkeypatch.setattr(
        "tracker.exchange.read_alike.read_entry",
        lambda *args: looked.append(args) or read_entry(*args),
    )
    worded = [each for each in EVERY_KIND if each.keys() & set(TEXTS)]
    texts = [
        {
            key: f"{value} {number}" if key in TEXTS and value else value
            for key, value in each.items()
        }
        for number in range(50)
        for each in worded
    ]

    assert len(quickly(json.dumps(texts, separators=(",", ":")))) == len(texts)
    assert len(looked) == len(worded)
