"""Where nothing severe is written down the page says what was looked for: never an all-clear."""

from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader

from tests.report.handmade_report import pdf_of
from tests.report.lived_diary import TODAY, a_life
from tracker.domain.measurements import TemperatureUnit
from tracker.report.from_diary import build_report

DAY = timedelta(days=1)


def highlights(life, since=TODAY - 7 * DAY):
    return build_report(life.companion, since=since).highlights


def test_it_says_what_was_looked_for_and_how_many_days_are_not_known():
    life = a_life()
    life.on(TODAY).diary.answer("nausea", 1)

    assert highlights(life).not_found == (
        "Written down in these days: no answer of 3 or 4 and none that alone asks to call at once; "
        "no temperature at all. 1 of 8 days answered; what was felt on the other 7 is not known."
    )


def test_a_temperature_that_was_taken_is_beside_the_card():
    life = a_life()
    life.on(TODAY).diary.temperature("36.8", TemperatureUnit.CELSIUS)

    assert highlights(life).not_found == (
        "Written down in these days: no answer at all; no temperature off the card. "
        "0 of 8 days answered; what was felt on these 8 is not known."
    )


def test_the_page_holds_no_all_clear():
    life = a_life()

    text = PdfReader(BytesIO(pdf_of(build_report(life.companion)))).pages[0].extract_text()

    assert "Nothing stood out" not in text
    assert "no answer at all" in " ".join(text.split())


def test_what_is_severe_needs_no_such_words():
    life = a_life()
    life.on(TODAY).diary.answer("nausea", 3)

    assert highlights(life).not_found is None


def test_an_answer_that_asked_for_a_call_that_day_has_a_line():
    life = a_life()
    life.on(TODAY - 3 * DAY).diary.answer("nausea", 2)
    life.on(TODAY)

    line = highlights(life).lines[-1]

    assert line.when == "Sun 31 May"
    assert line.place == "cycle 6, day 13"
    assert line.what == "Asks to call the team that day, by this diary's rules: nausea 2 of 4"
    assert line.done == "No call noted."
    assert not line.urgent


def test_many_such_answers_are_one_line_that_counts_days_and_calls():
    life = a_life()
    for days_ago in (6, 5, 2):
        life.on(TODAY - days_ago * DAY).diary.answer("nausea", 2)
    life.on(TODAY - 6 * DAY).diary.answer("constipation", 2)
    life.on(TODAY - 2 * DAY, 21).safety.told("Advice line")
    life.on(TODAY)

    line = highlights(life).lines[-1]

    assert line.when == "3 days, the last Mon 1 June"
    assert line.what.endswith(": nausea 2 of 4 on 3 days and constipation 2 of 4 on 1 day")
    assert line.done == "A call followed within two days on 1 of these 3 days."


def test_a_scan_in_these_days_does_not_stand_for_days_that_nobody_answered():
    life = a_life()
    life.on(TODAY).diary.lvef("60", day=date(2026, 6, 2))

    found = highlights(life)

    assert found.lines
    assert "0 of 8 days answered" in found.not_found
