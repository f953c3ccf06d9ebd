"""What is typed is kept, and an error names the part that is wrong."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from tracker.errors import NotUnderstoodError
from tracker.ui.day_order import write_days_as_in
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import NoteField, SelectField, TextField
from tracker.ui.widgets.number_field import NumberField


@pytest.fixture
def surgery(qtbot):
    field = DateInput("Surgery", order="dmy")
    qtbot.addWidget(field)
    field.show()
    return field


def typed(field, *parts):
    for box, part in zip(field.findChildren(QLineEdit), parts, strict=True):
        box.setText(part)
    return field


def test_three_boxes_are_one_date(surgery):
    assert typed(surgery, "27", "5", "2026").day() == date(2026, 5, 27)


def test_empty_boxes_are_no_date_and_no_error(surgery):
    assert surgery.day() is None
    assert not surgery.error.isVisible()


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("12", "14", "2026"), "Month must be between 1 and 12"),
        (("31", "4", "2026"), "Day must be between 1 and 30"),
        (("29", "2", "2026"), "Day must be between 1 and 28"),
        (("0", "4", "2026"), "Day must be between 1 and 30"),
        (("1", "4", "26"), "Year must have 4 numbers"),
        (("1", "4", "0000"), "Year must have 4 numbers"),
        (("1", "", "2026"), "Month must be a number"),
        (("1", "4", ""), "Year must have 4 numbers"),
        (("one", "4", "2026"), "Day must be a number"),
        (("\u0661", "4", "2026"), "Day must be a number"),
        (("-1", "4", "2026"), "Day must be a number"),
    ],
)
def test_a_wrong_date_names_its_part_and_stays_as_typed(surgery, parts, message):
    typed(surgery, *parts)

    with pytest.raises(NotUnderstoodError, match=message):
        surgery.day()

    assert message in surgery.error.text
    assert tuple(box.text() for box in surgery.findChildren(QLineEdit)) == parts


def test_a_corrected_date_takes_the_error_away(surgery):
    with pytest.raises(NotUnderstoodError):
        typed(surgery, "12", "14", "2026").day()

    typed(surgery, "12", "4", "2026").day()

    assert not surgery.error.isVisible()


@given(day=st.dates())
def test_every_date_that_is_put_in_comes_out(day):
    field = DateInput("Surgery", order="mdy")

    field.set_day(day)

    if day.year >= 1000:
        assert field.day() == day


def test_the_boxes_stand_in_the_order_of_the_country(qtbot):
    field = DateInput("Surgery", order="mdy")
    qtbot.addWidget(field)

    names = [box.accessibleName() for box in field.findChildren(QLineEdit)]

    assert names == ["Surgery: Month", "Surgery: Day", "Surgery: Year"]


def shown(field):
    return [each.text().replace("\u00a0", " ") for each in field.findChildren(QLabel)]


def test_a_whole_day_stands_below_its_boxes_with_the_name_of_its_month(qtbot, surgery):
    box = surgery.findChildren(QLineEdit)[0]
    height = surgery.sizeHint().height()
    qtbot.keyClicks(box, "3")
    assert "Friday 3 April 2026" not in shown(surgery)

    for part, text in zip(surgery.findChildren(QLineEdit)[1:], ("4", "2026"), strict=True):
        qtbot.keyClicks(part, text)

    assert "Friday 3 April 2026" in shown(surgery)
    assert box.accessibleDescription().replace("\u00a0", " ") == "Friday 3 April 2026"
    assert surgery.sizeHint().height() == height


def test_a_month_may_be_typed_as_a_name(surgery):
    assert typed(surgery, "3", "apr", "2026").day() == date(2026, 4, 3)


@pytest.mark.parametrize("whole", ["2026-05-27", "5/27/2026", "27 May 2026"])
def test_a_whole_date_in_one_box_goes_where_it_belongs(qtbot, surgery, whole):
    box = surgery.findChildren(QLineEdit)[0]
    box.setFocus()
    qtbot.keyClicks(box, whole)
    with qtbot.waitSignal(surgery.changed):
        qtbot.keyClick(box, Qt.Key.Key_Return)

    assert [each.text() for each in surgery.findChildren(QLineEdit)] == ["27", "5", "2026"]
    assert surgery.day() == date(2026, 5, 27)


def test_a_whole_date_is_not_moved_while_it_is_typed(qtbot, surgery):
    box = surgery.findChildren(QLineEdit)[0]
    box.setFocus()

    qtbot.keyClicks(box, "2026-05-02")
    early = surgery.day()
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClicks(box, "27")

    assert early == date(2026, 5, 2)
    assert box.text() == "2026-05-27"
    assert "Wednesday 27 May 2026" in shown(surgery)


def test_a_date_that_can_be_two_days_is_asked_back_with_the_names_of_the_months(surgery):
    typed(surgery, "03/04/2026", "", "")

    with pytest.raises(NotUnderstoodError):
        surgery.day()

    asked = surgery.error.text.replace("\u00a0", " ")
    assert asked.startswith("Is that Friday 3 April, or Wednesday 4 March?")
    assert surgery.findChildren(QLineEdit)[0].text() == "03/04/2026"


@pytest.mark.parametrize(
    ("computer", "country", "first"),
    [("C", "US", "Month"), ("C", "GB", "Day"), ("C", None, "Day"), ("en_US", "GB", "Month")],
)
def test_the_computer_says_which_comes_first_and_else_the_country(qtbot, computer, country, first):
    before = QLocale()
    QLocale.setDefault(QLocale(computer))
    write_days_as_in(country)
    try:
        field = DateInput("Surgery")
        qtbot.addWidget(field)
    finally:
        QLocale.setDefault(before)
        write_days_as_in(None)

    assert field.findChildren(QLineEdit)[0].accessibleName() == f"Surgery: {first}"


@pytest.fixture
def temperature(qtbot):
    field = NumberField("Temperature", step=Decimal("0.1"), start=Decimal("36.8"))
    qtbot.addWidget(field)
    field.show()
    return field


def button(field, name):
    return next(b for b in field.findChildren(QPushButton) if b.accessibleName() == name)


@pytest.mark.parametrize("text", ["38,4", "38.4", "384", "nan"])
def test_a_number_is_handed_on_exactly_as_typed(qtbot, temperature, text):
    qtbot.keyClicks(temperature.editor, text)

    with qtbot.waitSignal(temperature.submitted) as heard:
        qtbot.keyClick(temperature.editor, Qt.Key.Key_Return)

    assert heard.args == [text]


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "36.8"), ("38.4", "38.5"), ("38,4", "38.5"), ("x", "x"), ("nan", "nan")],
)
def test_plus_counts_on_from_a_number_and_leaves_other_text_alone(
    qtbot, temperature, before, after
):
    temperature.set_text(before)

    qtbot.mouseClick(button(temperature, "Temperature: more"), Qt.MouseButton.LeftButton)

    assert temperature.text == after


def test_minus_counts_down_by_exact_tenths(qtbot, temperature):
    temperature.set_text("38.0")

    for _ in range(3):
        qtbot.mouseClick(button(temperature, "Temperature: less"), Qt.MouseButton.LeftButton)

    assert temperature.text == "37.7"


def test_an_error_leaves_the_number_in_its_field(temperature):
    temperature.set_text("384")

    temperature.show_error("Enter a temperature between 33 and 43, for example 36.8")

    assert temperature.text == "384"
    assert temperature.error.isVisible()


def test_a_text_is_submitted_once_by_enter_and_not_again_on_leaving(qtbot):
    field = TextField("Your name")
    qtbot.addWidget(field)
    field.show()
    heard = []
    field.submitted.connect(heard.append)

    qtbot.keyClicks(field.editor, " Elena ")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)

    assert heard == ["Elena"]


def test_a_note_is_not_read_as_markup_and_comes_back_whole(qtbot):
    field = NoteField("Anything else?")
    qtbot.addWidget(field)

    field.set_text("<b>slept</b> badly\nback again")

    assert field.text == "<b>slept</b> badly\nback again"


def test_nothing_is_preselected_in_a_list(qtbot):
    field = SelectField("Regimen", [("tch", "TCH"), ("tchp", "TCHP")])
    qtbot.addWidget(field)
    assert field.choice is None

    field.choose("tchp")

    assert field.choice == "tchp"
