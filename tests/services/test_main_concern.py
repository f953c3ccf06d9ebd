"""What weighs most on a person leads her report, until it is answered or replaced."""

from tests.report.lived_diary import TODAY, a_life
from tracker.report.from_diary import build_report


def concern_of(life):
    questions = build_report(life.companion).questions
    return None if questions.concern is None else questions.concern.text


def test_the_main_concern_leads_the_questions_and_is_not_among_them():
    life = a_life()
    diary = life.on(TODAY).diary
    diary.question("When is the scan?")

    diary.say_main_concern(" The tingling keeps me awake. ")

    questions = build_report(life.companion).questions
    assert questions.concern.text == "The tingling keeps me awake."
    assert [line.text for line in questions.lines] == ["When is the scan?"]


def test_another_one_takes_its_place_and_can_be_taken_back():
    life = a_life()
    diary = life.on(TODAY).diary
    diary.say_main_concern("The tingling.")

    diary.say_main_concern("The heart scan.")

    assert concern_of(life) == "The heart scan."
    assert build_report(life.companion).questions.lines == ()
    diary.undo_last()
    assert concern_of(life) == "The tingling."


def test_an_empty_text_takes_it_back():
    life = a_life()
    diary = life.on(TODAY).diary
    assert diary.say_main_concern("  ") is None
    diary.say_main_concern("The tingling.")

    diary.say_main_concern("")

    assert concern_of(life) is None


def test_once_answered_it_is_a_question_like_the_others():
    life = a_life()
    diary = life.on(TODAY).diary
    said = diary.say_main_concern("The tingling.")

    diary.answer_question(said.entry.id, "It often fades.")

    questions = build_report(life.companion).questions
    assert questions.concern is None
    assert [line.answer for line in questions.lines] == ["It often fades."]
