"""What the timeline draws of a plan, without a picture."""

from datetime import date, timedelta
from decimal import Decimal

from tests.ui.heart_and_plan import START, SURGERY, TODAY, Life, a_life, a_scan, in_radiotherapy
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.regimen import Setting
from tracker.ui.plan.state import plan_state
from tracker.ui.plan.timeline_parts import DelayGap, Stage, Timeline, Wait
from tracker.ui.plan.timeline_words import description, lane_titles, legend


def drawn(life: Life) -> Timeline:
    state = plan_state(life.companion)
    assert state is not None
    return state.timeline


def moved(life: Life, cycle: int, to: date) -> Life:
    life.on(to - timedelta(days=9)).plan.move(DoseTarget(), cycle, to, Reason.LOW_COUNTS)
    life.on(TODAY)
    return life


def test_cycles_are_given_current_or_planned_by_today():
    life = a_life()

    stages = [block.stage for block in drawn(life).blocks]

    # Cycle 5 of TCH from 17 Feb is from 12 May to 1 June; today is 27 May.
    assert stages == [Stage.GIVEN] * 4 + [Stage.CURRENT, Stage.PLANNED]


def test_a_late_cycle_leaves_a_gap_of_as_many_days_before_it():
    life = moved(a_life(), 3, date(2026, 4, 7))

    gaps = drawn(life).gaps

    assert gaps == (DelayGap(date(2026, 3, 31), date(2026, 4, 6), 7),)


def test_a_cycle_brought_forward_leaves_no_gap():
    life = moved(a_life(), 3, date(2026, 3, 29))

    assert drawn(life).gaps == ()


def test_a_cycle_left_out_stays_in_its_place_and_is_said():
    life = a_life()
    life.companion.plan.omit(DoseTarget(), 6, Reason.OTHER_SIDE_EFFECT)

    state = drawn(life)

    assert state.blocks[-1].stage is Stage.OMITTED
    assert ("omitted", "Left out") in legend(state)
    assert "cycle 6 of 6 from Tuesday 2\u00a0June\u00a02026: left out" in description(state)


def test_a_year_of_trastuzumab_is_one_lane_of_eighteen():
    (lane,) = drawn(a_life()).lanes

    assert lane_titles(lane)[0] == "Trastuzumab, every 3 weeks for one year (18 doses)"
    assert lane.given == 5


def test_drugs_of_the_same_days_share_a_lane():
    lanes = drawn(a_life(regimen="tchp")).lanes

    titles = [lane_titles(lane)[0] for lane in lanes]

    assert titles == ["Trastuzumab and pertuzumab, every 3 weeks for one year (18 doses)"]


def test_weekly_paclitaxel_and_three_weekly_drugs_have_lanes_of_their_own():
    lanes = drawn(a_life(regimen="ddac-thp")).lanes

    titles = [lane_titles(lane)[0] for lane in lanes]

    assert titles[0] == "Paclitaxel, every week (12 doses)"
    assert titles[1].startswith("Trastuzumab and pertuzumab, every 3 weeks")


def test_t_dm1_is_fourteen_doses_and_no_year():
    (lane,) = drawn(a_life(regimen="t-dm1")).lanes

    assert not lane.one_year
    assert len(lane.dots) == 14


def test_open_tablets_reach_over_the_end_of_the_drawing():
    life = a_life(regimen="tamoxifen")

    (bar,) = drawn(life).tablets

    assert (bar.drug, bar.ends_on) == ("Tamoxifen", None)


def test_surgery_first_is_followed_by_its_wait():
    wait = drawn(a_life()).wait

    assert wait == Wait(SURGERY, START)
    assert wait.days == 36


def test_surgery_in_the_middle_has_no_wait_and_no_usual_start():
    middle = date(2026, 8, 1)
    life = a_life(regimen="tchp", setting=Setting.NEOADJUVANT, surgery=middle)

    state = drawn(life)

    assert (state.wait, state.start_window) == (None, None)
    assert [surgery.on for surgery in state.surgeries] == [middle]
    assert state.blocks[-1].ends_on < middle


def test_scans_are_done_late_or_planned():
    life = a_life(a_scan("64", date(2026, 2, 4)))

    done, late, *planned = drawn(life).scans

    assert (done.on, done.percent) == (date(2026, 2, 4), Decimal(64))
    assert (late.on, late.late) == (date(2026, 5, 4), True)
    assert planned
    assert not any(scan.late for scan in planned)


def test_scans_long_after_the_last_dose_do_not_stretch_the_year():
    state = drawn(a_life(a_scan("64", date(2026, 2, 4))))

    # The last trastuzumab dose is on 9 February 2027.
    assert state.last_day < date(2027, 4, 1)


def test_the_description_names_everything_that_is_drawn():
    life = moved(
        a_life(a_scan("64", date(2026, 2, 4)), radiotherapy=in_radiotherapy()),
        3,
        date(2026, 4, 7),
    )

    words = description(drawn(life))

    assert "Surgery on Monday 12\u00a0January\u00a02026." in words
    assert "A delay of 7 days" in words
    assert "64%" in words
    assert "A heart scan was due on Monday 4\u00a0May\u00a02026." in words


def test_there_is_nothing_to_draw_without_a_plan():
    assert plan_state(a_life(regimen=None).companion) is None
