"""One tap or one key answers a symptom, and nothing answers it by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.ui.kit.gallery import NAUSEA, PLAIN
from tracker.ui.widgets.severity import SeverityScale
from tracker.ui.widgets.severity_button import SeverityButton
from tracker.ui.widgets.symptom_row import SymptomRow


@pytest.fixture
def scale(qtbot):
    made = SeverityScale("Nausea", NAUSEA)
    qtbot.addWidget(made)
    made.resize(420, 60)
    made.show()
    return made


@pytest.fixture
def row(qtbot):
    made = SymptomRow("nausea", "Nausea", PLAIN)
    qtbot.addWidget(made)
    made.resize(600, 80)
    made.show()
    made.activateWindow()
    return made


def buttons(scale):
    return scale.findChildren(QRadioButton)


def test_nothing_is_chosen_at_first(scale):
    assert scale.answer is None
    assert not any(button.isChecked() for button in buttons(scale))


def test_every_choice_is_named_by_symptom_number_and_meaning(scale):
    names = [button.accessibleName() for button in buttons(scale)]

    assert names[2] == "Nausea: 2, eating less than usual"
    assert names[0] == "Nausea: 0, none"


def test_a_click_answers_once(qtbot, scale):
    heard = []
    scale.answered.connect(heard.append)

    qtbot.mouseClick(buttons(scale)[3], Qt.MouseButton.LeftButton)

    assert heard == [3]
    assert scale.answer == 3


def test_the_whole_rectangle_can_be_clicked(qtbot, scale):
    corner = buttons(scale)[4].rect().bottomRight()

    qtbot.mouseClick(buttons(scale)[4], Qt.MouseButton.LeftButton, pos=corner)

    assert scale.answer == 4


def test_another_click_changes_the_answer_and_leaves_one_chosen(qtbot, scale):
    qtbot.mouseClick(buttons(scale)[3], Qt.MouseButton.LeftButton)

    qtbot.mouseClick(buttons(scale)[1], Qt.MouseButton.LeftButton)

    assert [button.isChecked() for button in buttons(scale)].count(True) == 1
    assert scale.answer == 1


def test_a_second_click_on_the_chosen_one_takes_the_answer_back(qtbot, scale):
    qtbot.mouseClick(buttons(scale)[2], Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(scale.cleared):
        qtbot.mouseClick(buttons(scale)[2], Qt.MouseButton.LeftButton)

    assert scale.answer is None


@pytest.mark.parametrize("level", range(5))
def test_a_digit_answers_and_goes_on(qtbot, scale, level):
    went, moved = [], []
    scale.went_on.connect(lambda: went.append(scale.answer))
    scale.moved_on.connect(moved.append)

    qtbot.keyClick(buttons(scale)[0], Qt.Key(Qt.Key.Key_0.value + level))

    assert went == [level]
    assert moved == []


def test_a_digit_above_four_answers_nothing(qtbot, scale):
    qtbot.keyClick(buttons(scale)[0], Qt.Key.Key_5)

    assert scale.answer is None


def test_a_digit_with_a_modifier_belongs_to_somebody_else(qtbot, scale):
    qtbot.keyClick(buttons(scale)[0], Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    assert scale.answer is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_answer_back(qtbot, scale, key):
    scale.set_answer(4)

    with qtbot.waitSignal(scale.cleared):
        qtbot.keyClick(buttons(scale)[4], key)

    assert scale.answer is None


def test_arrows_move_along_the_scale_without_answering(qtbot, row):
    scale = row.scale
    scale.focus()

    qtbot.keyClick(buttons(scale)[0], Qt.Key.Key_Right)
    qtbot.keyClick(buttons(scale)[1], Qt.Key.Key_Right)

    assert buttons(scale)[2].hasFocus()
    assert scale.answer is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_or_enter_chooses_where_the_keyboard_is(qtbot, row, key):
    scale = row.scale
    scale.focus()
    qtbot.keyClick(buttons(scale)[0], Qt.Key.Key_Right)

    qtbot.keyClick(buttons(scale)[1], key)

    assert scale.answer == 1


def test_the_tab_key_stops_once_at_each_symptom(scale):
    assert [b.focusPolicy() == Qt.FocusPolicy.StrongFocus for b in buttons(scale)].count(True) == 1

    scale.set_answer(3)

    assert buttons(scale)[3].focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert buttons(scale)[0].focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_showing_an_answer_tells_nobody(qtbot, scale):
    with qtbot.assertNotEmitted(scale.answered):
        scale.set_answer(2)

    assert scale.answer == 2


def test_the_meaning_of_a_level_is_told_where_the_keyboard_is(qtbot, row):
    scale, told = row.scale, []
    scale.level_word_focused.connect(told.append)

    scale.focus()
    qtbot.keyClick(buttons(scale)[0], Qt.Key.Key_Right)
    assert told[-1] == "1: Mild"
    qtbot.keyClick(buttons(scale)[1], Qt.Key.Key_Left)

    assert told[-1] == "0: None"


def test_a_scale_needs_a_meaning_for_every_level():
    with pytest.raises(ValueError, match="5 levels"):
        SeverityScale("Nausea", ("none", "some"))


def test_advice_stands_in_the_row_and_makes_it_taller(row):
    before = row.heightForWidth(600)

    row.show_advice((("Call your team today about this.", False),))

    assert row.heightForWidth(600) > before
    row.show_advice(None)
    assert row.heightForWidth(600) == before


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("level", range(5))
def test_the_word_of_the_chosen_level_stays_clear_of_its_border(qtbot, sheet, text, level):
    sheet.set_text_scale(text)
    button = SeverityButton(level, PLAIN[level])
    qtbot.addWidget(button)
    button.resize(button.natural_width(), button.sizeHint().height())
    button.setChecked(True)

    picture = button.grab().toImage()

    inside = range(picture.height() // 3, picture.height() * 4 // 5)
    clear = {picture.pixelColor(x, y).name() for x in (3, 4) for y in inside}
    assert len(clear) == 1
