"""Reads `expected.toml` and its texts: days of a plan that can be named beforehand."""

from collections.abc import Collection
from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.doses import LoadingWhy
from tracker.domain.expected import ExpectedRule, ExpectedRules, GrowthFactors

_LONGEST_CYCLE_DAYS = 42
_OF_COUNTS = ("low-counts", "late-low-counts")


def read_expected(folder: Path, language: str, sources: Collection[str]) -> ExpectedRules:
    """Return the rules in the order of their file.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    with (
        read_file(folder / "expected.toml") as top,
        read_file(folder / "texts" / language / "expected.toml") as texts,
        texts.table("windows") as words,
        texts.table("loading") as loading,
    ):
        rules = tuple(
            _rule(effect, table, words.text(effect), sources)
            for effect, table in top.table("windows").by_id()
        )
        with top.table("growth_factors") as table, texts.table("growth_factors") as said:
            factors = GrowthFactors(
                names=table.texts("names"),
                ache_days=table.day_span("ache_days", longest=_LONGEST_CYCLE_DAYS),
                aches=said.text("aches"),
                source=table.known("source", sources),
                label=said.text("label"),
                label_source=table.known("label_source", sources),
            )
        return ExpectedRules(
            rules,
            factors,
            {what: words.text(what) for what in _OF_COUNTS},
            {why: loading.text(why.value) for why in LoadingWhy},
        )


def _rule(effect: str, table: Table, text: str, sources: Collection[str]) -> ExpectedRule:
    if not table.has("first_dose_days"):
        return ExpectedRule(effect=effect, text=text)
    return ExpectedRule(
        effect=effect,
        text=text,
        first_dose_days=table.day_span("first_dose_days", longest=_LONGEST_CYCLE_DAYS),
        source=table.known("source", sources),
    )
