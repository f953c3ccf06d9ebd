"""Which doses labels call loading doses: the first, and the one after too long a gap."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.regimen import LoadingRule
from tracker.domain.replay import Dose

_DAYS_LATE_ALLOWED = 7
_GAP_DAYS_OF_SIX_WEEKS = 42


class LoadingWhy(StrEnum):
    """Why a dose is a loading dose."""

    FIRST = "first"
    GAP = "gap"


class EarlierDose(NamedTuple):
    """The last dose of a drug in an earlier course, with the rhythm it was in."""

    on: date
    interval_days: int


def loading_of(
    doses: Sequence[Dose], rule: LoadingRule, earlier: EarlierDose | None = None
) -> dict[int, LoadingWhy]:
    """Return dose number → why, for the loading doses among the doses of one drug.

    Trastuzumab IV: more than 7 days late against the rhythm of the dose before (three-weekly a gap
    of 29 days, weekly of 15). Pertuzumab and its SC combination: 42 days or more between doses.
    Sources: labels' sections on missed doses.
    """
    if rule is LoadingRule.NEVER:
        return {}
    why: dict[int, LoadingWhy] = {}
    before = earlier
    for dose in doses:
        if dose.omitted:
            continue
        if before is None:
            why[dose.slot.dose] = LoadingWhy.FIRST
        elif _gap_is_too_long((dose.on - before.on).days, before.interval_days, rule):
            why[dose.slot.dose] = LoadingWhy.GAP
        before = EarlierDose(dose.on, dose.slot.interval_days)
    return why


def _gap_is_too_long(gap_days: int, interval_days: int, rule: LoadingRule) -> bool:
    if rule is LoadingRule.GAP_OF_SIX_WEEKS:
        return gap_days >= _GAP_DAYS_OF_SIX_WEEKS
    return gap_days - interval_days > _DAYS_LATE_ALLOWED
