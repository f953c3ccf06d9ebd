"""Writes again what is made from the knowledge: `python3 -m tests.clinical.refresh`."""

from pathlib import Path

from tests.clinical.safety_pages import rules_page
from tracker.clinical.library import library
from tracker.clinical.parsed_copy import copy_of
from tracker.resource_files import resource_file


def generated() -> dict[Path, str]:
    """Return each file that is made from the knowledge, with the text it should hold."""
    folder = resource_file("clinical")
    rules = folder.parents[1] / "docs" / "safety" / "rules.md"
    return {
        folder / "parsed.json": copy_of(folder.rglob("*.toml")),
        rules: rules_page(library()),
    }


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
