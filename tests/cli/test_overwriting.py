"""A file that is there is replaced only after a yes; a script is not asked."""

import io
import sys

import pytest

FORMS = (("report",), ("export", "json"), ("export", "csv"), ("export", "ics"), ("export", "fhir"))


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
def test_a_script_is_not_asked_and_a_new_name_neither(command, at_a_terminal, verb):
    out = command.folder / "new"

    assert at_a_terminal(command, "", *verb, "--out", str(out)).code == 0
    assert command(*verb, "--out", str(out)).code == 0
