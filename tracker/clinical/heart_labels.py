"""Reads the tables of labels in `heart.toml`: rows of limits, never expressions."""

from collections.abc import Collection, Mapping

from tracker.clinical.bounds import read_bounds
from tracker.clinical.reading import Table
from tracker.clinical.sources import source_of
from tracker.domain.heart_rules import ANY, AgainstLimit, Bounds, LabelRow, LabelSays, LabelTable
from tracker.domain.people import LabelRegion
from tracker.domain.sources import Source


def read_labels(
    section: Table, all_texts: Table, her2: Collection[str], sources: Mapping[str, Source]
) -> tuple[LabelTable, ...]:
    """Return the tables of all labels.

    Raises:
        KnowledgeError: A hold without rows for what comes after, a row without words, a table whose
            rows do not cover every value, or a HER2 drug that no label speaks about.
    """
    labels = []
    for table_id, table in section.by_id():
        with all_texts.table(table_id) as texts:
            labels.append(_label(table_id, table, texts, sources))
    all_texts.finish()
    spoken = {drug for label in labels for drug in label.drugs}
    if spoken != set(her2):
        raise section.wrong("", "a label for exactly the HER2 drugs that are infused or injected")
    return tuple(labels)


def _label(table_id: str, table: Table, texts: Table, sources: Mapping[str, Source]) -> LabelTable:
    with table.table("after") as lists:
        names = lists.keys()
        after = {name: _rows(lists, name, texts, {}) for name in names}
    rows = _rows(table, "rows", texts, after)
    unused = set(after.values()) - {row.then for row in rows}
    if unused:
        raise table.wrong("after", "only lists that a hold names")
    region = table.choice("label", LabelRegion) if table.has("label") else None
    return LabelTable(
        id=table_id,
        drugs=table.texts("drugs"),
        region=region,
        source=source_of(table, sources),
        rows=rows,
    )


def _rows(
    table: Table, key: str, texts: Table, after: Mapping[str, tuple[LabelRow, ...]]
) -> tuple[LabelRow, ...]:
    rows = tuple(_row(each, texts, after) for each in table.tables(key))
    if not rows or not _fits_everything(rows[-1]):
        raise table.wrong(key, "a last row without limits, so that every value is covered")
    return rows


def _fits_everything(row: LabelRow) -> bool:
    return (
        (row.lvef, row.fall, row.days, row.times_held) == (ANY, ANY, ANY, ANY)
        and row.limit is None
        and row.better is None
    )


def _row(table: Table, texts: Table, after: Mapping[str, tuple[LabelRow, ...]]) -> LabelRow:
    row_id = table.text("id")
    says = table.choice("says", LabelSays)
    then: tuple[LabelRow, ...] = ()
    if says is LabelSays.HOLD or table.has("then"):
        then = after[table.known("then", after)]
    return LabelRow(
        id=row_id,
        says=says,
        text=texts.text(row_id),
        lvef=_bounds(table, "lvef"),
        fall=_bounds(table, "fall"),
        days=_bounds(table, "days"),
        times_held=_bounds(table, "times_held"),
        limit=table.choice("limit", AgainstLimit) if table.has("limit") else None,
        better=table.boolean("better") if table.has("better") else None,
        then=then,
    )


def _bounds(table: Table, key: str) -> Bounds:
    return read_bounds(table, key) if table.has(key) else ANY
