"""Where a sentence rests on what somebody else wrote, the numbers say so."""

from datetime import date, timedelta

import pytest

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, CYCLE_3, a_diary, a_page, lived, write
from tests.ui.history.test_history_state import read_it
from tracker.domain.course import DoseTarget, Reason
from tracker.services.companion import Companion
from tracker.ui.history.sentences import in_short, naming_writers
from tracker.ui.widgets.labels import WrappedLabel

TODAY = date(2026, 5, 30)
LATER = CYCLE_3 + timedelta(4)
PEAK = {1: 1, 3: 3, 4: 3, 5: 1, 20: 1, 21: 0}


def whys(companion: Companion) -> list[str]:
    return [each.why for each in naming_writers(in_short(read_it(companion)), companion.history)]


def both_cycles(today: date = TODAY, by: str = "self") -> Companion:
    answers = [*lived("nausea", CYCLE_1, PEAK), *lived("nausea", CYCLE_2, PEAK)]
    return a_diary(*answers, today=today, by=by)


def test_her_own_numbers_name_nobody():
    assert whys(both_cycles()) == ["Average by day: 3, 3."]


@pytest.mark.parametrize(
    ("cycles", "words"),
    [
        ((CYCLE_1,), "Average on that day: 4. Tom wrote one of these answers."),
        ((CYCLE_1, CYCLE_2), "Average on that day: 4. Tom wrote all of these answers."),
    ],
)
def test_a_worst_day_says_how_many_of_its_answers_somebody_else_wrote(cycles, words):
    own = {3: 3, 4: 3} | ({} if CYCLE_2 in cycles else {3: 4})
    companion = a_diary(*lived("nausea", CYCLE_1, own), *lived("nausea", CYCLE_2, own), today=TODAY)
    storage = companion_storage(companion)
    for first in cycles:
        write(storage, *lived("nausea", first, {3: 4}), by="Tom")

    assert whys(companion) == [words]


def test_what_she_answered_after_him_is_hers():
    companion = both_cycles(by="Tom")
    for first in (CYCLE_1, CYCLE_2):
        write(companion_storage(companion), *lived("nausea", first, PEAK))

    assert whys(companion) == ["Average by day: 3, 3."]


def test_a_rise_names_who_wrote_the_worst_of_a_cycle_and_no_milder_day():
    companion = a_diary(
        *lived("fatigue", CYCLE_1, {2: 1, 9: 1}),
        *lived("fatigue", CYCLE_2, {2: 2, 9: 1}),
        today=LATER,
    )
    write(companion_storage(companion), *lived("fatigue", CYCLE_3, {3: 3}), by="Tom")
    write(companion_storage(companion), *lived("fatigue", CYCLE_2, {9: 1}), by="Ana")

    assert whys(companion) == [
        "Worst in each of the last three cycles: 1, 2, 3. Tom wrote one of these answers."
    ]


def test_what_is_new_by_somebody_elses_word_says_so():
    companion = a_diary(("nausea", CYCLE_1, 0), today=TODAY)
    write(companion_storage(companion), ("nausea", CYCLE_2, 1), by="Tom")

    assert whys(companion) == [
        "Before that every answer was 0. Worst since then: 1, mild. Tom wrote all of these answers."
    ]


def test_what_does_not_clear_counts_the_late_days_of_a_delayed_cycle_too():
    stays = {19: 1, 20: 1, 21: 1}
    delayed = [*lived("nausea", CYCLE_1, stays), *lived("nausea", CYCLE_2, stays)]
    companion = a_diary(*delayed, today=CYCLE_3 + timedelta(7))
    companion.plan.move(DoseTarget(), 3, CYCLE_3 + timedelta(7), Reason.CLINIC_CLOSED)
    write(companion_storage(companion), *lived("nausea", CYCLE_2, {23: 1}), by="Tom")

    assert whys(companion) == [
        (
            "Last days of the latest full cycle: 1, 1, 1, 1; none ended with 0. "
            "Tom wrote one of these answers."
        )
    ]


def test_the_card_shows_it(qtbot):
    page = a_page(both_cycles(by="Tom"))
    qtbot.addWidget(page)
    page.refresh()

    labels = [each.text() for each in page.findChildren(WrappedLabel)]
    assert "Average by day: 3, 3. Tom wrote all of these answers." in labels


def companion_storage(companion: Companion):
    return companion.history._desk.storage
