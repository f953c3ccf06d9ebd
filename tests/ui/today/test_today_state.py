"""What Today shows, without a window."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, Clock, a_companion
from tests.ui.heart_and_plan import a_life, a_scan, moment
from tracker.domain.alerts import AlertLevel
from tracker.domain.measurements import TemperatureUnit
from tracker.services.companion import Companion
from tracker.ui.notifier import Notifier
from tracker.ui.today.answer_words import copied_line, yesterday_line
from tracker.ui.today.card_numbers import call_numbers
from tracker.ui.today.entry_lines import logged_line
from tracker.ui.today.rows import own_symptoms
from tracker.ui.today.state import today_state
from tracker.ui.today.watch import Watch
from tracker.ui.today.wording import heart_reminder

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def companion() -> Companion:
    return a_companion(clock=Clock())


def state_of(companion: Companion, day: date = TODAY, own: tuple[str, ...] = ()):
    return today_state(companion, Watch(companion, Notifier()), day, own)


def row(state, symptom: str):
    return next(each for each in state.rows if each.symptom == symptom)


def test_nothing_is_answered_before_the_person_says_so(companion):
    state = state_of(companion)

    assert {each.answer for each in state.rows} == {None}
    assert (state.logged, state.marked_none, state.urgent) == ((), 0, None)


def test_breathlessness_is_among_the_first_six_on_a_her2_drug(companion):
    assert "breathlessness" in [each.symptom for each in state_of(companion).rows[:6]]


def test_yesterdays_answer_stands_beside_the_open_question(companion):
    companion.diary.answer("nausea", 2, day=YESTERDAY)

    found = row(state_of(companion), "nausea")

    assert found.answer is None
    assert found.yesterday is not None
    assert found.yesterday.severity == 2


def test_the_day_before_is_yesterday_only_on_the_page_of_today(companion):
    companion.diary.answer("nausea", 2, day=YESTERDAY)
    companion.diary.answer("nausea", 1, day=YESTERDAY - timedelta(days=1))

    today, earlier = (row(state_of(companion, day), "nausea") for day in (TODAY, YESTERDAY))

    assert yesterday_line(today) == "Yesterday: moderate"
    assert yesterday_line(earlier) == "The day before: mild"


def test_how_many_answers_were_copied_is_not_read_as_a_level():
    assert copied_line(3, ()) == "Answers copied from the day before: 3. Change what is different"
    assert copied_line(3, ("Nausea",)).endswith("because it was severe: Nausea")
    assert copied_line(0, ()) == "There is nothing to copy from the day before"


def test_details_are_offered_only_after_an_answer_of_at_least_one(companion):
    before = row(state_of(companion), "diarrhea").flags
    companion.diary.answer("diarrhea", 0, day=TODAY)
    none = row(state_of(companion), "diarrhea").flags
    companion.diary.answer("diarrhea", 1, day=TODAY)
    present = row(state_of(companion), "diarrhea").flags

    assert (before, none) == ((), ())
    assert "blood" in [flag.id for flag in present]


def test_advice_stands_under_the_answer_that_caused_it(companion):
    companion.diary.answer("nausea", 2, day=TODAY)

    found = row(state_of(companion), "nausea").advice

    assert found is not None
    assert found.level is AlertLevel.CALL_TODAY
    assert row(state_of(companion), "fatigue").advice is None


def test_a_fever_by_the_card_is_urgent_until_the_team_was_told(companion):
    companion.diary.temperature("38.2", TemperatureUnit.CELSIUS, day=TODAY)

    before = state_of(companion).urgent
    companion.safety.told("advice line", alerts=[alert.rule for alert in before.alerts])
    after = state_of(companion).urgent

    assert before.told_on is None
    assert before.alerts[0].level is AlertLevel.CALL_NOW
    assert after.told_on == NOW


def test_what_an_alert_of_yesterday_is_about_is_asked_at_once_today(companion):
    quiet = row(state_of(companion), "palpitations")
    companion.diary.answer("palpitations", 2, day=YESTERDAY)

    found = row(state_of(companion), "palpitations")

    assert (quiet.now, quiet.spoken_of) == (False, False)
    assert found.answer is None
    assert (found.now, found.spoken_of) == (True, True)


def test_own_words_that_something_on_the_page_speaks_of_have_a_row(companion):
    watch = Watch(companion, Notifier())

    state = today_state(companion, watch, TODAY, (), ("own:cold sore", "worry"))

    assert row(state, "own:cold sore").answer is None
    assert row(state, "worry").now


def test_answers_of_none_are_counted_and_not_listed(companion):
    companion.diary.answer("nausea", 0, day=TODAY)
    companion.diary.answer("fatigue", 1, day=TODAY)
    companion.diary.answer("worry", None, day=TODAY)

    state = state_of(companion)

    assert [entry.symptom for entry in state.logged] == ["fatigue"]
    assert (state.marked_none, state.skipped) == (1, 1)


def test_an_own_symptom_is_asked_again_for_six_weeks(companion):
    companion.diary.answer("own:cold sore", 1, day=YESTERDAY)

    own = own_symptoms(companion, TODAY)

    assert own == ("own:cold sore",)
    assert row(state_of(companion, own=own), "own:cold sore").name == "cold sore"
    assert own_symptoms(companion, TODAY + timedelta(days=60)) == ()


def test_a_heart_scan_without_any_result_is_late_from_the_first_dose(companion):
    reminder = state_of(companion).heart

    assert reminder is not None
    assert reminder.overdue
    assert reminder.booked_for is None


def test_a_booked_scan_is_remembered(companion):
    companion.diary.appointment("Heart scan", NOW + timedelta(days=3))

    reminder = state_of(companion).heart

    assert reminder.booked_for == NOW + timedelta(days=3)


def test_a_late_scan_is_called_out_on_the_day_before_a_dose_even_when_booked():
    life = a_life(a_scan("64", date(2026, 2, 4)))
    life.companion.diary.appointment("Heart scan", moment(date(2026, 6, 5)))

    def said(day: date) -> str:
        reminder = state_of(life.on(day), day).heart
        assert reminder is not None
        return heart_reminder(reminder, day)[1]

    # Due on 4 May; doses every 21 days from 17 February, among them 2 June.
    assert "A dose is planned for tomorrow" not in said(date(2026, 5, 31))
    assert "A dose is planned for tomorrow" in said(date(2026, 6, 1))
    assert "A dose is planned for tomorrow" not in said(date(2026, 6, 2))


def test_without_a_card_the_number_of_the_country_is_shown_and_not_called_her_own(companion):
    numbers = call_numbers(companion)

    assert numbers.call_at == "38.0\u00a0°C"
    assert not numbers.own_card
    assert numbers.line is None


def test_the_statement_never_says_that_all_is_well(companion):
    assert "does not mean" in state_of(companion).statement


@pytest.mark.parametrize(
    ("test", "typed", "unit", "words"),
    [
        ("platelets", "95", "10^9/L", "Platelets: 95\u00a010⁹/L"),
        ("neutrophils", "900", "cells/uL", "Neutrophils: 900\u00a0cells/µL"),
        ("nt-probnp", "125", "ng/L", "NT-proBNP: 125\u00a0ng/L"),
    ],
)
def test_a_blood_count_is_logged_with_the_words_and_the_unit_of_the_slip(test, typed, unit, words):
    companion = a_companion()
    entry = companion.diary.lab(test, typed, unit).entry

    assert logged_line(entry, companion.library).text == words
