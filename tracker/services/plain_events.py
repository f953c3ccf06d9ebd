"""Events of a course in the plain words of the diary file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.domain.course import (
    CourseEvent,
    DoseTarget,
    Given,
    Moved,
    Omitted,
    Reason,
    Stopped,
)
from tracker.domain.regimen import Track


def event_as_plain(event: CourseEvent) -> dict[str, Any]:
    """Return an event with the keys of the diary file; values that JSON can hold."""
    target = {
        "drug": event.target.drug,
        "track": event.target.track.value if event.target.track else None,
    }
    match event:
        case Moved():
            return {
                "kind": "moved",
                **target,
                "cycle": event.cycle,
                "to": event.to.isoformat(),
                "reason": event.reason.value,
                "note": event.note,
            }
        case Given():
            dose = None if event.dose_mg_m2 is None else f"{event.dose_mg_m2:f}"
            on = event.on.isoformat()
            note = {} if event.note is None else {"note": event.note}
            given = {"kind": "given", **target, "cycle": event.cycle, "on": on, "dose_mg_m2": dose}
            return {**given, **note}
        case Omitted():
            reason = event.reason.value
            return {"kind": "omitted", **target, "cycle": event.cycle, "reason": reason}
        case Stopped():
            reason = event.reason.value
            return {"kind": "stopped", **target, "on": event.on.isoformat(), "reason": reason}


def event_from_plain(plain: Mapping[str, Any]) -> CourseEvent:
    """Return the event; keys that are missing mean not known."""
    track = plain.get("track")
    target = DoseTarget(drug=plain.get("drug"), track=Track(track) if track else None)
    kind = plain["kind"]
    if kind == "given":
        dose = plain.get("dose_mg_m2")
        dose_mg_m2 = None if dose is None else Decimal(dose)
        on = date.fromisoformat(plain["on"])
        return Given(target, plain["cycle"], on, dose_mg_m2, plain.get("note"))
    reason = Reason(plain["reason"])
    if kind == "moved":
        to = date.fromisoformat(plain["to"])
        return Moved(target, plain["cycle"], to, reason, plain.get("note"))
    if kind == "omitted":
        return Omitted(target, plain["cycle"], reason)
    return Stopped(target, date.fromisoformat(plain["on"]), reason)
