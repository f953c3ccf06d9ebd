"""Reads `late_effects.toml` and its texts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.drugs import LateEffect

_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What a late effect may name."""

    drugs_of_class: Mapping[str, tuple[str, ...]]
    drugs: Collection[str]
    sources: Collection[str]


def read_late_effects(folder: Path, language: str, known: KnownIds) -> dict[str, LateEffect]:
    """Return what treatment can bring long after it, by id.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    with read_file(folder / "texts" / language / "late_effects.toml") as texts:
        return {
            each: _late_effect(each, table, texts.table(each), known)
            for each, table in read_file(folder / "late_effects.toml").by_id()
        }


def _late_effect(effect_id: str, table: Table, words: Table, known: KnownIds) -> LateEffect:
    classes = table.known_texts("classes", known.drugs_of_class, default=())
    of_classes = [drug for each in classes for drug in known.drugs_of_class[each]]
    named = table.known_texts("drugs", known.drugs, default=())
    if not (classes or named):
        raise table.wrong("drugs", "at least one drug or class")
    with words:
        return LateEffect(
            id=effect_id,
            name=words.text("name"),
            text=words.text("text"),
            drugs=tuple(dict.fromkeys((*of_classes, *named))),
            symptoms=table.texts("symptoms"),
            of_100=_of_100(table),
            sources=_sources(table, known.sources),
            named_in_seed=table.boolean("seed", default=False),
        )


def _sources(table: Table, sources: Collection[str]) -> tuple[str, ...]:
    named = table.known_texts("sources", sources)
    if not named:
        raise table.wrong("sources", "at least one source")
    return named


def _of_100(table: Table) -> tuple[Decimal, Decimal] | None:
    if not table.has("of_100_from"):
        return None
    low, high = table.decimal("of_100_from"), table.decimal("of_100_to")
    if not 0 < low <= high <= _ALL:
        raise table.wrong("of_100_to", "a number from of_100_from to 100")
    return low, high
