"""What changed since the last visit, and which medicines helped."""

from datetime import timedelta

from tests.report.lived_diary import CYCLE_STARTS, STARTS_ON, TODAY, WHOLE, a_life
from tracker.domain.course import Reason
from tracker.domain.entry_words import Helped
from tracker.report.content import Fact
from tracker.report.from_diary import build_report

BEFORE = TODAY - timedelta(days=20)


def a_changed_life():
    life = a_life()
    for symptom, was, is_now in (
        ("nausea", 3, 1),
        ("fatigue", 1, 2),
        ("mouth-sores", 2, 0),
        ("headache", 2, 2),
    ):
        life.on(BEFORE).diary.answer(symptom, was)
        life.on(TODAY).diary.answer(symptom, is_now)
    life.on(TODAY).diary.answer("rash", 1)
    return life


def test_what_is_new_worse_milder_or_gone_is_told_apart():
    changes = build_report(a_changed_life().companion).changes

    assert [(line.label, line.text) for line in changes.lines] == [
        ("New", "Rash: 1 of 4."),
        ("Worse", "Tiredness (fatigue): 2 of 4, was 1."),
        ("Milder", "Nausea: 1 of 4, was 3."),
        ("No longer felt", "Sore mouth (oral mucositis): was 2 of 4."),
    ]
    assert changes.note == (
        "The worst of these days beside the worst of the 16 days before "
        "(Sun 3 to Mon 18 May); 1 side effect as bad as then."
    )


def test_without_an_answer_before_nothing_is_compared_and_nothing_is_new():
    life = a_life()
    life.on(TODAY).diary.answer("rash", 3)

    changes = build_report(life.companion).changes

    assert changes.lines == ()
    assert changes.summary.startswith("Nothing was answered in the 16 days before")


def test_a_skipped_answer_is_neither_better_nor_gone():
    life = a_life()
    life.on(BEFORE).diary.answer("nausea", 3)
    life.on(TODAY).diary.answer("nausea", None)
    life.on(TODAY).diary.answer("fatigue", 0)

    changes = build_report(life.companion).changes

    assert changes.lines == ()


def test_what_was_felt_long_before_is_not_new():
    life = a_life()
    life.on(STARTS_ON).diary.answer("rash", 1)
    life.on(BEFORE).diary.answer("nausea", 1)
    life.on(TODAY).diary.answer("rash", 2)

    changes = build_report(life.companion).changes

    assert changes.lines == ()
    assert changes.summary == "Nothing is new, worse, milder or gone."


def test_days_without_any_answer_have_no_changes():
    assert build_report(a_life().companion).changes is None


def test_a_medicine_says_how_often_for_what_and_whether_it_helped():
    life = a_life()
    for days_ago, helped in ((3, Helped.YES), (2, Helped.NO), (1, Helped.YES), (0, None)):
        diary = life.on(TODAY - timedelta(days=days_ago)).diary
        saved = diary.medicine("loperamide", amount="2 mg", for_symptom="diarrhea")
        if helped is not None:
            diary.did_it_help(saved.entry.id, helped)
    life.on(TODAY).diary.medicine("Paracetamol")

    medicines = build_report(life.companion).medicines

    assert medicines.lines == (
        Fact(
            "Loperamide",
            "2 mg; 4 times, the latest on Wed 3 June; for diarrhea; "
            "it helped 2 times, it did not help 1 time, 1 not noted",
        ),
        Fact("Paracetamol", "Wed 3 June; whether it helped is not noted"),
    )


def test_days_answered_in_one_tap_are_told_apart():
    life = a_life()
    life.on(TODAY).diary.all_absent(TODAY, ("nausea", "fatigue"))
    life.on(TODAY).diary.answer("nausea", 1, day=TODAY - timedelta(days=1))

    report = build_report(life.companion)

    assert report.answered == "2 of 16 days answered, 1 of them in one tap"


def test_the_words_added_to_a_move_stand_with_its_reason():
    life = a_life()
    plan = life.on(CYCLE_STARTS[3] - timedelta(days=8)).plan
    plan.move(WHOLE, 4, CYCLE_STARTS[3], Reason.OTHER, note="Dr. Roe was away")
    life.on(TODAY)

    lines = build_report(life.companion).doses.lines

    assert "7 days later: another reason (“Dr. Roe was away”)" in [line.change for line in lines]
