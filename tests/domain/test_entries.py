"""What people write down: what fits together is kept, what cannot be is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from tracker.domain.entries import (
    AnswerState,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LvefEntry,
    MedicineEntry,
    NoteEntry,
    PulseEntry,
    QuestionEntry,
    SymptomEntry,
    kind_of,
)
from tracker.domain.entry_checks import LONGEST_TEXT
from tracker.domain.entry_words import EnteredAs
from tracker.errors import NotUnderstoodError

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)
HEAD = {"id": UUID(int=1), "day": date(2026, 5, 4), "at": AT, "zone": "UTC", "by": "self"}
PRESENT, ABSENT, SKIPPED = AnswerState


@pytest.mark.parametrize(
    ("state", "severity"),
    [(PRESENT, 1), (PRESENT, 4), (ABSENT, 0), (SKIPPED, None)],
)
def test_answers_that_fit_together(state, severity):
    entry = SymptomEntry(**HEAD, symptom="nausea", state=state, severity=severity)

    assert entry.severity == severity


@pytest.mark.parametrize(
    ("state", "severity"),
    [
        (PRESENT, 0),
        (PRESENT, 5),
        (PRESENT, None),
        (PRESENT, True),
        (ABSENT, 1),
        (ABSENT, None),
        (ABSENT, False),
        (SKIPPED, 0),
        (SKIPPED, 2),
    ],
)
def test_answers_that_do_not_fit_together_are_refused(state, severity):
    with pytest.raises(NotUnderstoodError, match="does not fit"):
        SymptomEntry(**HEAD, symptom="nausea", state=state, severity=severity)


def test_a_moment_without_an_offset_is_a_bug():
    naive = AT.replace(tzinfo=None)

    with pytest.raises(ValueError, match="offset"):
        NoteEntry(**{**HEAD, "at": naive}, text="x")
    with pytest.raises(ValueError, match="offset"):
        AppointmentEntry(**HEAD, title="Clinic", starts_at=naive)


def test_all_none_goes_with_none_alone():
    with pytest.raises(NotUnderstoodError, match="goes with 0 alone"):
        SymptomEntry(
            **HEAD,
            symptom="nausea",
            state=AnswerState.PRESENT,
            severity=1,
            entered_as=EnteredAs.ALL_NONE,
        )


@pytest.mark.parametrize("percent", ["5", "58", "95"])
def test_an_ejection_fraction_in_percent(percent):
    assert LvefEntry(**HEAD, percent=Decimal(percent)).percent == Decimal(percent)


def test_a_fraction_is_asked_back_in_percent():
    with pytest.raises(NotUnderstoodError, match="for example 58"):
        LvefEntry(**HEAD, percent=Decimal("0.58"))


@pytest.mark.parametrize("percent", ["0", "4.9", "95.1", "-58"])
def test_what_is_no_ejection_fraction_is_refused(percent):
    with pytest.raises(NotUnderstoodError, match="expected 5 to 95"):
        LvefEntry(**HEAD, percent=Decimal(percent))


@pytest.mark.parametrize(("upper", "lower"), [("120", "120"), ("80", "120"), ("301", "80")])
def test_a_blood_pressure_has_its_higher_number_first(upper, lower):
    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        BloodPressureEntry(**HEAD, systolic_mmhg=Decimal(upper), diastolic_mmhg=Decimal(lower))


@pytest.mark.parametrize("pulse", ["19", "301"])
def test_what_is_no_pulse_is_refused(pulse):
    with pytest.raises(NotUnderstoodError, match="expected 20 to 300"):
        PulseEntry(**HEAD, beats_per_minute=Decimal(pulse))


@pytest.mark.parametrize("text", ["", "  ", "a\x00b", "\ud800", "x" * (LONGEST_TEXT + 1)])
def test_texts_that_cannot_be_kept_are_refused(text):
    for make in (
        lambda: NoteEntry(**HEAD, text=text),
        lambda: QuestionEntry(**HEAD, text=text),
        lambda: MedicineEntry(**HEAD, name=text),
        lambda: ContactEntry(**HEAD, who=text),
        lambda: AppointmentEntry(**HEAD, title=text, starts_at=AT),
    ):
        with pytest.raises(NotUnderstoodError, match="nothing was saved"):
            make()


def test_any_other_text_is_kept_as_it_is():
    text = "#import <b>=1+1</b>\u202e אבג 😀\n" + "x" * (LONGEST_TEXT - 60)

    assert NoteEntry(**HEAD, text=text).text == text
    assert kind_of(NoteEntry(**HEAD, text=text)) == "note"
