"""Reads `regimens/*.toml`: one treatment template per file."""

from collections.abc import Collection, Mapping
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.regimen import (
    Administration,
    DrugFacts,
    Phase,
    Regimen,
    RegimenNote,
    Setting,
    Track,
)

_MOST_CYCLES = 130
_LONGEST_CYCLE_DAYS = 42


def read_regimens(
    folder: Path, language: str, drugs: Mapping[str, DrugFacts], sources: Collection[str]
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
    drugs: Mapping[str, DrugFacts],
    sources: Collection[str],
) -> Regimen:
    phases = tuple(_phase(phase, drugs) for phase in table.tables("phases"))
    if not phases:
        raise table.wrong("phases", "at least one phase")
    return Regimen(
        id=table.text("id"),
        name=table.text("name"),
        settings=table.choices("settings", Setting),
        source=table.known("source", sources),
        notes=tuple(notes[each] for each in table.known_texts("notes", notes)),
        phases=phases,
    )


def _phase(table: Table, drugs: Mapping[str, DrugFacts]) -> Phase:
    cycle_days = table.integer("cycle_days", low=1, high=_LONGEST_CYCLE_DAYS)
    administrations = tuple(
        _administration(row, cycle_days, drugs) for row in table.tables("drugs")
    )
    if not administrations:
        raise table.wrong("drugs", "at least one drug")
    given = [drugs[each.drug] for each in administrations]
    if any(drug.anthracycline for drug in given) and any(drug.her2 for drug in given):
        raise table.wrong("drugs", "no anthracycline together with a HER2 drug")
    return Phase(
        name=table.text("name"),
        cycles=table.integer("cycles", low=1, high=_MOST_CYCLES),
        cycle_days=cycle_days,
        after_surgery=table.boolean("after_surgery", default=False),
        open_ended=table.boolean("open_ended", default=False),
        administrations=administrations,
    )


def _administration(row: Table, cycle_days: int, drugs: Mapping[str, DrugFacts]) -> Administration:
    drug = drugs[row.known("drug", drugs)]
    track = row.choice("track", Track)
    if track is not drug.track:
        raise row.wrong("track", f"the track of {drug.id}, {drug.track}")
    days = row.integers("days", low=1, high=cycle_days)
    if list(days) != sorted(set(days)):
        raise row.wrong("days", "cycle days in rising order, each once")
    if drug.infusion and not days:
        raise row.wrong("days", "at least one day; only tablets are taken every day")
    return Administration(drug=drug.id, track=track, days=days)
