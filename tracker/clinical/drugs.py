"""Reads `drugs.toml` and its texts: what the schedule needs, and what people can read."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from tracker.clinical.reading import Table, read_file
from tracker.clinical.side_effects import EffectReader
from tracker.domain.drugs import DrugProfile
from tracker.domain.regimen import DrugFacts, LoadingRule, Track

_LONGEST_CYCLE_DAYS = 42


class Drugs(NamedTuple):
    """Two views of each drug by id, and the drugs of each class."""

    facts: dict[str, DrugFacts]
    profiles: dict[str, DrugProfile]
    of_class: dict[str, tuple[str, ...]]


def read_drugs(folder: Path, language: str, sources: Collection[str]) -> Drugs:
    """Return all drugs.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    drugs = Drugs({}, {}, {})
    with (
        read_file(folder / "drugs.toml") as top,
        read_file(folder / "texts" / language / "drugs.toml") as all_texts,
        all_texts.table("drugs") as texts,
    ):
        effects = EffectReader(top.table("effects"), all_texts, sources)
        class_rows = top.table("classes")
        class_ids = class_rows.keys()
        classes = {each: class_rows.table(each) for each in class_ids}
        for drug_id, table in top.table("drugs").by_id():
            with texts.table(drug_id) as words:
                profile = _profile(drug_id, table, words, effects, classes)
            for each in table.texts("classes", default=()):
                drugs.of_class[each] = (*drugs.of_class.get(each, ()), drug_id)
            drugs.profiles[drug_id] = profile
            drugs.facts[drug_id] = _facts(profile, table, sources)
        for rows in classes.values():
            rows.finish()
    return drugs


def _profile(
    drug_id: str, table: Table, words: Table, effects: EffectReader, classes: dict[str, Table]
) -> DrugProfile:
    word = words.text("word")
    return DrugProfile(
        id=drug_id,
        name=words.text("name"),
        word=word,
        also_called=words.texts("also_called", default=()),
        about=words.text("about"),
        source=table.known("source", effects.sources),
        named_in_seed=table.boolean("named_in_seed", default=False),
        effects=effects.of_drug(table, classes, word),
    )


def _facts(profile: DrugProfile, table: Table, sources: Collection[str]) -> DrugFacts:
    her2 = table.boolean("her2", default=False)
    anthracycline = table.boolean("anthracycline", default=False)
    if her2 and anthracycline:
        raise table.wrong("anthracycline", "a drug that is not a HER2 drug as well")
    loading, loading_source = _loading(table, sources)
    low_counts, low_count_source = _window(table, "low_counts", sources)
    late, late_source = _window(table, "late_low_counts", sources)
    return DrugFacts(
        id=profile.id,
        name=profile.name,
        track=table.choice("track", Track),
        loading=loading,
        her2=her2,
        anthracycline=anthracycline,
        infusion=table.boolean("infusion", default=True),
        low_count_days=low_counts,
        late_low_count_days=late,
        loading_source=loading_source,
        low_count_source=low_count_source,
        late_low_count_source=late_source,
    )


def _loading(table: Table, sources: Collection[str]) -> tuple[LoadingRule, str | None]:
    if not table.has("loading"):
        return LoadingRule.NEVER, None
    with table.table("loading") as loading:
        return loading.choice("rule", LoadingRule), loading.known("source", sources)


def _window(
    table: Table, key: str, sources: Collection[str]
) -> tuple[tuple[int, int] | None, str | None]:
    if not table.has(key):
        return None, None
    with table.table(key) as window:
        days = window.day_span("days", longest=_LONGEST_CYCLE_DAYS)
        return days, window.known("source", sources)
