"""A whole day in one tap: as yesterday, or none of these; severe answers are asked anew."""

from tests.services.test_symptom_diary import TODAY, YESTERDAY
from tracker.domain.entry_words import EnteredAs


def test_yesterdays_mild_answers_are_copied_and_severe_ones_are_asked_anew(diary):
    diary.answer("nausea", 2, day=YESTERDAY, note="soup")
    diary.answer("fatigue", 3, day=YESTERDAY)
    diary.answer("pain", None, day=YESTERDAY)
    diary.answer("cough", 1, day=YESTERDAY)
    diary.answer("cough", 0, day=TODAY)

    saved = diary.same_as_yesterday(TODAY, ("nausea", "fatigue", "pain", "cough", "rash"))

    severities = {name: entry.severity for name, entry in diary.day(TODAY).answers.items()}
    assert severities == {"nausea": 2, "cough": 0}
    assert diary.day(TODAY).answers["nausea"].note is None
    assert saved.left_out == ("fatigue", "pain", "cough", "rash")


def test_an_answer_says_whether_one_tap_gave_it_together_with_others(diary):
    diary.answer("nausea", 2, day=YESTERDAY)

    diary.same_as_yesterday(TODAY, ("nausea",))
    diary.all_absent(TODAY, ("rash",))
    diary.answer("cough", 1)

    how = {name: entry.entered_as for name, entry in diary.day(TODAY).answers.items()}
    assert how == {"nausea": EnteredAs.COPIED, "rash": EnteredAs.ALL_NONE, "cough": None}


def test_a_copied_answer_that_is_given_again_by_hand_is_no_copy_any_more(diary):
    diary.answer("nausea", 2, day=YESTERDAY)
    diary.same_as_yesterday(TODAY, ("nausea",))

    diary.answer("nausea", 2)

    assert diary.day(TODAY).answers["nausea"].entered_as is None


def test_severe_answers_are_copied_only_when_she_says_so(diary):
    diary.answer("fatigue", 3, day=YESTERDAY)

    diary.same_as_yesterday(TODAY, ("fatigue",), copy_severe=True)

    assert diary.day(TODAY).answers["fatigue"].severity == 3


def test_all_absent_leaves_what_was_answered_and_is_one_step_to_undo(diary):
    diary.answer("nausea", 2)

    diary.all_absent(TODAY, ("nausea", "fatigue", "rash"))
    severities = {name: entry.severity for name, entry in diary.day(TODAY).answers.items()}
    diary.undo_last()

    assert severities == {"nausea": 2, "fatigue": 0, "rash": 0}
    assert list(diary.day(TODAY).answers) == ["nausea"]


def test_the_day_shows_yesterdays_answers_beside_todays(diary):
    before = diary.answer("nausea", 2, day=YESTERDAY).entry
    note = diary.note("A walk.").entry

    record = diary.day(TODAY)

    assert record.yesterday == {"nausea": before}
    assert record.others == (note,)
