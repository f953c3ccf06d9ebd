"""A file that is there is replaced only after a yes; a script replaces what this program wrote."""

import io
import json
import sys

import pytest

FORMS = (("report",), ("export", "json"), ("export", "csv"), ("export", "ics"), ("export", "fhir"))

ALL_FORMS = (
    *FORMS,
    ("--sample", "export", "fhir"),
    ("export", "csv", "--wide"),
    *(("report", "--kind", kind) for kind in ("long", "heart", "plan", "blank")),
)
OF_OTHERS = [
    b"A thesis.",
    b"%PDF-1.7\n1 0 obj <</Creator(Typst 0.15.1)>> by somebody else who tracks chemo\n",
    b"day,moment,mood\r\n2026-05-04,,3\r\n",
    b'{"format": "another"}',
    b'{"resourceType":"Bundle","id":"hospital","type":"searchset","entry":[]}',
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Family//EN\r\nEND:VCALENDAR\r\n",
]


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


@pytest.fixture
def at_a_terminal(monkeypatch):
    """Somebody who answers at a terminal; the command line gets its text from there."""

    def answers(command, text, *arguments):
        made = io.TextIOWrapper
        monkeypatch.setattr(io, "TextIOWrapper", Terminal)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        try:
            return command(*arguments, text=text)
        finally:
            monkeypatch.setattr(io, "TextIOWrapper", made)

    return answers


@pytest.mark.parametrize("verb", FORMS, ids=" ".join)
@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2), ("", 2)])
def test_somebody_at_a_terminal_is_asked_first(command, at_a_terminal, verb, answer, code):
    out = command.folder / "there"
    out.write_bytes(b"before")

    said = at_a_terminal(command, answer, *verb, "--out", str(out))

    assert said.code == code
    assert "Replace it? [y/N]" in said.err
    assert (out.read_bytes() == b"before") is (code != 0)


@pytest.mark.parametrize("verb", FORMS, ids=" ".join)
def test_a_new_name_is_not_asked_about(command, at_a_terminal, verb):
    assert at_a_terminal(command, "", *verb, "--out", str(command.folder / "new")).code == 0


@pytest.mark.parametrize("old", ALL_FORMS, ids=" ".join)
def test_a_script_writes_over_what_this_program_wrote(command, old):
    out = command.folder / "there"
    command("log", "symptom", "nausea", "2")

    for verb in (old, old, ("export", "json")):
        said = command(*verb, "--out", str(out))
        assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(b'{\n  "format": "chemo-tracker-diary"')


@pytest.mark.parametrize("verb", [("report",), ("export", "csv")], ids=" ".join)
@pytest.mark.parametrize("content", OF_OTHERS)
def test_a_slip_of_a_script_never_destroys_what_others_wrote(command, verb, content):
    out = command.folder / "thesis"
    out.write_bytes(content)

    said = command(*verb, "--out", str(out))

    assert (said.code, said.out) == (2, "")
    assert "no report or export of this program" in said.err
    assert "--overwrite" in said.err
    assert out.read_bytes() == content
    assert command(*verb, "--overwrite", "--out", str(out)).code == 0
    assert out.read_bytes() != content


@pytest.mark.parametrize(
    "laid_out", [json.dumps, lambda it: json.dumps(it, indent=4, sort_keys=True)]
)
def test_a_diary_that_another_program_laid_out_anew_is_ours_all_the_same(command, laid_out):
    out = command.folder / "all.json"
    command("export", "json", "--out", str(out))
    diary = json.loads(out.read_text("utf-8"))
    last = {key: diary[key] for key in ("version", "people", "format")}

    for written in (diary, last):
        out.write_text(laid_out(written), encoding="utf-8")
        assert command("export", "json", "--out", str(out)).code == 0


def test_an_empty_file_is_written_to(command):
    out = command.folder / "empty"
    out.touch()

    assert command("export", "json", "--out", str(out)).code == 0


@pytest.mark.parametrize("more", [(), ("--overwrite",)])
def test_a_diary_is_never_written_over_whatever_the_command_says(command, more):
    before = command.diary.read_bytes()

    said = command("export", "csv", *more, "--out", str(command.diary))

    assert (said.code, "is a diary or another database" in said.err) == (2, True)
    assert command.diary.read_bytes() == before


def test_whoever_says_overwrite_is_not_asked_again(command, at_a_terminal):
    out = command.folder / "there"
    out.write_bytes(b"before")

    said = at_a_terminal(command, "", "export", "json", "--overwrite", "--out", str(out))

    assert (said.code, said.err) == (0, "")
