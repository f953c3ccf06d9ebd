"""Reads `sources.toml`: every text that a fact or a rule rests on."""

from collections.abc import Mapping
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.sources import SeenHow, Source


def read_sources(folder: Path) -> dict[str, Source]:
    """Return all sources by id.

    Raises:
        KnowledgeError: Something in the file is not as expected.
    """
    top = read_file(folder / "sources.toml")
    sources: dict[str, Source] = {}
    for source_id, table in top.by_id():
        sources[source_id] = Source(
            id=source_id,
            title=table.text("title"),
            publisher=table.text("publisher"),
            published=table.text("published"),
            url=table.optional_text("url"),
            where=table.text("where"),
            seen=table.choice("seen", SeenHow),
            checked_on=table.day("checked_on"),
        )
    return sources


def source_of(table: Table, sources: Mapping[str, Source]) -> Source:
    """Return the source that a rule names, with the rule's own place in it.

    Raises:
        KnowledgeError: No source, an unknown one, or no place.
    """
    return sources[table.known("source", sources)]._replace(where=table.text("where"))
