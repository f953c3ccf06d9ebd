"""What is usual on which days of a plan: of which drug, and by which text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.doses import LoadingWhy
from tracker.domain.drugs import DrugProfile, Onset
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus, Window
from tracker.domain.wording import in_sentence

_OF_LOW_COUNTS = frozenset({"neutropenia", "low-white-cells", "low-platelets"})
_SHORTEST_INTERVAL_WITH_DAYS = 14
_LATEST_INJECTION_DAY = 7


class ExpectedRule(NamedTuple):
    """An effect whose days are named beforehand.

    Attributes:
        text: One sentence, for a day on which it is usual.
        first_dose_days: Days counted from a drug's first dose; None: those of each drug's effect.
        source: Id of the source of `first_dose_days`.
    """

    effect: str
    text: str
    first_dose_days: tuple[int, int] | None = None
    source: str | None = None


class GrowthFactors(NamedTuple):
    """Injections that help white cells grow.

    Attributes:
        names: Small letters; a medicine counts whose name has one of them in it.
        ache_days: Cycle days on which bones ache.
        aches: One sentence.
        label: One sentence about the day of the injection.
    """

    names: tuple[str, ...]
    ache_days: tuple[int, int]
    aches: str
    source: str
    label: str
    label_source: str

    def are_meant_by(self, medicine: str) -> bool:
        """Return whether a medicine as typed is one of them."""
        typed = medicine.casefold()
        return any(name in typed for name in self.names)


class ExpectedRules(NamedTuple):
    """What can be said beforehand.

    Attributes:
        window_texts: Of the two windows of counts.
        loading_texts: With a place for the names of the drugs.
    """

    rules: tuple[ExpectedRule, ...]
    growth_factors: GrowthFactors
    window_texts: Mapping[str, str]
    loading_texts: Mapping[LoadingWhy, str]


class Cause(NamedTuple):
    """Which drug, on which days by which text."""

    words: str
    source: str


class Expected(NamedTuple):
    """Something usual on a day.

    Attributes:
        what: Id of the effect, or of the window.
        starts_on: First day of the union of all drugs that bring it.
        ends_on: Last day, included.
    """

    what: str
    text: str
    starts_on: date
    ends_on: date
    causes: tuple[Cause, ...]


class ExpectedKnowledge(NamedTuple):
    """What the rules need to know of drugs."""

    rules: ExpectedRules
    drugs: Mapping[str, DrugFacts]
    profiles: Mapping[str, DrugProfile]


def expected_on(
    day: date,
    plans: Sequence[Plan],
    known: ExpectedKnowledge,
    injections: Iterable[date] = (),
) -> tuple[Expected, ...]:
    """Return what is usual on a day: loading doses and low counts first, then as the rules stand.

    Args:
        day: Any day.
        plans: Of all courses.
        known: Rules and drugs.
        injections: Days on which an injection that helps white cells grow was noted.
    """
    found = [*_loading_on(day, plans, known)]
    found += [
        _of_window(window, known)
        for plan in plans
        for window in plan.windows
        if window.starts_on <= day <= window.ends_on
    ]
    for rule in known.rules.rules:
        spans = [span for plan in plans for span in _spans(rule, plan, known) if span[0] <= day]
        covering = [span for span in spans if day <= span[1]]
        if covering:
            found.append(_joined(rule, covering))
    found += _of_injections(day, plans, known.rules.growth_factors, tuple(injections))
    return tuple(found)


def _loading_on(day: date, plans: Sequence[Plan], known: ExpectedKnowledge) -> Iterator[Expected]:
    """Yield what labels say of the size of the doses of a day; no dose is computed."""
    visits = [v for plan in plans for v in plan.visits if v.on == day]
    for why, text in known.rules.loading_texts.items():
        drugs = [
            visit.drug
            for visit in visits
            if visit.loading_why is why and visit.status is not VisitStatus.OMITTED
        ]
        if drugs:
            names = [known.profiles[drug].name for drug in drugs]
            yield Expected(
                what=f"loading-{why.value}",
                text=text.format(drugs=" and ".join([names[0], *map(in_sentence, names[1:])])),
                starts_on=day,
                ends_on=day,
                causes=tuple(_loading_cause(drug, known) for drug in drugs),
            )


def _loading_cause(drug: str, known: ExpectedKnowledge) -> Cause:
    facts = known.drugs[drug]
    return Cause(known.profiles[drug].name, facts.loading_source or known.profiles[drug].source)


_Span = tuple[date, date, Cause]


def _spans(rule: ExpectedRule, plan: Plan, known: ExpectedKnowledge) -> Iterator[_Span]:
    for visit in plan.visits:
        if visit.status is VisitStatus.OMITTED:
            continue
        for effect in known.profiles[visit.drug].effects:
            if effect.effect != rule.effect:
                continue
            days, source = effect.days, effect.timing_source or effect.source
            if rule.first_dose_days is not None:
                once = effect.onset in {Onset.FIRST_DOSE, Onset.WEEKS} and visit.dose == 1
                days, source = rule.first_dose_days if once else None, rule.source or source
            if days is not None and _fits(days, visit):
                cause = Cause(effect.how_often, source)
                yield _day(visit.on, days[0]), _day(visit.on, days[1]), cause


def _fits(days: tuple[int, int], visit: Visit) -> bool:
    """Leave out days that would reach over the next weekly dose: they would name every day."""
    weekly = visit.interval_days < _SHORTEST_INTERVAL_WITH_DAYS
    return not weekly or visit.dose == 1 or days[1] <= visit.interval_days


def _joined(rule: ExpectedRule, spans: Sequence[_Span]) -> Expected:
    return Expected(
        what=rule.effect,
        text=rule.text,
        starts_on=min(start for start, _, _ in spans),
        ends_on=max(end for _, end, _ in spans),
        causes=tuple(dict.fromkeys(cause for _, _, cause in spans)),
    )


def _of_window(window: Window, known: ExpectedKnowledge) -> Expected:
    causes = []
    late = window.what == "late-low-counts"
    for drug in window.drugs:
        facts, profile = known.drugs[drug], known.profiles[drug]
        source = facts.late_low_count_source if late else facts.low_count_source
        days = facts.late_low_count_days if late else facts.low_count_days
        if days is not None and source is not None:
            causes.append(Cause(f"{profile.name}: cycle days {days[0]} to {days[1]}", source))
        causes += [
            Cause(f"{effect.name}: {effect.how_often}", effect.timing_source or effect.source)
            for effect in profile.effects
            if effect.effect in _OF_LOW_COUNTS and effect.days is not None
        ]
    return Expected(
        what=window.what,
        text=known.rules.window_texts[window.what],
        starts_on=window.starts_on,
        ends_on=window.ends_on,
        causes=tuple(dict.fromkeys(causes)),
    )


def _of_injections(
    day: date, plans: Sequence[Plan], factors: GrowthFactors, injections: Sequence[date]
) -> Iterator[Expected]:
    if day in injections:
        label = Cause(factors.label, factors.label_source)
        yield Expected(
            what="growth-factor", text=factors.label, starts_on=day, ends_on=day, causes=(label,)
        )
    starts = {
        visit.on
        for plan in plans
        for visit in plan.visits
        if visit.day == 1 and visit.status is not VisitStatus.OMITTED
    }
    first, last = factors.ache_days
    for start in sorted(starts):
        noted = any(start <= each <= _day(start, _LATEST_INJECTION_DAY) for each in injections)
        if noted and _day(start, first) <= day <= _day(start, last):
            yield Expected(
                what="growth-factor-aches",
                text=factors.aches,
                starts_on=_day(start, first),
                ends_on=_day(start, last),
                causes=(Cause(factors.aches, factors.source),),
            )
            return


def _day(on: date, cycle_day: int) -> date:
    return on + timedelta(days=cycle_day - 1)
