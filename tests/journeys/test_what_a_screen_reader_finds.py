"""The accessibility tree of each page, as a screen reader walks it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window
from tracker.ui.widgets.nav_button import NavButton

pytestmark = pytest.mark.usefixtures("sheet")

Node = tuple[QAccessible.Role, str]
Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_SILENT = {Role.NoRole, Role.Client, Role.Pane, Role.LayeredPane, Role.Grouping, Role.ScrollBar}
_TABLES = {Role.Table, Role.Tree, Role.List}

TODAY_SAYS = {
    (Role.Button, "Yesterday"),
    (Role.Button, "Same as yesterday"),
    (Role.Button, "No symptoms"),
    (Role.RadioButton, "Nausea: 0, none"),
    (Role.RadioButton, "Nausea: 4, nothing stays down, not even drinks"),
    (Role.Button, "I'd rather not say"),
    (Role.Button, "Add your own"),
    (Role.EditableText, "Temperature in degrees Celsius"),
    (Role.CheckBox, "After a fever medicine"),
    (Role.Button, "Save temperature"),
    (Role.EditableText, "Note"),
    (Role.CheckBox, "Ask about this at my next visit"),
    (Role.Button, "Told my team"),
}
HISTORY_SAYS = {
    (Role.RadioButton, "Pattern"),
    (Role.RadioButton, "Trend"),
    (Role.RadioButton, "Table"),
    (Role.RadioButton, "Who said what"),
    (Role.Button, "Save what is shown as a table"),
    (Role.Button, "Print a blank diary page"),
    (Role.Button, "Type in a filled page"),
}
LEARN_SAYS = [
    (Role.Button, "Back"),
    (Role.StaticText, "Learn"),
    (Role.EditableText, "Search"),
    (Role.StaticText, "Your drugs"),
    (Role.StaticText, "Illness and treatment"),
    (Role.StaticText, "Other drugs"),
]
PAGES = ("today", "plan", "history", "heart", "report", "settings", "learn")
VIEWS = ("pattern", "trend", "table", "said")


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    hands = open_window(qtbot, diary_in_treatment, Clock())
    for days in range(1, 8):
        day = NOW.date() - timedelta(days)
        hands.companion.diary.answer("nausea", days % 4, day=day)
        hands.companion.diary.answer("nausea", 1, day=day, by="Tom")
    return hands


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what is on the screen, in the order a screen reader meets it; cells are read apart."""
    if node.state().invisible:
        return
    yield node
    if node.role() not in _TABLES:
        for place in range(node.childCount()):
            child = node.child(place)
            if child is not None:
                yield from walk(child)


def tree(hands: Hands, page_id: str, place: str = "") -> list[QAccessibleInterface]:
    hands.window.show_page(page_id, place)
    hands.window.page(page_id).settle()
    hands.settle()
    return list(walk(QAccessible.queryAccessibleInterface(hands.window.page(page_id))))


def named(nodes: list[QAccessibleInterface]) -> list[Node]:
    return [(node.role(), node.text(QAccessible.Text.Name)) for node in nodes]


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_says_its_name_first_and_nothing_that_can_be_used_is_nameless(hands, page_id):
    nodes = tree(hands, page_id)

    nameless = [
        (node.role(), node.object())
        for node in nodes
        if node.state().focusable
        and node.role() not in _SILENT
        and not node.text(QAccessible.Text.Name).strip()
        and not (node.object() is not None and node.object().property("accessibleName"))
    ]
    assert named(nodes)[0][1].lower() == page_id
    assert nameless == []


@pytest.mark.parametrize("page_id", PAGES)
def test_no_two_buttons_of_a_page_sound_the_same(hands, page_id):
    buttons = [name for role, name in named(tree(hands, page_id)) if role is Role.Button]

    assert sorted(name for name in set(buttons) if buttons.count(name) > 1) == []


def test_today_offers_each_level_with_its_meaning_before_the_choice(hands):
    nodes = tree(hands, "today")

    assert TODAY_SAYS - set(named(nodes)) == set()
    nausea = [node for node in nodes if named([node])[0][1].startswith("Nausea: ")]
    radios = [node for node in nausea if node.role() is Role.RadioButton]
    assert len(radios) == 5
    assert not any(node.state().checked for node in radios)


def test_the_ways_to_the_pages_are_buttons_and_the_open_one_says_so(hands):
    hands.window.show_page("plan")

    shown = walk(QAccessible.queryAccessibleInterface(hands.window))
    ways = [node for node in shown if node.text(NAME).lower() in PAGES[:6]]
    buttons = [node for node in ways if node.object() in hands.window.findChildren(NavButton)]
    assert [node.role() for node in buttons] == [Role.Button] * 6
    assert [node.text(NAME) for node in buttons if "Open now" in node.text(DESCRIPTION)] == ["Plan"]


@pytest.mark.parametrize(
    ("page_id", "group", "role"),
    [
        ("report", "Period", Role.RadioButton),
        ("report", "Which page", Role.RadioButton),
        ("history", "Cycles", Role.CheckBox),
    ],
)
def test_of_chips_a_screen_reader_hears_whether_one_or_several_can_be_on(
    hands, page_id, group, role
):
    chips = [node for node in tree(hands, page_id) if node.text(DESCRIPTION) == group]

    assert {node.role() for node in chips} == {role}


def test_a_chosen_level_is_heard_as_chosen(hands):
    hands.click("Nausea: 2, eating less than usual")

    (chosen,) = [
        node
        for node in tree(hands, "today")
        if node.role() is Role.RadioButton and node.state().checked
    ]
    assert named([chosen])[0][1] == "Nausea: 2, eating less than usual"


def test_learn_is_read_from_the_way_back_to_ones_own_drugs_and_all_others(hands):
    nodes = tree(hands, "learn")
    said = named(nodes)

    places = [said.index(each) for each in LEARN_SAYS]
    assert places == sorted(places)
    topics = [node for node in nodes if node.role() is Role.CheckBox]
    own = [name for role, name in said[places[3] : places[4]] if role is Role.CheckBox]
    assert set(own) == {"Carboplatin", "Docetaxel", "Pertuzumab", "Trastuzumab"}
    assert len(topics) > len(own)
    assert not any(node.state().checked for node in topics)


def test_an_opened_topic_is_heard_as_open_with_its_sentences_and_their_sources(hands):
    nodes = tree(hands, "learn", "drug:docetaxel")

    (opened,) = [node for node in nodes if node.state().checked]
    below = named(nodes[nodes.index(opened) + 1 :])
    sentence = next(name for role, name in below if role is Role.StaticText and name.endswith("."))
    assert named([opened]) == [(Role.CheckBox, "Docetaxel")]
    assert any(name.endswith(f" of: {sentence}") for role, name in below if role is Role.CheckBox)


def test_history_offers_its_views_and_its_paper(hands):
    assert HISTORY_SAYS - set(named(tree(hands, "history"))) == set()


@pytest.mark.parametrize(
    ("place", "table", "cells"),
    [
        ("pattern", "Side effects by day of the cycle", "Nausea, day 2: worst 1, mild"),
        ("table", "All entries", "Nausea"),
        ("said", "Who said what, by day, newest first", "Ana Sample: 2 higher"),
    ],
)
def test_every_cell_of_a_table_is_said_in_words(hands, place, table, cells):
    tables = [node for node in tree(hands, "history", place) if node.role() in _TABLES]

    (found,) = [each for each in tables if named([each])[0][1].startswith(table)]
    said = [found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())]
    assert cells in said


def test_the_trend_is_a_picture_with_its_sentence(hands):
    nodes = tree(hands, "history", "trend")

    charts = [node for node in nodes if "Nausea" in node.text(QAccessible.Text.Description)]
    assert charts
