"""The Learn page as a person uses it: open, search, look at a source, go back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.kit.gallery import settle
from tests.ui.kit.test_accessibility import CLICKABLE, SCALES, SIZES, shown, spoken_name
from tracker.clinical.library import library
from tracker.domain.sources import SeenHow
from tracker.ui import text
from tracker.ui.learn.topic_section import TopicSection
from tracker.ui.widgets.buttons import PaintedButton
from tracker.ui.widgets.selectable_text import SelectableText


def visible_texts(root: QWidget) -> list[str]:
    return [label.text() for label in shown(root, QLabel)]


def section(page, topic_id: str) -> TopicSection:
    return next(each for each in page.sections if each.topic.id == topic_id)


def open_topic(page, topic_id: str) -> TopicSection:
    opened = section(page, topic_id)
    opened.button.click()
    settle()
    return opened


def type_in_search(page, typed: str) -> None:
    page.search.editor.setFocus()
    page.search.editor.selectAll()
    QTest.keyClicks(page.search.editor, typed)
    settle()


def test_the_page_begins_with_the_persons_own_drugs_and_everything_closed(page):
    titles = [each.topic.title for each in page.sections]

    assert titles[:4] == ["Carboplatin", "Docetaxel", "Pertuzumab", "Trastuzumab"]
    assert not any(each.is_open for each in page.sections)


def test_opening_a_topic_shows_all_its_statements_and_closing_it_hides_them(page):
    heart = open_topic(page, "heart")
    wanted = [each.text for each in heart.topic.statements]
    assert set(wanted) <= set(visible_texts(page))

    heart.button.click()

    assert not set(wanted) & set(visible_texts(page))


def test_a_source_unfolds_in_place_with_all_that_is_known_of_it_and_folds_again(page):
    row = open_topic(page, "heart").rows[0]
    source = library().sources["her-us"]
    assert source.title not in visible_texts(page)

    row.source_button.click()

    words = "\n".join(visible_texts(row))
    for part in (source.title, source.publisher, source.published, source.where):
        assert part in words
    assert text.long_day_with_year(source.checked_on) in words
    address = next(iter(shown(row, SelectableText)))
    assert address.toPlainText() == source.url
    row.source_button.click()
    assert source.title not in visible_texts(page)


@pytest.mark.parametrize("seen", list(SeenHow))
def test_how_a_source_was_seen_is_said_in_words(page, seen):
    words = {
        SeenHow.SEEN: "Read in the text itself",
        SeenHow.SEEN_IN_COPY: "Read in a copy of the text",
        SeenHow.RECALLED: "Nobody has compared it with the text yet",
    }
    topic, number = next(
        (each.topic.id, number)
        for each in page.sections
        for number, statement in enumerate(each.topic.statements)
        if all(source.seen is seen for source in statement.sources)
    )

    row = open_topic(page, topic).rows[number]
    row.source_button.click()

    said = "\n".join(visible_texts(row))
    assert [kind for kind, part in words.items() if part in said] == [seen]


def test_no_address_can_be_followed_only_marked_and_copied_with_the_keyboard_too(page):
    row = open_topic(page, "heart").rows[0]
    row.source_button.click()
    address = next(iter(shown(row, SelectableText)))
    flags = address.textInteractionFlags()

    address.setFocus()
    QTest.keyClick(address, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(address, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.TextEditable
    assert QGuiApplication.clipboard().text() == address.toPlainText()


def test_typing_leaves_only_what_was_found_already_open_and_says_how_many(page):
    type_in_search(page, "leukemia")

    statements = [each for one in page.sections for each in one.topic.statements]
    assert statements
    assert all(each.is_open for each in page.sections)
    assert {each.text for each in statements} <= set(visible_texts(page))
    assert f"{len(statements)} found" in visible_texts(page)


def test_finding_nothing_says_so_and_what_to_do(page):
    type_in_search(page, "zebra")

    assert page.sections == ()
    assert any(each.startswith("Nothing found.") for each in visible_texts(page))


def test_showing_everything_again_opens_what_was_open_before_the_search(page):
    open_topic(page, "call")
    type_in_search(page, "hair")

    page.all_button.click()
    settle()

    assert page.search.text == ""
    assert [each.topic.id for each in page.sections if each.is_open] == ["call"]


def test_back_leads_to_the_destination_before_by_mouse_and_by_keyboard(window, page):
    page.back_button.click()
    assert window.current_page_id == "heart"

    window.show_page("learn")
    page.search.editor.setFocus()
    QTest.keyClick(page.search.editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert window.current_page_id == "heart"


def test_control_f_goes_to_the_search_field(page):
    page.back_button.setFocus()

    QTest.keyClick(page.back_button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert page.search.editor.hasFocus()


def test_tab_goes_from_a_topic_to_its_statements_and_into_what_was_unfolded_later(page):
    call = open_topic(page, "call")
    call.rows[0].source_button.click()
    settle()
    call.button.setFocus()

    order = []
    for _ in range(len(call.rows[0].stops()) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())

    assert order == [*call.rows[0].stops(), call.rows[1].source_button]


def test_space_opens_a_topic_and_a_source(page):
    call = section(page, "call")
    call.button.setFocus()
    QTest.keyClick(call.button, Qt.Key.Key_Space)
    assert call.is_open

    source = call.rows[0].source_button
    source.setFocus()
    QTest.keyClick(source, Qt.Key.Key_Space)

    assert source.isChecked()


def test_a_way_from_elsewhere_opens_its_topic_in_sight_with_the_keyboard_there(window, page):
    window.show_page("learn", "call")
    settle()

    call = section(page, "call")
    assert call.is_open
    assert call.button.hasFocus()
    assert not call.button.visibleRegion().isEmpty()


def test_each_source_button_is_named_after_its_statement(page):
    rows = open_topic(page, "heart").rows

    names = [spoken_name(row.source_button) for row in rows]

    assert len(set(names)) == len(rows)
    assert names[0].startswith("Source of: LVEF says how much")
    for row, name in zip(rows, names, strict=True):
        assert name.startswith(row.source_button.shown_text)


def test_everything_the_keyboard_can_reach_has_a_name(page):
    for row in open_topic(page, "her2-drugs").rows:
        row.source_button.click()
    settle()

    reachable = [w for w in shown(page) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

    assert len(reachable) > 50
    assert [repr(w) for w in reachable if not spoken_name(w).strip()] == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_too_small_to_hit_at_any_size(window, page, sheet, size, scale):
    for topic in ("her2-drugs", "drug:pertuzumab-trastuzumab-sc"):
        for row in open_topic(page, topic).rows:
            row.source_button.click()
    sheet.set_text_scale(scale)
    window.resize(*size)
    settle()

    area = page.scroll_area
    assert isinstance(area, QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert area.widget().width() <= area.viewport().width()
    assert [spoken_name(w) for w in shown(page, CLICKABLE) if _too_small(w, sheet.target())] == []
    assert [label.text() for label in shown(page, QLabel) if _is_cut(label)] == []
    assert [b.shown_text for b in shown(page, PaintedButton) if _is_short(b)] == []
    assert [a.toPlainText() for a in shown(page, SelectableText) if _is_short(a)] == []


def _too_small(widget: QWidget, least: int) -> bool:
    return min(widget.width(), widget.height()) < least


def _is_cut(label: QLabel) -> bool:
    return label.height() < label.heightForWidth(label.width()) or _reaches_over(label)


def _is_short(widget: QWidget) -> bool:
    return widget.height() < widget.heightForWidth(widget.width()) or _reaches_over(widget)


def _reaches_over(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().contains(widget.geometry())


def test_the_theme_can_change_while_a_source_is_open(page, sheet):
    row = open_topic(page, "heart").rows[0]
    row.source_button.click()
    light = row.grab().toImage().pixelColor(2, row.height() - 30)

    sheet.set_dark("dark")
    settle()

    assert row.grab().toImage().pixelColor(2, row.height() - 30) != light
