"""Reads `drugs.toml` and its texts."""

from collections.abc import Collection
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.regimen import DrugFacts, LoadingRule, Track

_LONGEST_CYCLE_DAYS = 42


def read_drug_facts(folder: Path, language: str, sources: Collection[str]) -> dict[str, DrugFacts]:
    """Return what the schedule must know about each drug, by id.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    texts = read_file(folder / "texts" / language / "drugs.toml").table("drugs")
    drugs = read_file(folder / "drugs.toml").table("drugs")
    ids = drugs.keys()
    return {each: _facts(each, drugs.table(each), texts.table(each), sources) for each in ids}


def _facts(drug_id: str, table: Table, texts: Table, sources: Collection[str]) -> DrugFacts:
    return DrugFacts(
        id=drug_id,
        name=texts.text("name"),
        track=table.choice("track", Track),
        loading=_loading(table, sources),
        her2=table.boolean("her2", default=False),
        anthracycline=table.boolean("anthracycline", default=False),
        infusion=table.boolean("infusion", default=True),
        low_count_days=_window(table, "low_counts", sources),
        late_low_count_days=_window(table, "late_low_counts", sources),
    )


def _loading(table: Table, sources: Collection[str]) -> LoadingRule:
    if not table.has("loading"):
        return LoadingRule.NEVER
    with table.table("loading") as loading:
        loading.known("source", sources)
        return loading.choice("rule", LoadingRule)


def _window(table: Table, key: str, sources: Collection[str]) -> tuple[int, int] | None:
    if not table.has(key):
        return None
    with table.table(key) as window:
        window.known("source", sources)
        days = window.integers("days", low=1, high=_LONGEST_CYCLE_DAYS)
        match days:
            case (first, last) if first <= last:
                return (first, last)
        raise window.wrong("days", "the first and the last cycle day, in this order")
