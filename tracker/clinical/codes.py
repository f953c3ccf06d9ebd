"""Reads `codes.toml`."""

from collections.abc import Mapping
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.codes import Code, Codes, CodesById, SeenTimes


def read_codes(folder: Path) -> Codes:
    """Return the codes that may stand beside our words.

    Raises:
        KnowledgeError: Something in the file is not as expected.
    """
    with read_file(folder / "codes.toml") as top:
        systems = top.table("systems").texts_by_id()
        return Codes(
            measurements=_group(top.table("measurements"), systems),
            labs=_group(top.table("labs"), systems),
            symptoms=_group(top.table("symptoms"), systems),
            severity=_group(top.table("severity"), systems),
            conditions=_group(top.table("conditions"), systems),
            drugs=_group(top.table("drugs"), systems),
        )


def _group(group: Table, systems: Mapping[str, str]) -> CodesById:
    ids = group.keys()
    return {each: tuple(_code(row, systems) for row in group.tables(each)) for each in ids}


def _code(row: Table, systems: Mapping[str, str]) -> Code:
    return Code(
        system=systems[row.known("system", systems)],
        code=row.text("code"),
        display=row.text("display"),
        ucum=row.optional_text("ucum"),
        seen=row.choice("status", SeenTimes),
    )
