"""Reads `help/<language>/learn.toml`."""

from collections.abc import Collection
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.learn import LearnStatement, LearnTopic


def read_learn(path: Path, sources: Collection[str]) -> tuple[LearnTopic, ...]:
    """Return the topics in the order of the file.

    Raises:
        KnowledgeError: Something in the file is not as expected, or a statement has no source.
    """
    return tuple(_topic(each, table, sources) for each, table in read_file(path).by_id())


def _topic(topic_id: str, table: Table, sources: Collection[str]) -> LearnTopic:
    return LearnTopic(
        id=topic_id,
        title=table.text("title"),
        statements=tuple(_statement(row, sources) for row in table.tables("statements")),
    )


def _statement(row: Table, sources: Collection[str]) -> LearnStatement:
    named = row.known_texts("sources", sources)
    if not named:
        raise row.wrong("sources", "at least one source")
    return LearnStatement(row.text("text"), named)
