"""What a file is that was named for an import and holds no diary as JSON."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import NotUnderstoodError
from tracker.open_files import reading
from tracker.private_files import DATABASE_START

_LOOKED_AT = 4096
_BRING = "bring in what “export json” wrote"
_KINDS = (
    (
        re.escape(DATABASE_START),
        "a diary or a backup of one",
        "go back to it with “restore”, or write it out with “export json” first",
    ),
    (rb"%PDF-", "a PDF", f"{_BRING}; where a report has the diary inside, save it from there"),
    (rb"BEGIN:VCALENDAR", "a calendar", _BRING),
    (rb'\s*\{\s*"resourceType"\s*:', "a bundle for hospitals (FHIR)", _BRING),
    (
        rb"[^\s{\[,;][^\n{\[]*[,;\t][^\n]*\n",
        "a table",
        f"{_BRING}; the window brings symptoms of a table in, in Settings",
    ),
)


@contextmanager
def naming_what_it_is(path: Path) -> Iterator[None]:
    """Say of a file that is plainly of another kind what it is, instead of a place in it.

    Raises:
        NotUnderstoodError: As it was, or with the kind of the file and what can be brought in.
    """
    try:
        yield
    except NotUnderstoodError:
        for start, kind, way_out in _KINDS:
            if re.match(start, _beginning(path)):
                said = f"{path} is {kind}; nothing was imported; {way_out}."
                raise NotUnderstoodError(said) from None
        raise


def _beginning(path: Path) -> bytes:
    # A pipe has been read already, and nobody writes into it a second time.
    if not path.is_file():
        return b""
    with reading(path) as file:
        return file.read(_LOOKED_AT).removeprefix(b"\xef\xbb\xbf")
