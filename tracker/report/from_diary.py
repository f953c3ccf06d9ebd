"""Reads one person's diary for the report, once, through the services."""

from collections.abc import Collection
from datetime import date, timedelta

from tracker.domain.cycles import CycleSpan, cycle_spans
from tracker.domain.entries import QuestionEntry
from tracker.domain.regimen import Track
from tracker.domain.schedule import Plan
from tracker.errors import NotUnderstoodError
from tracker.report.clinic_report import clinic_report
from tracker.report.content import ReportContent, Section
from tracker.report.inputs import ReportInputs
from tracker.report.wording import named_day
from tracker.services.companion import Companion
from tracker.services.history import spans_of
from tracker.services.report_period import usual_start

_LOOK_BACK = timedelta(days=365)
_LONGEST_CYCLE_SHOWN = timedelta(days=35)


def build_report(
    companion: Companion,
    *,
    since: date | None = None,
    until: date | None = None,
    sections: Collection[Section] | None = None,
) -> ReportContent:
    """Return what the report of the person says now.

    Args:
        companion: Her services.
        since: First day to cover; None: see `usual_start`.
        until: Last day to cover, today at the latest; None: today.
        sections: What to include; None: everything.

    Raises:
        NotUnderstoodError: The first day is after the last, or still to come.
    """
    today = companion.clock().date()
    last = min(until or today, today)
    first = since or usual_start(companion.plan.all(), last)
    if first > last:
        raise NotUnderstoodError(
            f"The report cannot begin on {named_day(first)} and end on {named_day(last)}; "
            "nothing was written; choose a first day that is not after the last."
        )
    inputs = read_inputs(companion, first, last)
    return clinic_report(inputs, sections=tuple(Section) if sections is None else sections)


def read_inputs(companion: Companion, first: date, last: date) -> ReportInputs:
    """Return everything that is said about these days, both included."""
    now = companion.clock()
    plans = companion.plan.all()
    diary = companion.diary
    entries_since = min(first, last - _LONGEST_CYCLE_SHOWN)
    questions = diary.entries(until=last, kinds=("question",))
    severities = companion.history.answers()
    return ReportInputs(
        person=companion.person(),
        plans=plans,
        spans=spans_of(plans),
        treatment_spans=_treatment_spans(plans),
        entries=diary.entries(since=entries_since, until=last),
        earlier=diary.entries(
            since=first - _LOOK_BACK,
            until=first - timedelta(days=1),
            kinds=("temperature", "contact", "lab"),
        ),
        questions=tuple(each for each in questions if isinstance(each, QuestionEntry)),
        severities=severities,
        history=companion.history.overview(severities),
        heart=companion.heart.overview(),
        alerts=companion.safety.current() if last == now.date() else None,
        library=companion.library,
        now=now,
        since=first,
        until=last,
    )


def _treatment_spans(plans: tuple[Plan, ...]) -> frozenset[CycleSpan]:
    return frozenset(
        span
        for plan in plans
        if any(visit.track is not Track.ENDOCRINE for visit in plan.visits)
        for span in cycle_spans(plan)
    )
