"""Plans and regimens as the machine output of the contract."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.domain.around_surgery import plan_notes
from tracker.domain.heart_checks import HeartCheck
from tracker.domain.regimen import Regimen
from tracker.domain.schedule import Plan, Visit
from tracker.domain.sources import Source

Plain = dict[str, Any]


def plain_source(source: Source | None) -> Plain | None:
    """Return where a fact comes from."""
    if source is None:
        return None
    return {
        "id": source.id,
        "title": source.title,
        "url": source.url,
        "where": source.where,
        "checked_on": source.checked_on.isoformat(),
    }


def plain_plan(plan: Plan, surgery_on: date | None, checks: Sequence[HeartCheck]) -> Plain:
    """Return a plan; every visit is one drug on one day."""
    window = plan.start_window
    return {
        "regimen": plan.course.regimen.id,
        "setting": plan.course.setting.value,
        "surgery": _day(surgery_on),
        "window": None
        if window is None
        else {"opens": _day(window.opens_on), "closes": _day(window.closes_on)},
        "start_in_window": plan.start_in_window.value if plan.start_in_window else None,
        "visits": [plain_visit(visit) for visit in plan.visits],
        "windows": [
            {
                "what": each.what,
                "phase": each.phase,
                "cycle": each.cycle,
                "from": _day(each.starts_on),
                "to": _day(each.ends_on),
                "drugs": list(each.drugs),
            }
            for each in plan.windows
        ],
        "heart_checks": [
            {"due": _day(check.due), "why": check.why.value, "drug": check.drug} for check in checks
        ],
        "tablets": [
            {"drug": span.drug, "from": _day(span.starts_on), "to": _day(span.ends_on)}
            for span in plan.tablets
        ],
        "ends_on": _day(plan.ends_on),
        "notes": [
            {"text": note.text, "source": note.source} for note in plan_notes(plan, surgery_on)
        ],
    }


def plain_visit(visit: Visit) -> Plain:
    """Return one drug on one day."""
    return {
        "on": _day(visit.on),
        "drug": visit.drug,
        "track": visit.track.value,
        "phase": visit.phase,
        "cycle": visit.cycle,
        "of": visit.of,
        "day": visit.day,
        "dose": visit.dose,
        "loading": visit.loading,
        "loading_why": visit.loading_why.value if visit.loading_why else None,
        "status": visit.status.value,
    }


def plain_regimen(regimen: Regimen, source: Source | None) -> Plain:
    """Return a template with its phases."""
    return {
        "id": regimen.id,
        "name": regimen.name,
        "setting": regimen.settings[0].value,
        "settings": [setting.value for setting in regimen.settings],
        "phases": [
            {
                "name": phase.name,
                "cycles": phase.cycles,
                "cycle_days": phase.cycle_days,
                "after_surgery": phase.after_surgery,
                "drugs": [
                    {"drug": each.drug, "track": each.track.value, "days": list(each.days)}
                    for each in phase.administrations
                ],
            }
            for phase in regimen.phases
        ],
        "source": plain_source(source),
        "notes": [{"text": note.text, "source": note.source} for note in regimen.notes],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
