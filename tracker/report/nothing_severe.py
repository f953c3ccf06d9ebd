"""What was looked for and not found, and in how many days: never an all-clear."""

from tracker.domain.entries import TemperatureEntry
from tracker.domain.wording import counted
from tracker.report.inputs import ReportInputs


def nothing_severe(inputs: ReportInputs) -> str:
    """Return that no severe answer and no temperature off the card is written down.

    It says as well how many days have no answer: what nobody wrote down may have been there.
    """
    days = (inputs.until - inputs.since).days + 1
    answered = len({day for _, day in inputs.answers})
    return f"Written down in these days: {_not_found(inputs, answered)}. {_known(answered, days)}"


def _not_found(inputs: ReportInputs, answered: int) -> str:
    answers = (
        "no answer of 3 or 4 and none that alone asks to call at once"
        if answered
        else "no answer at all"
    )
    if not inputs.covered(TemperatureEntry):
        return f"{answers}; no temperature at all"
    limits = "off the card" if inputs.card_is_own else "outside the usual limits"
    return f"{answers}; no temperature {limits}"


def _known(answered: int, days: int) -> str:
    words = f"{answered} of {counted(days, 'day')} answered"
    left = days - answered
    if not left:
        return f"{words}."
    return f"{words}; what was felt on {'the other ' if answered else 'these '}{left} is not known."
