"""What Today says about the coming days from earlier cycles."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, CYCLE_3, a_diary, lived
from tracker.domain.outlook import WorstDays
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.notifier import Notifier
from tracker.ui.today.outlook import Outlook, outlook_sentence
from tracker.ui.today.outlook_card import OutlookCard
from tracker.ui.today.page import build_page
from tracker.ui.today.watch import Watch

BAD = {2: 1, 3: 3, 4: 3, 6: 1}
NBSP = "\u00a0"


def a_life(today: date = CYCLE_3, symptom: str = "nausea") -> Companion:
    return a_diary(*lived(symptom, CYCLE_1, BAD), *lived(symptom, CYCLE_2, BAD), today=today)


def lines_of(companion: Companion) -> tuple[str, ...]:
    return Outlook(companion).foretold().lines


def test_it_says_what_was_and_on_which_days_of_this_cycle_that_falls():
    assert lines_of(a_life()) == (
        (
            "In your last 2 cycles nausea was worst on days 3 and 4. "
            f"That is Wednesday 17{NBSP}June and Thursday 18{NBSP}June."
        ),
    )


def test_it_says_how_many_of_those_answers_somebody_else_wrote():
    answers = [*lived("nausea", CYCLE_1, BAD), *lived("nausea", CYCLE_2, BAD)]
    companion = a_diary(*answers, today=CYCLE_3, by="Tom")

    assert lines_of(companion)[0].endswith("June. Tom wrote all of these answers.")


def test_own_words_stay_as_they_were_typed():
    assert "cycles Sore Jaw was" in lines_of(a_life(symptom="own:Sore Jaw"))[0]


@pytest.mark.parametrize(
    ("last_day", "words"),
    [
        (3, f"worst on day 3. That is Wednesday 17{NBSP}June."),
        (6, f"worst on days 3 to 6. That is Wednesday 17{NBSP}June to Saturday 20{NBSP}June."),
    ],
)
def test_one_day_and_many_days_have_their_own_words(last_day, words):
    worst = WorstDays(
        symptom="nausea",
        first_day=3,
        last_day=last_day,
        first_on=CYCLE_3 + timedelta(2),
        last_on=CYCLE_3 + timedelta(last_day - 1),
        average=Decimal(3),
        cycles=2,
        of_last=2,
    )

    assert outlook_sentence(worst, "Nausea").endswith(words)


def test_cycles_without_an_answer_are_not_said_to_be_among_the_worst_days():
    day = CYCLE_3 + timedelta(21)
    answers = [*lived("nausea", CYCLE_1, BAD), *lived("nausea", CYCLE_2, BAD)]
    skipped = a_diary(*answers, today=day)
    answered = a_diary(*answers, *lived("nausea", CYCLE_3, BAD), today=day)

    assert lines_of(skipped)[0].startswith("In 2 of your last 3 cycles nausea was worst")
    assert lines_of(answered)[0].startswith("In your last 3 cycles nausea was worst")


def test_before_any_cycle_and_without_a_plan_nothing_is_said():
    assert lines_of(a_diary(today=date(2026, 5, 1))) == ()
    assert lines_of(a_diary(today=CYCLE_1)) == ()


def test_only_the_last_four_earlier_cycles_are_asked():
    fifth = CYCLE_1 + timedelta(5 * 21)
    companion = a_diary(*lived("nausea", CYCLE_1, BAD), *lived("nausea", CYCLE_2, BAD), today=fifth)

    assert lines_of(companion) == ()


def test_it_is_read_once_for_a_day_until_the_plan_changes():
    companion = a_life()
    outlook = Outlook(companion)
    before = outlook.foretold()
    companion.diary.answer("nausea", 0, day=CYCLE_1 + timedelta(2))
    companion.diary.answer("nausea", 0, day=CYCLE_1 + timedelta(3))

    assert outlook.foretold(Changes(symptoms=True)) is before
    assert outlook.foretold(Changes(plan=True)).lines == ()
    assert outlook.foretold(None).lines == ()


def test_the_card_hides_while_there_is_nothing_to_say(qtbot):
    card = OutlookCard()
    qtbot.addWidget(card)
    card.show_lines(("One.", "Two."))
    assert {"One.", "Two."} <= {label.text() for label in card.findChildren(QLabel)}
    assert not card.isHidden()

    card.show_lines(())
    assert card.isHidden()


def test_the_page_says_it_about_today_alone(qtbot):
    companion = a_life()
    notifier = Notifier()
    page = build_page(companion, notifier, Watch(companion, notifier), lambda: False)
    qtbot.addWidget(page)
    page.refresh()
    assert not page.view.outlook.isHidden()

    page.open_day(CYCLE_2)
    assert page.view.outlook.isHidden()


def test_what_it_speaks_of_can_be_answered_without_show_more_in_its_own_place(qtbot):
    companion = a_life(symptom="sleep-trouble")
    notifier = Notifier()
    page = build_page(companion, notifier, Watch(companion, notifier), lambda: False)
    qtbot.addWidget(page)
    page.refresh()
    visible = page.view.checkin.visible_symptoms
    buttons = page.view.checkin.findChildren(QAbstractButton)
    next(each for each in buttons if each.text().endswith("more side effects")).click()
    every = page.view.checkin.visible_symptoms

    assert "sleep-trouble" in visible
    assert list(visible) == [each for each in every if each in visible]
    assert "sleep-trouble" in page.view.fog.symptoms
