"""A plan that the person types herself: drugs, cycle length and number of cycles."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Any

from tracker.domain.regimen import Administration, Phase, Regimen, Track
from tracker.domain.schedule import Plan
from tracker.domain.wording import perhaps
from tracker.errors import NotUnderstoodError

CUSTOM = "custom"
CYCLE_LENGTHS = (7, 14, 21, 28)
_DAYS_OF_THREE_WEEKS = 21


def custom_regimen(name: str, phases: tuple[Phase, ...], drugs: Collection[str]) -> Regimen:
    """Return the regimen a person typed.

    Raises:
        NotUnderstoodError: A cycle length other than 7, 14, 21 or 28 days, an unknown drug, a drug
            twice in one phase, or a day twice.
    """
    for phase in phases:
        _check_phase(phase, drugs)
    return Regimen(id=CUSTOM, name=name, phases=phases)


def own_version(regimen: Regimen, phases: tuple[Phase, ...]) -> Regimen:
    """Return the team's own version of a regimen: a copy with other cycles, lengths or days.

    The regimen itself comes back where nothing differs. The name of a copy says that it is one.
    """
    return regimen if phases == regimen.phases else replace(copy_of(regimen), phases=phases)


def copy_of(regimen: Regimen) -> Regimen:
    """Return a regimen as phases of one's own; its name says that it is a copy."""
    if regimen.id == CUSTOM:
        return regimen
    _, colon, rest = regimen.name.partition(":")
    name = f"{regimen.short_name}, own version{colon}{rest}"
    return Regimen(id=CUSTOM, name=name, phases=regimen.phases)


def doses_left(plan: Plan, since: date) -> int:
    """Return how many three-weekly HER2 doses of the year a plan still has from a day on.

    Three weekly doses count as one; what was given or left out before counts as used.
    """
    days = {
        visit.on: visit.interval_days
        for visit in plan.visits
        if visit.track is Track.HER2 and visit.on >= since
    }
    return ceil(sum(days.values()) / _DAYS_OF_THREE_WEEKS)


def _check_phase(phase: Phase, drugs: Collection[str]) -> None:
    if phase.cycle_days not in CYCLE_LENGTHS:
        raise NotUnderstoodError(
            f"A cycle of {phase.cycle_days} days is not one this diary can plan; nothing was "
            "saved; choose 7, 14, 21 or 28 days."
        )
    names = [each.drug for each in phase.administrations]
    for each in phase.administrations:
        if each.drug not in drugs:
            raise NotUnderstoodError(
                f"“{each.drug[:80]}” is not a drug this diary knows; nothing was saved; "
                f"{perhaps(each.drug[:80], dict.fromkeys(drugs, ()))}"
                "use its generic name, for example trastuzumab."
            )
        if names.count(each.drug) > 1 or len(set(each.days)) < len(each.days):
            raise NotUnderstoodError(
                f"{each.drug} stands twice in the phase “{phase.name}”; nothing was saved; "
                "give each drug and each of its days once."
            )


def as_plain(regimen: Regimen) -> dict[str, Any]:
    """Return a typed regimen in the shape of the diary file."""
    return {
        "name": regimen.name,
        "phases": [
            {
                "name": phase.name,
                "cycles": phase.cycles,
                "cycle_days": phase.cycle_days,
                **_marks(phase),
                "drugs": [
                    {"drug": each.drug, "track": each.track.value, "days": list(each.days)}
                    for each in phase.administrations
                ],
            }
            for phase in regimen.phases
        ],
    }


def _marks(phase: Phase) -> dict[str, bool]:
    """Return the marks of a phase that a copy of a known regimen can have, where they are set."""
    marks = {"after_surgery": phase.after_surgery, "open_ended": phase.open_ended}
    return {name: mark for name, mark in marks.items() if mark}


def from_plain(plain: Mapping[str, Any]) -> Regimen:
    """Return a typed regimen from the shape that `as_plain` gives; it was checked before."""
    return Regimen(
        id=CUSTOM,
        name=plain["name"],
        phases=tuple(
            Phase(
                name=phase["name"],
                cycles=phase["cycles"],
                cycle_days=phase["cycle_days"],
                administrations=tuple(
                    Administration(each["drug"], Track(each["track"]), tuple(each["days"]))
                    for each in phase["drugs"]
                ),
                after_surgery=phase.get("after_surgery", False),
                open_ended=phase.get("open_ended", False),
            )
            for phase in plain["phases"]
        ),
    )
