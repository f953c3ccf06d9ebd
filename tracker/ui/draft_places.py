"""The places where something can be half typed, and the page that opens each of them again."""

from collections.abc import Mapping

NOTE, TEMPERATURE = "note", "temperature"
WEIGHT, PRESSURE, MEDICINE = "weight", "pressure", "medicine"
CONTACT, SAID, ANSWER = "contact", "said", "answer"
OWN_SYMPTOM, BOOKED = "own-symptom", "booked"
PAGE = "page"
SCAN, COUNT, LETTER = "scan", "count", "letter"
APPOINTMENT, MOVED, GIVEN = "appointment", "moved", "given"
STOPPED, AROUND_SURGERY, OPERATION = "stopped", "around-surgery", "operation"
VERSION, REPLACEMENT, ADDITION = "version", "replacement", "addition"
RADIOTHERAPY = "radiotherapy"
CONCERN = "concern"
OF = ":"
"""Parts a kind of place from what it is about: "said:" and the id of an entry."""

_ON_PLAN = (
    APPOINTMENT,
    MOVED,
    GIVEN,
    STOPPED,
    AROUND_SURGERY,
    OPERATION,
    VERSION,
    REPLACEMENT,
    ADDITION,
    RADIOTHERAPY,
)
PAGE_OF: Mapping[str, str] = {
    **dict.fromkeys(_ON_PLAN, "plan"),
    LETTER: "heart",
    CONCERN: "report",
}
"""The page that opens a kind of place; Today opens all others."""


def kind_of(place: str) -> str:
    """Return the kind of a place."""
    return place.partition(OF)[0]


def subject_of(place: str) -> str:
    """Return what a place is about; "" where its kind says it all."""
    return place.partition(OF)[2]
