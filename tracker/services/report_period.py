"""Which days a report covers when nobody chose any."""

from datetime import date, timedelta

from tracker.domain.schedule import Plan
from tracker.domain.treatment import infusions

_SHORTEST_USEFUL = timedelta(days=14)
_LONGEST_BY_DEFAULT = timedelta(days=92)


def usual_start(plans: tuple[Plan, ...], last: date) -> date:
    """Return the latest treatment day that leaves at least two weeks to cover.

    Without one in the last three months: the three months before `last`, or less when treatment
    began later.
    """
    earliest = last - _LONGEST_BY_DEFAULT
    days = [visit.on for visit in infusions(plans, last)]
    fitting = [day for day in days if earliest <= day <= last - _SHORTEST_USEFUL]
    if fitting:
        return max(fitting)
    return max(earliest, min(days)) if days and min(days) > earliest else earliest
