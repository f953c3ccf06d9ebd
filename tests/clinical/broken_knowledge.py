"""A copy of the shipped knowledge in which one test breaks one place."""

from pathlib import Path
from shutil import copytree

from tracker.clinical.library import Library
from tracker.resource_files import resource_file


def knowledge_with(folder: Path, file: str, old: str, new: str) -> Library:
    """Return a library in which the first `old` of one file reads `new`."""
    copy = Path(copytree(resource_file("clinical"), folder / "clinical"))
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: the test breaks nothing"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(copy)
