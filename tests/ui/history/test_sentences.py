"""What "In short" says, in which order, and the numbers behind it."""

from datetime import date, timedelta

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, CYCLE_3, Answer, a_diary, lived
from tests.ui.history.test_history_state import read_it
from tracker.ui.history.sentences import Sentence, compared_words, in_short

TODAY = date(2026, 5, 30)
LATER = CYCLE_3 + timedelta(4)
STARTS = (CYCLE_1, CYCLE_2)
PEAK = {1: 1, 3: 3, 4: 3, 5: 1, 20: 1, 21: 0}


def said(*answers: Answer, today: date = TODAY) -> list[Sentence]:
    return list(in_short(read_it(a_diary(*answers, today=today))))


def in_both(symptom: str, severities: dict[int, int | None]) -> list[Answer]:
    return [each for start in STARTS for each in lived(symptom, start, severities)]


def texts(sentences: list[Sentence]) -> list[str]:
    return [f"{each.name}{each.text}" for each in sentences]


def test_where_no_rule_fires_nothing_is_said():
    assert said(*lived("fatigue", CYCLE_1, {1: 2, 8: 1})) == []


def test_a_peak_names_its_days_and_their_averages():
    (sentence,) = said(*in_both("fatigue", PEAK))

    assert texts([sentence]) == ["Tiredness is worst on days 3 to 4."]
    assert sentence.why == "Average by day: 3, 3."


def test_three_cycles_with_the_same_peak_are_said_to_be_the_same():
    answers = [*in_both("fatigue", PEAK), *lived("fatigue", CYCLE_3, {3: 3, 4: 3})]

    (sentence,) = said(*answers, today=LATER)

    assert sentence.text == " is worst on days 3 to 4. Same in every cycle so far."


def test_what_is_new_names_the_treatment_day_and_what_was_answered_before():
    first, second = said(
        ("nausea", CYCLE_1, 0), ("nausea", CYCLE_2, 1), ("rash", CYCLE_2 + timedelta(1), 2)
    )

    assert texts([first, second]) == [
        "Rash was first written down after your treatment on Monday 25\u00a0May.",
        "Nausea is new since your treatment on Monday 25\u00a0May.",
    ]
    assert first.why == "Before that there was no answer about it. Worst since then: 2, moderate."
    assert second.why == "Before that every answer was 0. Worst since then: 1, mild."


def test_worse_each_cycle_names_the_worst_of_each():
    answers = [
        *lived("fatigue", CYCLE_1, {2: 1, 9: 1}),
        *lived("fatigue", CYCLE_2, {2: 2, 9: 1}),
        *lived("fatigue", CYCLE_3, {3: 3}),
    ]

    (sentence,) = said(*answers, today=LATER)

    assert texts([sentence]) == ["Tiredness is worse each cycle. Worth telling your team."]
    assert sentence.why == "Worst in each of the last three cycles: 1, 2, 3."


def test_what_no_longer_clears_names_the_last_days():
    answers = [
        *lived("numbness-tingling", CYCLE_1, {20: 1, 21: 0}),
        *lived("numbness-tingling", CYCLE_2, {20: 1, 21: 1}),
    ]

    (sentence,) = said(*answers, today=LATER)

    assert sentence.text == " no longer clears before the next cycle. Worth telling your team."
    assert sentence.why == "Last days of the latest full cycle: 1, 1; an earlier one ended with 0."


def test_what_never_cleared_is_said_without_alarm():
    (sentence,) = said(*in_both("numbness-tingling", {20: 1, 21: 1}), today=LATER)

    assert sentence.text == " has not cleared before the next cycle."


def test_gone_and_mostly_gone_count_their_answers():
    quiet = {1: 1, 2: 1} | dict.fromkeys(range(3, 22), 0)
    (gone,) = said(*in_both("nausea", quiet), today=LATER)
    (mostly,) = said(*in_both("nausea", quiet | {20: 1}), today=LATER)

    assert (gone.text, gone.why) == (
        " is gone by day 3.",
        "From that day on every answer was 0.",
    )
    assert (mostly.text, mostly.why) == (
        " is mostly gone by day 3.",
        "From that day on 36 of 38 answers were 0, 2 were 1, mild.",
    )


def test_a_symptom_is_named_once_by_what_tells_most():
    answers = [
        *lived("fatigue", CYCLE_1, PEAK | {3: 2, 4: 2}),
        *lived("fatigue", CYCLE_2, PEAK),
        *lived("fatigue", CYCLE_3, {3: 4, 4: 3}),
    ]

    assert [each.text for each in said(*answers, today=LATER)] == [
        " is worse each cycle. Worth telling your team."
    ]


def test_three_sentences_are_enough_and_two_of_a_kind_while_others_wait():
    gone = {1: 1, 2: 0, 12: 0}
    answers = [
        *in_both("fatigue", PEAK),
        *in_both("mouth-sores", {day: each and each - 1 for day, each in PEAK.items()}),
        *in_both("diarrhea", {day: each and each + 1 for day, each in PEAK.items()}),
        *in_both("nausea", gone),
    ]

    assert [each.symptom for each in said(*answers, today=LATER)] == [
        "diarrhea",
        "fatigue",
        "nausea",
    ]


def test_only_cycles_of_one_phase_are_compared():
    answers = [*in_both("fatigue", PEAK), ("nausea", date(2026, 8, 1), 1)]

    reading = read_it(a_diary(*answers, today=date(2026, 8, 10), regimen="ac-th"))

    assert compared_words(reading) == "From 3 cycles of TH."
    assert [each for each in in_short(reading) if "worst on" in each.text] == []
