"""Reads the rows of side effects in `drugs.toml` and words their hints."""

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from tracker.clinical.reading import Table
from tracker.domain.drugs import HowCommon, Onset, SideEffect

_LONGEST_CYCLE_DAYS = 42
_ALL = Decimal(100)
_MEASURES = ("temperature", "weight", "lvef")


class _Kind(NamedTuple):
    """How an effect that is no symptom itself shows."""

    symptoms: tuple[str, ...]
    lab: str | None
    measure: str | None


class EffectReader:
    """Turns rows into side effects; knows how each effect shows and is named."""

    def __init__(self, kinds: Table, texts: Table, sources: Collection[str]) -> None:
        self._kinds = {each: _kind(table) for each, table in kinds.by_id()}
        self._names = texts.table("effects").texts_by_id()
        self._hints = _hint_texts(texts.table("hints"))
        self.sources = sources

    def of_drug(
        self, table: Table, classes: dict[str, Table], drug_word: str
    ) -> tuple[SideEffect, ...]:
        """Return the effects of a drug and of the classes it belongs to, most common first.

        A row of the drug takes the place of its class's row; what the starting text names of the
        class it names of the drug.
        """
        merged: dict[str, SideEffect] = {}
        for name in table.known_texts("classes", classes, default=()):
            merged |= {row.effect: row for row in self._rows(classes[name], drug_word)}
        for row in self._rows(table, drug_word):
            earlier = merged.get(row.effect)
            named = row.named_in_seed or (earlier is not None and earlier.named_in_seed)
            merged[row.effect] = row._replace(named_in_seed=named)
        return tuple(sorted(merged.values(), key=lambda row: row.how_common.rank))

    def _rows(self, table: Table, drug_word: str) -> list[SideEffect]:
        rows = [self._row(row, drug_word) for row in table.tables("effects", optional=True)]
        if len({row.effect for row in rows}) < len(rows):
            raise table.wrong("effects", "each effect once")
        return rows

    def _row(self, row: Table, drug_word: str) -> SideEffect:
        effect = row.known("effect", self._names)
        kind = self._kinds.get(effect, _Kind((effect,), None, None))
        how_common = row.choice("common", HowCommon)
        days = row.day_span("days", longest=_LONGEST_CYCLE_DAYS) if row.has("days") else None
        onset = row.choice("when", Onset) if row.has("when") else None
        if days and onset:
            raise row.wrong("when", "either days or when, not both")
        source = row.known("source", self.sources)
        timing = self._timing_source(row, source) if days or onset else None
        how_often = self._how_often(how_common, days, onset, drug_word)
        return SideEffect(
            effect=effect,
            name=self._names[effect],
            symptoms=kind.symptoms,
            lab=kind.lab,
            measure=kind.measure,
            how_common=how_common,
            percent=_percent(row),
            days=days,
            onset=onset,
            serious=row.boolean("serious", default=False),
            how_often=how_often,
            hint=self._hint(effect, how_often),
            source=source,
            timing_source=timing,
            named_in_seed=row.boolean("seed", default=False),
        )

    def _timing_source(self, row: Table, source: str) -> str:
        return row.known("timing_source", self.sources) if row.has("timing_source") else source

    def _how_often(
        self,
        how_common: HowCommon,
        days: tuple[int, int] | None,
        onset: Onset | None,
        drug_word: str,
    ) -> str:
        when = ""
        if days:
            pattern = self._hints["one-day" if days[0] == days[1] else "days"]
            when = pattern.replace("{first}", str(days[0])).replace("{last}", str(days[1]))
        elif onset:
            when = self._hints[onset]
        return self._hints[how_common].replace("{drug}", drug_word) + when

    def _hint(self, effect: str, how_often: str) -> str:
        if effect not in self._kinds:
            return how_often
        return self._hints["comes-from"].replace("{effect}", self._names[effect]) + how_often


def _kind(table: Table) -> _Kind:
    return _Kind(
        symptoms=table.texts("shows_as"),
        lab=table.optional_text("lab"),
        measure=table.known("measure", _MEASURES) if table.has("measure") else None,
    )


def _percent(row: Table) -> Decimal | None:
    percent = row.optional_decimal("percent")
    if percent is not None and not 0 < percent <= _ALL:
        raise row.wrong("percent", "a number above 0 and up to 100")
    return percent


def _hint_texts(table: Table) -> dict[str, str]:
    needed = (*HowCommon, *Onset, "comes-from", "one-day", "days")
    texts = {each: table.text(each) for each in needed}
    table.finish()
    return texts
