"""Reads `regimens/*.toml`: one treatment template per file."""

from collections.abc import Collection
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.regimen import Administration, Phase, Regimen, RegimenNote, Setting, Track
from tracker.errors import KnowledgeError, NotUnderstoodError

_MOST_CYCLES = 130
_LONGEST_CYCLE_DAYS = 42


def read_regimens(
    folder: Path, language: str, drugs: Collection[str], sources: Collection[str]
) -> dict[str, Regimen]:
    """Return all templates by id, in the order of their ids.

    Raises:
        KnowledgeError: Something in one of the files is not as expected.
    """
    notes = _read_notes(folder, language, sources)
    regimens: dict[str, Regimen] = {}
    for path in sorted((folder / "regimens").glob("*.toml")):
        with read_file(path) as table:
            regimen = _regimen(table, notes, drugs, sources)
            if regimen.id != path.stem:
                raise table.wrong("id", f"the name of the file, {path.stem}")
        regimens[regimen.id] = regimen
    return regimens


def _read_notes(folder: Path, language: str, sources: Collection[str]) -> dict[str, RegimenNote]:
    texts = read_file(folder / "texts" / language / "regimens.toml").table("notes")
    with read_file(folder / "regimen_notes.toml") as top:
        ids = top.keys()
        notes = {each: RegimenNote(texts.text(each), top.known(each, sources)) for each in ids}
    texts.finish()
    return notes


def _regimen(
    table: Table,
    notes: dict[str, RegimenNote],
    drugs: Collection[str],
    sources: Collection[str],
) -> Regimen:
    return Regimen(
        id=table.text("id"),
        name=table.text("name"),
        settings=tuple(_setting(table, text) for text in table.texts("settings")),
        source=table.known("source", sources),
        notes=tuple(notes[each] for each in table.known_texts("notes", notes)),
        phases=tuple(_phase(phase, drugs) for phase in table.tables("phases")),
    )


def _setting(table: Table, text: str) -> Setting:
    try:
        return Setting(text)
    except ValueError as error:
        raise table.wrong("settings", "a list of " + ", ".join(Setting)) from error


def _phase(table: Table, drugs: Collection[str]) -> Phase:
    cycle_days = table.integer("cycle_days", low=1, high=_LONGEST_CYCLE_DAYS)
    try:
        return Phase(
            name=table.text("name"),
            cycles=table.integer("cycles", low=1, high=_MOST_CYCLES),
            cycle_days=cycle_days,
            after_surgery=table.boolean("after_surgery", default=False),
            open_ended=table.boolean("open_ended", default=False),
            administrations=tuple(
                Administration(
                    drug=drug.known("drug", drugs),
                    track=drug.choice("track", Track),
                    days=drug.integers("days", low=1, high=cycle_days),
                )
                for drug in table.tables("drugs")
            ),
        )
    except KnowledgeError:
        raise
    except NotUnderstoodError as error:
        raise table.wrong("", f"a phase that can be planned: {error}") from error
