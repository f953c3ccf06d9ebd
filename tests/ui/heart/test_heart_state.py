"""What the Heart page shows of results, checks and labels, without a picture."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ui.heart_and_plan import TODAY, Life, a_life, a_scan
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.heart_rules import CheckWhy
from tracker.domain.people import HeartProfile, LabelRegion
from tracker.ui.heart import wording
from tracker.ui.heart.state import AttentionKind, HeartState, heart_state

BEFORE = a_scan("64", date(2026, 2, 4))


def state_of(*scans, **changes) -> HeartState:
    return heart_state(a_life(*scans, **changes).companion)


def attention_of(*scans, **changes) -> AttentionKind | None:
    attention = state_of(*scans, **changes).attention
    return None if attention is None else attention.kind


def test_the_scan_before_the_first_dose_is_what_others_are_compared_with():
    state = state_of(a_scan("66", date(2026, 1, 20)), BEFORE, a_scan("58", date(2026, 5, 4)))

    assert state.baseline is not None
    assert state.baseline.percent == Decimal(64)
    assert state.latest is not None
    assert state.latest.change_points == Decimal(-6)


def test_a_scan_earlier_than_that_is_compared_with_nothing():
    state = state_of(a_scan("66", date(2026, 1, 20)), BEFORE)

    assert [row.change_points for row in state.chart.results] == [None, None]


def test_the_next_check_is_one_for_all_drugs_of_the_day():
    check = state_of(BEFORE, regimen="tchp").next_check

    assert check is not None
    assert (check.due, check.late) == (date(2026, 5, 4), True)
    assert set(check.drugs) == {"trastuzumab", "pertuzumab"}
    assert check.why is CheckWhy.DURING


@pytest.mark.parametrize(
    ("percent", "kind"),
    [
        ("64", None),
        ("55", None),
        ("54", AttentionKind.ASK),
        ("50", AttentionKind.ASK),
        ("49", AttentionKind.CALL_BEFORE_NEXT_DOSE),
        ("48", AttentionKind.CALL_BEFORE_NEXT_DOSE),
    ],
)
def test_what_a_result_asks_for_below_on_and_above_the_lines(percent, kind):
    # Start 64, hospital's limit 50: ten points below the start is 54.
    assert attention_of(BEFORE, a_scan(percent, date(2026, 5, 4))) is kind


def test_sixteen_points_ask_for_a_call_even_above_the_limit():
    start = a_scan("70", date(2026, 2, 4))

    assert attention_of(start, a_scan("54", date(2026, 5, 4))) is (
        AttentionKind.CALL_BEFORE_NEXT_DOSE
    )


def test_without_the_hospitals_limit_the_page_says_that_it_cannot_tell():
    kind = attention_of(BEFORE, a_scan("56", date(2026, 5, 4)), limit=None)

    assert kind is AttentionKind.LIMIT_MISSING


def test_a_missing_limit_does_not_hide_what_the_other_label_says():
    attention = state_of(BEFORE, a_scan("49", date(2026, 5, 4)), limit=None).attention

    assert attention is not None
    assert (attention.kind, attention.asks_for_limit) == (AttentionKind.ASK, True)


def test_the_other_regions_label_is_mentioned_but_does_not_call():
    # EU: below 50 and ten points lower is a hold; US with a limit of 45 names none.
    life = a_life(BEFORE, a_scan("49", date(2026, 5, 4)), limit="45")

    attention = heart_state(life.companion).attention

    assert attention is not None
    assert attention.kind is AttentionKind.ASK
    assert attention.statement is not None
    assert attention.statement.label is LabelRegion.EU


def test_a_person_under_the_eu_label_is_called_by_it():
    life = a_life(BEFORE, a_scan("49", date(2026, 5, 4)), limit="45")
    profile = HeartProfile(label=LabelRegion.EU, lvef_lower_limit=Decimal(45))
    life.companion.profile.update_heart(profile)

    attention = heart_state(life.companion).attention

    assert attention is not None
    assert attention.kind is AttentionKind.CALL_BEFORE_NEXT_DOSE


def test_the_words_send_people_to_their_team_and_name_the_label():
    state = state_of(BEFORE, a_scan("49", date(2026, 5, 4)))
    assert state.attention is not None

    title = wording.attention_title(state.attention, state)
    words = wording.attention_text(state.attention, state)

    assert title == ("Call your team before your next trastuzumab dose. Tell them this result.")
    assert "The US label says" in words
    assert "Your team decides." in words
    assert "withhold" not in (title + words).lower()


def test_after_the_last_dose_there_is_no_next_dose_to_speak_of():
    life = a_life(BEFORE, a_scan("46", date(2026, 5, 4)))
    life.companion.plan.stop(DoseTarget(), TODAY, Reason.HEART_RESULT)
    state = heart_state(life.companion)
    assert state.attention is not None

    title = wording.attention_title(state.attention, state)

    assert title == "Call your team. Tell them this result."


def test_ten_points_without_a_label_row_say_that_the_limit_is_kept():
    state = state_of(BEFORE, a_scan("54", date(2026, 5, 4)))
    assert state.attention is not None

    words = wording.attention_text(state.attention, state)

    assert words.startswith("54% is still at or above your hospital's limit of 50%.")
    assert "10 points lower" in words


def test_a_change_of_method_is_marked():
    state = state_of(BEFORE, a_scan("60", date(2026, 5, 4), "muga"))

    assert [row.method_changed for row in state.chart.results] == [False, True]


def test_two_results_of_one_day_are_both_kept_and_shown():
    day = date(2026, 5, 4)

    state = state_of(BEFORE, a_scan("58", day), a_scan("55", day, "mri"))

    shown = [(row.percent, row.on) for row in state.chart.results]
    assert shown[1:] == [(Decimal(58), day), (Decimal(55), day)]
    assert [row.percent for row in state.rows if row.on == day] == [Decimal(58), Decimal(55)]


def test_an_unknown_method_is_not_called_a_change():
    state = state_of(BEFORE, a_scan("60", date(2026, 5, 4), "unknown"))

    assert not any(row.method_changed for row in state.chart.results)


def test_anthracycline_is_counted_and_what_is_assumed_is_said():
    # Four cycles of AC, 60 mg/m² of doxorubicin each, before trastuzumab.
    state = state_of(regimen="ac-th", start=date(2026, 2, 17))

    assert state.anthracycline.mg_m2 == Decimal(240)
    assert state.anthracycline.assumed_doses == 4


def test_no_anthracycline_is_none_and_not_zero():
    assert state_of().anthracycline.mg_m2 is None


def test_without_any_plan_the_page_still_works():
    state = state_of(regimen=None)

    assert (state.latest, state.next_check, state.her2_drugs) == (None, None, ())
    assert state.rows == ()


def test_who_noted_a_result_is_in_its_row():
    life: Life = a_life()
    life.companion.diary.lvef("58", day=date(2026, 5, 20), by="Tom")

    (row,) = heart_state(life.companion).chart.results

    assert row.by == "Tom"


@pytest.mark.parametrize(
    ("change", "words"),
    [("-11", "\u221211 points"), ("3", "+3 points"), ("0", "0 points"), ("-1", "\u22121 point")],
)
def test_a_change_carries_its_sign(change, words):
    assert wording.points(Decimal(change)) == words
