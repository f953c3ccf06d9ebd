"""Whatever a person types arrives in every file, or is refused where she typed it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import fhirkit
import icalendar
import pytest
import vobject
from pypdf import PdfReader

MAIN = Path(__file__).resolve().parents[2] / "main.py"
TEXTS = {
    "Typst": '#import "/etc/passwd": * #read("/etc/hostname") #panic("x") $ a^2 $ *b* ] [ <l> @r',
    "HTML": '<script>alert(1)</script><img src="http://x.test/a"> &amp; <b>bold</b>',
    "formula": '=HYPERLINK("http://x.test/?"&A1,"click")',
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "calendar": "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "override": "fever \u202e4.83\u202c then \u2067x\u2069",
    "Hebrew": "אני עייפה 38.4",
    "Devanagari": "मैं थकी हूँ",
    "Chinese": "今天很累",
    "emoji": "so \U0001f634\U0001f469\u200d\U0001f52c e\u0301",
    "escapes": "back\\slash \\n ^n \x1b[31m \x07",
    "path": "../../etc/passwd %s {0} ${HOME} `id`",
    "long": "word " * 3_999,
}
SHEETS = ("one-page", "long", "heart", "plan", "blank")


@pytest.fixture(params=TEXTS.values(), ids=TEXTS.keys())
def hostile(request, command):
    """A diary with one such text wherever words can be typed."""
    text = request.param
    line = " ".join(text.split())[:80].strip()
    for verb in (
        ("symptom", "nausea", "4", "--note", "-"),
        ("question",),
        ("note",),
        ("appointment", "--at", "2026-06-01T10:30+02:00"),
        ("contact", line),
    ):
        assert command("log", *verb, text=text).code == 0
    medicine = ("log", "medicine", line, "--amount", line, "--for", "nausea", "--by", line)
    assert command(*medicine).code == 0
    moved = ("plan", "move", "--cycle", "2", "--to", "2026-05-30", "--reason", "other")
    assert command(*moved, "--note", "-", text=text).code == 0
    own = "".join(letter for letter in line if letter.isprintable() or letter == "\u200d")
    assert command("log", "symptom", f"own:{own}", "3").code == 0
    return command, text


def test_the_text_comes_back_from_the_diary_file_as_it_was(hostile):
    command, text = hostile
    out = command.folder / "a.json"

    assert command("export", "json", "--out", str(out)).code == 0

    (person,) = json.loads(out.read_text(encoding="utf-8"))["people"]
    kept = {entry["kind"]: entry for entry in person["entries"]}
    as_typed = text.replace("\r\n", "\n")
    for kind in ("question", "note"):
        assert kept[kind]["text"].replace("\r\n", "\n").strip() == as_typed.strip()
    again = command.folder / "again.sqlite"
    command.options = ["--diary", str(again)]
    assert command("import", str(out)).code == 0
    assert command("export", "json", "--out", str(command.folder / "b.json")).code == 0
    assert (command.folder / "b.json").read_bytes() == out.read_bytes()


def test_every_sheet_is_made_and_nothing_in_it_was_carried_out(hostile):
    command, text = hostile

    for kind in SHEETS:
        out = command.folder / f"{kind}.pdf"
        assert command("report", "--kind", kind, "--out", str(out)).code == 0

    page = "".join(PdfReader(command.folder / "one-page.pdf").pages[0].extract_text().split())
    first = "".join(text.split())[:8]
    if first.isascii() and first.isprintable():
        assert first in page
    assert "root:" not in page


def test_a_table_holds_nothing_that_a_spreadsheet_would_compute(hostile):
    command, _ = hostile
    for wide in ((), ("--wide",)):
        out = command.folder / "a.csv"
        assert command("export", "csv", *wide, "--out", str(out)).code == 0

        rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))

        assert len({len(row) for row in rows}) == 1
        assert not [c for row in rows for c in row if c[:1] in {"=", "@", "\t", "\r"}]


def test_two_calendars_read_the_same_events_and_none_that_was_forged(hostile):
    command, _ = hostile
    out = command.folder / "a.ics"

    assert command("export", "ics", "--details", "--out", str(out)).code == 0

    content = out.read_bytes()
    ours = icalendar.Calendar.from_ical(content).walk("VEVENT")
    theirs = list(vobject.readOne(content.decode()).vevent_list)
    assert [str(e["summary"]) for e in ours] == [e.summary.value for e in theirs]
    assert "forged" not in {str(each["summary"]) for each in ours}


def test_the_hospital_gets_a_bundle_that_is_right(hostile):
    command, _ = hostile
    out = command.folder / "a.json"

    assert command("export", "fhir", "--out", str(out)).code == 0

    assert fhirkit.validate(json.loads(out.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("text", ["a\x00b", "x" * 100_000], ids=["NUL", "100,000 characters"])
@pytest.mark.parametrize(
    "verb",
    [
        ("log", "note"),
        ("log", "question"),
        ("log", "symptom", "nausea", "2", "--note", "-"),
        ("log", "appointment", "--at", "2026-06-01T10:30+02:00"),
        ("plan", "move", "--cycle", "2", "--to", "2026-05-30", "--reason", "other", "--note", "-"),
    ],
    ids=lambda verb: " ".join(verb[:2]),
)
def test_what_cannot_be_kept_is_refused_where_it_was_typed(command, verb, text):
    before = command.diary.read_bytes()

    said = command(*verb, text=text)

    assert said.code == 2
    assert "nothing was" in said.err
    assert command.diary.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "symptom", "own:\udcff", "2"),
        ("log", "symptom", "own:" + "x" * 100_000, "2"),
        ("log", "symptom", "own:two\nlines", "2"),
        ("log", "symptom", "nausea", "2", "--by", "\udcff"),
        ("log", "symptom", "nausea", "2", "--by", "x" * 100_000),
        ("log", "medicine", "\udcff"),
        ("log", "medicine", "x" * 100_000),
        ("log", "medicine", "x", "--amount", "\udcff"),
        ("log", "contact", "\udcff"),
        ("init", "--name", "\udcff"),
        ("init", "--name", "x" * 100_000),
    ],
    ids=lambda found: " ".join(each[:12].encode("ascii", "replace").decode() for each in found),
)
def test_half_a_letter_or_far_too_many_are_refused_as_an_argument(command, arguments):
    said = command(*arguments)

    assert said.code == 2
    assert "fault" not in said.err


def test_no_network_is_asked_and_no_other_file_opened_while_a_report_is_made(command, tmp_path):
    command("log", "note", text=f'#read("{MAIN}") #image("http://x.test/a.png") {TEXTS["HTML"]}')
    watcher = tmp_path / "sitecustomize.py"
    watcher.write_text(
        "import sys\n"
        "def watch(event, args):\n"
        "    if event.startswith(('socket.connect', 'socket.getaddrinfo', 'subprocess.')):\n"
        "        sys.stderr.write(f'SEEN {event}\\n')\n"
        "sys.addaudithook(watch)\n",
        encoding="utf-8",
    )
    out = tmp_path / "a.pdf"

    ran = subprocess.run(
        [sys.executable, MAIN, "--diary", command.diary, "report", "--out", out],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "from tracker" not in PdfReader(out).pages[0].extract_text()
