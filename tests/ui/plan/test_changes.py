"""What changed so far, in sentences that a person wrote herself could be."""

from datetime import date

from tests.services.test_courses import version_of
from tests.ui.heart_and_plan import TODAY, Life, a_life
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.domain.regimen import Setting, Track
from tracker.ui.plan.state import plan_state
from tracker.ui.plan.wording import change_parts

START_OF_FIVE = date(2026, 5, 12)


def all_sentences(life: Life) -> list[str]:
    state = plan_state(life.on(TODAY))
    assert state is not None
    said = ("".join(words for words, _ in change_parts(line)) for line in state.changes)
    return [each.replace("\u00a0", " ") for each in said]


def sentences(life: Life) -> list[str]:
    """Return what was noted after the course was started."""
    return all_sentences(life)[1:]


def test_the_history_begins_with_the_course():
    assert all_sentences(a_life()) == [
        "TCH was put in the plan, first day Tue 17 Feb. Noted on Tue 17 Feb."
    ]


def test_a_move_says_from_to_why_who_and_when():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    plan.move(DoseTarget(), 3, date(2026, 4, 7), Reason.LOW_COUNTS)

    (sentence,) = sentences(life)
    assert sentence == (
        "Cycle 3 moved from Tue 31 Mar to Tue 7 Apr: low blood counts. "
        "Noted by Ana Sample on Mon 30 Mar."
    )


def test_a_second_move_starts_from_where_the_first_left_it():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    plan.move(DoseTarget(), 3, date(2026, 4, 7), Reason.LOW_COUNTS)
    plan.move(DoseTarget(), 3, date(2026, 4, 10), Reason.OTHER)

    assert sentences(life)[1].startswith("Cycle 3 moved from Tue 7 Apr to Fri 10 Apr. ")


def test_a_dose_given_as_planned_is_a_line_too():
    life = a_life()
    life.on(START_OF_FIVE).plan.give(DoseTarget(), 5, START_OF_FIVE, note="less docetaxel")

    (sentence,) = sentences(life)
    assert sentence == (
        "Cycle 5 given on Tue 12 May, as planned: less docetaxel. "
        "Noted by Ana Sample on Tue 12 May."
    )


def test_a_visit_on_which_one_drug_was_left_out_is_two_sentences_and_one_action():
    life = a_life()
    plan = life.on(START_OF_FIVE).plan
    left_out = {"carboplatin": Reason.LOW_COUNTS}
    plan.give(DoseTarget(), 5, START_OF_FIVE, left_out=left_out)

    given, omitted = sentences(life)
    assert given.startswith("Cycle 5 (docetaxel and trastuzumab) given on Tue 12 May, as planned.")
    assert omitted.startswith(
        "Cycle 5 (carboplatin) left out on Tue 12 May: low blood counts. Noted"
    )
    plan.undo()
    assert all("Taken back on Wed 27 May." in each for each in sentences(life))
    assert len(sentences(life)) == 2


def test_a_dose_given_on_another_day_is_one():
    life = a_life()
    life.on(date(2026, 5, 15)).plan.give(DoseTarget(), 5, date(2026, 5, 14))

    assert sentences(life)[0].startswith("Cycle 5 planned for Tue 12 May, given on Thu 14 May. ")


def test_an_omission_of_one_track_names_its_drugs():
    life = a_life()
    life.on(TODAY).plan.omit(DoseTarget(track=Track.HER2), 6, Reason.HEART_RESULT)

    (sentence,) = sentences(life)

    assert sentence.startswith("Trastuzumab, dose 6 left out on Tue 2 Jun: heart result.")


def test_a_move_of_one_track_of_a_cycle_names_its_drugs():
    life = a_life()
    target = DoseTarget(track=Track.CHEMO)
    life.on(TODAY).plan.move(target, 6, date(2026, 6, 9), Reason.LOW_COUNTS)

    (sentence,) = sentences(life)

    assert sentence.startswith("Cycle 6 (docetaxel and carboplatin) moved from Tue 2 Jun")


def test_a_stop_says_from_when():
    life = a_life()
    life.on(TODAY).plan.stop(DoseTarget(), date(2026, 6, 1), Reason.OWN_CHOICE)

    (sentence,) = sentences(life)

    assert sentence.startswith("Treatment stopped from Mon 1 Jun: my own choice.")


def test_what_was_taken_back_stays_in_the_history_and_says_so():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    plan.move(DoseTarget(), 3, date(2026, 4, 7), Reason.LOW_COUNTS)
    life.on(date(2026, 3, 31)).plan.undo()

    (sentence,) = sentences(life)

    assert sentence == (
        "Cycle 3 moved from Tue 31 Mar to Tue 7 Apr: low blood counts. "
        "Noted by Ana Sample on Mon 30 Mar. Taken back on Tue 31 Mar."
    )


def test_a_day_for_one_visit_alone_is_one_sentence():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    plan.move(DoseTarget(), 3, date(2026, 4, 3), Reason.HOLIDAY, only_this=True)

    (sentence,) = sentences(life)
    assert sentence.startswith(
        "Cycle 3 moved from Tue 31 Mar to Fri 3 Apr, later visits stay: holiday."
    )
    plan.undo()
    (sentence,) = sentences(life)
    assert sentence.endswith("Taken back on Wed 27 May.")


def test_a_stop_of_one_of_several_treatments_says_which_and_in_which_year():
    life = a_life()
    life.on(TODAY).plan.start("tamoxifen", starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31))

    assert "Tamoxifen tablets stopped from Thu 1 Jan 2032. " in sentences(life)[-1]


def test_five_years_of_tablets_do_not_press_the_timeline_together():
    life = a_life()
    life.on(TODAY).plan.start("tamoxifen", starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31))

    assert plan_state(life.on(TODAY)).timeline.last_day < date(2028, 3, 1)


def test_a_version_of_the_teams_own_is_a_line_that_says_when_it_was_taken_back():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    course = plan.current().course
    version = version_of(course.regimen, cycles=8)
    plan.adapt(course.id, version)
    standing = sentences(life)
    life.on(date(2026, 3, 31)).plan.undo()

    (told,) = standing
    assert told == (
        "TCH, own version has other cycles or days, as your team gives it. "
        "Noted by Ana Sample on Mon 30 Mar."
    )
    assert sentences(life)[0].endswith("Taken back on Tue 31 Mar.")


def test_another_first_day_is_told_with_the_one_before():
    life = a_life()
    plan = life.on(date(2026, 2, 17)).plan
    course = plan.current().course
    plan.adapt(course.id, course.regimen, date(2026, 2, 18))

    (told,) = [each for each in all_sentences(life) if "team" in each]
    assert told == (
        "TCH begins on Wed 18 Feb instead of Tue 17 Feb, as your team gives it. "
        "Noted by Ana Sample on Tue 17 Feb."
    )


def test_another_operation_is_a_line_too():
    life = a_life()
    plan = life.on(date(2026, 3, 30)).plan
    plan.add_surgery(Surgery(date(2026, 3, 2), "More tissue", definitive=False))

    assert sentences(life) == [
        "Operation (More tissue) on Mon 2 Mar. Noted by Ana Sample on Mon 30 Mar."
    ]


def test_the_days_around_surgery_are_lines_of_the_history():
    life = a_life(regimen=None, surgery=None)
    plan = life.on(date(2026, 3, 1)).plan
    plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=date(2026, 3, 2))
    course_id = plan.current().course.id
    for surgery, goes_on in (
        (date(2026, 7, 21), date(2026, 8, 18)),
        (date(2026, 7, 28), date(2026, 8, 25)),
        (None, None),
    ):
        life.on(date(2026, 3, 3)).plan.set_surgery_between(course_id, surgery, goes_on)

    told = [each.partition(". Noted")[0] for each in sentences(life)]
    assert told == [
        "Operation on Tue 21 Jul",
        "TCHP goes on after surgery from Tue 18 Aug",
        "Operation moved from Tue 21 Jul to Tue 28 Jul",
        "TCHP goes on after surgery from Tue 25 Aug",
        "TCHP has no day yet on which it goes on after surgery; it was Tue 25 Aug",
    ]
