"""What stands under a symptom's name is never cut, and the row never jumps."""

import pytest

from tracker.clinical.library import library
from tracker.ui.widgets import painting
from tracker.ui.widgets.symptom_row import SymptomRow

WIDTHS = (500, 594, 780)
SCALES = (1.0, 1.5, 2.0)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_words_of_every_level_have_room_before_and_after_the_choice(qtbot, sheet, width, scale):
    sheet.set_text_scale(scale)
    small, name_font = sheet.font("small"), sheet.font("h3")
    line = painting.text_height(small, "Saved 19:05", 1000)
    for symptom in library().symptoms.values():
        row = SymptomRow(symptom.id, symptom.name, symptom.levels)
        qtbot.addWidget(row)
        row.resize(round(width * scale), row.heightForWidth(round(width * scale)))
        row.show()
        caption = row.caption
        if row.scale.words_fit:
            continue

        name = painting.text_height(name_font, symptom.name, caption.width())
        status_beside = (
            painting.text_width(name_font, symptom.name)
            + painting.text_width(sheet.font("small", strong=True), "Saved 00:00")
            < caption.width() - 10
        )
        for words in row.scale.spoken:
            below = painting.text_height(small, words, caption.width())
            needed = name + below + (0 if status_beside else line)
            assert caption.height() >= needed - 1, (symptom.id, words)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("status", ["Copied 9:00: still right?", "Saved 21:00, the day after"])
def test_no_status_takes_the_room_of_the_words_or_is_cut(qtbot, sheet, status, scale):
    sheet.set_text_scale(scale)
    width = round(594 * scale)
    strong = sheet.font("small", strong=True)
    small, name_font = sheet.font("small"), sheet.font("h3")
    for symptom in library().symptoms.values():
        row = SymptomRow(symptom.id, symptom.name, symptom.levels)
        qtbot.addWidget(row)
        row.resize(width, row.heightForWidth(width))
        row.show()
        for level in range(1, 5):
            row.set_answer(level)
            row.show_saved(status)
            row.resize(width, row.heightForWidth(width))
            caption = row.caption

            name = painting.text_height(name_font, symptom.name, caption.width())
            beside = sum(
                (painting.text_width(name_font, symptom.name), painting.text_width(strong, status))
            )
            fits = beside < caption.width() - 10
            said = 0 if fits else painting.text_height(strong, status, caption.width())
            words = "" if row.scale.words_fit else row.scale.meaning(level)
            below = painting.text_height(small, words, caption.width()) if words else 0
            assert caption.height() >= name + said + below - 1, (symptom.id, level)


@pytest.mark.usefixtures("sheet")
def test_a_row_on_the_screen_grows_with_a_long_status_and_shrinks_again(qtbot):
    symptom = library().symptoms["fatigue"]
    row = SymptomRow(symptom.id, symptom.name, symptom.levels)
    qtbot.addWidget(row)
    row.resize(594, row.heightForWidth(594))
    row.show()
    before = row.heightForWidth(594)

    row.set_answer(2)
    row.show_saved("Saved 21:00, the day after")
    grown = row.heightForWidth(594)
    row.show_saved("Saved 21:00")

    assert before < grown
    assert row.heightForWidth(594) == before


@pytest.mark.usefixtures("sheet")
def test_a_row_keeps_its_height_when_it_is_looked_at_and_answered(qtbot):
    symptom = library().symptoms["diarrhea"]
    row = SymptomRow(symptom.id, symptom.name, symptom.levels)
    qtbot.addWidget(row)
    before = row.heightForWidth(594)

    row.caption.show_hint(row.scale.word(4))
    looked_at = row.heightForWidth(594)
    row.set_answer(4)
    row.show_saved("Saved 9:40")

    assert before == looked_at == row.heightForWidth(594)


def test_every_button_writes_its_word_where_the_row_is_not_stacked(qtbot, sheet):
    row = SymptomRow("nausea", "Nausea", library().symptoms["nausea"].levels)
    qtbot.addWidget(row)

    for scale in SCALES:
        sheet.set_text_scale(scale)
        row.resize(round(594 * scale), row.heightForWidth(round(594 * scale)))
        row.show()

        assert row.scale.width() >= row.scale.natural_width()


@pytest.mark.usefixtures("sheet")
@pytest.mark.parametrize("width", range(400, 700, 10))
def test_each_level_has_its_word_at_every_width(qtbot, width):
    row = SymptomRow("nausea", "Nausea", [f"{'a long word ' * 3}{n}" for n in range(5)])
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()

    assert row.scale.width() >= min(width, row.scale.natural_width())


def test_a_shorter_form_of_a_status_spares_a_row_to_grow(qtbot, sheet):
    sheet.set_text_scale(1.0)
    diarrhea = library().symptoms["diarrhea"]
    row = SymptomRow(diarrhea.id, diarrhea.name, diarrhea.levels)
    qtbot.addWidget(row)
    row.resize(594, row.heightForWidth(594))
    row.show()
    row.set_answer(1)
    usual = row.heightForWidth(594)

    row.show_yesterday("Tom copied 20:00", "Tom, 20:00, copied")
    grown = row.heightForWidth(594)
    row.show_yesterday("Tom copied 20:00", "Tom, 20:00, copied", ("Tom copied",))

    assert grown > usual
    assert row.heightForWidth(594) == usual
    assert row.caption.accessibleName() == "Diarrhea, Tom, 20:00, copied"
