"""Which symptoms a check-in asks about, in which order, and what it says beside each."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from tracker.domain.drugs import DrugProfile, Onset, SideEffect
from tracker.domain.symptoms import SymptomDefinition

FIRST_ROWS = 6
MOST_ROWS_OF_THE_DAY = 2
_BREATHLESSNESS = "breathlessness"
_WITHOUT_DRUGS = ("fatigue", "pain", "sleep-trouble", "worry", "breathlessness", "hot-flushes")


class CheckInRow(NamedTuple):
    """One question.

    Attributes:
        hint: Why it is asked, "often with docetaxel, usually days 2 to 5"; None without a drug
            that is known for it.
        first: Among the rows shown at once; the others stand behind "show more".
        now: Not among the first, but usual on this very day of the cycle: shown at once as well.
    """

    symptom: SymptomDefinition
    hint: str | None
    first: bool
    now: bool = False


def rows_for(
    drugs_in_use: Collection[str],
    profiles: Mapping[str, DrugProfile],
    symptoms: Mapping[str, SymptomDefinition],
    *,
    watch_heart: bool,
    cycle_day: int | None = None,
) -> tuple[CheckInRow, ...]:
    """Return every symptom once: six to ask first, then what the drugs can bring, then the rest.

    The order depends on the drugs alone, so it stays the same from day to day. `watch_heart` says
    that a HER2 drug is in use or an anthracycline was given; breathlessness is then always among
    the first six. `cycle_day` marks at most two more that are usual on that day; None marks none.
    """
    effects_of = _effects_by_symptom(drugs_in_use, profiles)
    reasons = {
        symptom: min(effects, key=_telling)
        for symptom, effects in effects_of.items()
        if symptom in symptoms
    }
    order = {symptom: place for place, symptom in enumerate(symptoms)}
    first = _first_rows(reasons, order, watch_heart=watch_heart)
    related = sorted(reasons.keys() - set(first), key=order.__getitem__)
    others = [symptom for symptom in symptoms if symptom not in reasons and symptom not in first]
    now = _of_the_day(effects_of, related, cycle_day)
    return tuple(
        CheckInRow(symptoms[each], _hint(reasons, each), first=each in first, now=each in now)
        for each in (*first, *related, *others)
    )


def _of_the_day(
    effects_of: Mapping[str, Sequence[SideEffect]], related: Sequence[str], cycle_day: int | None
) -> Sequence[str]:
    """Choose those of `related` that are usual on this day, the most telling first."""
    if cycle_day is None:
        return ()
    usual: dict[str, tuple[bool, bool, int, bool, int]] = {}
    for symptom in related:
        weights = [
            (*_telling(effect), effect.symptoms.index(symptom))
            for effect in effects_of[symptom]
            if effect.days is not None and effect.days[0] <= cycle_day <= effect.days[1]
        ]
        if weights:
            usual[symptom] = min(weights)
    return sorted(usual, key=usual.__getitem__)[:MOST_ROWS_OF_THE_DAY]


def _effects_by_symptom(
    drugs_in_use: Collection[str], profiles: Mapping[str, DrugProfile]
) -> dict[str, list[SideEffect]]:
    by_symptom: dict[str, list[SideEffect]] = {}
    for drug, profile in profiles.items():
        for effect in profile.effects if drug in drugs_in_use else ():
            for symptom in effect.symptoms:
                by_symptom.setdefault(symptom, []).append(effect)
    return by_symptom


def _telling(effect: SideEffect) -> tuple[bool, bool, int, bool]:
    """Put first what is felt as itself, soon and often; of what is felt indirectly, the serious."""
    if effect.effect not in effect.symptoms:
        return (True, not effect.serious, effect.how_common.rank, not effect.days)
    slow = effect.onset is not None and effect.onset.is_slow
    return (False, slow, effect.how_common.rank, not effect.days)


def _first_rows(
    reasons: Mapping[str, SideEffect], order: Mapping[str, int], *, watch_heart: bool
) -> list[str]:
    """Choose six and put them into the order in which symptoms stand in the knowledge."""

    def weight(symptom: str) -> tuple[bool, bool, int, bool, bool, int]:
        effect = reasons[symptom]
        once = effect.onset is Onset.FIRST_DOSE
        return (*_telling(effect)[:3], once, not effect.named_in_seed, order[symptom])

    heart = [_BREATHLESSNESS] if watch_heart else []
    wanted = [*heart, *sorted(reasons, key=weight), *_WITHOUT_DRUGS, *order]
    six = [symptom for symptom in dict.fromkeys(wanted) if symptom in order][:FIRST_ROWS]
    return sorted(six, key=order.__getitem__)


def _hint(reasons: Mapping[str, SideEffect], symptom: str) -> str | None:
    return reasons[symptom].hint if symptom in reasons else None
