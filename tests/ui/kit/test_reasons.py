"""Why an alert is on the screen: which entries, which rule, which text it rests on."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.builders import SUMMER, Clock, a_companion
from tests.ui.kit.gallery import settle
from tracker.app.window import build
from tracker.ui.why_dialog import WhyButton, WhyDialog
from tracker.ui.widgets.selectable_text import SelectableText
from tracker.ui.widgets.why_card import WhyCard


@pytest.fixture
def companion():
    companion = a_companion(clock=Clock(datetime(2026, 5, 12, 20, tzinfo=SUMMER)))
    companion.diary.answer("nausea", 3, day=date(2026, 5, 12))
    companion.diary.answer("constipation", 2, day=date(2026, 5, 12))
    return companion


@pytest.fixture
def window(qtbot, companion):
    main = build(companion, None, file=None, reopen=None)
    qtbot.addWidget(main)
    main.show()
    main.show_page("today")
    settle()
    return main


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_card_names_every_entry_the_rule_and_where_the_rule_stands(qtbot, companion):
    alert = companion.safety.current().alerts[0]
    card = WhyCard(alert)
    qtbot.addWidget(card)

    shown = texts(card)

    assert {each.text for each in alert.because} <= set(shown)
    assert {alert.title, alert.advice, alert.source.title} <= set(shown)
    assert f"Name of the rule: {alert.rule}" in shown
    assert f"Where in it: {alert.source.where}" in shown
    assert [each.toPlainText() for each in card.findChildren(SelectableText)] == [alert.source.url]


def test_a_rule_whose_text_nobody_compared_yet_does_not_say_it_was_read(qtbot, companion):
    library = companion.library
    recalled = [each for each in library.sources.values() if each.seen.value == "recalled"]

    card = WhyCard(companion.safety.current().alerts[0]._replace(source=recalled[0]))
    qtbot.addWidget(card)

    assert any("Nobody has compared it" in each for each in texts(card))
    assert not any(each.startswith("Read in") for each in texts(card))


def test_every_piece_of_advice_on_today_offers_its_reasons(window, companion):
    alerts = companion.safety.current().alerts
    named = [
        button.accessibleName()
        for button in window.page("today").findChildren(WhyButton)
        if button.isVisibleTo(window)
    ]

    assert {alert.rule for alert in alerts} >= {"nausea", "constipation"}
    assert "Why am I seeing this? Nausea" in named
    assert "Why am I seeing this? Constipation" in named


def test_the_button_opens_the_reasons_of_its_own_alert(window, monkeypatch):
    asked = []
    monkeypatch.setattr(WhyDialog, "run", lambda dialog: asked.append(texts(dialog)))
    button = next(
        each
        for each in window.page("today").findChildren(WhyButton)
        if each.accessibleName().endswith("Constipation")
    )

    button.click()

    assert "Name of the rule: constipation" in asked[0]
    assert "Name of the rule: nausea" not in asked[0]


def test_the_red_card_shows_the_reasons_of_all_it_is_about(window, monkeypatch):
    asked = []
    monkeypatch.setattr(WhyDialog, "run", lambda dialog: asked.append(texts(dialog)))
    card = window.page("today").view.urgent.card

    card.why_button.click()

    assert "Name of the rule: nausea" in asked[0]


def test_an_answer_taken_back_takes_its_reasons_away(window, companion):
    companion.diary.clear("constipation", date(2026, 5, 12))
    window.page("today").refresh()
    settle()

    buttons = window.page("today").findChildren(WhyButton)

    assert [b.accessibleName() for b in buttons if b.isVisibleTo(window)] == [
        "Why am I seeing this? Nausea"
    ]
    assert any(isinstance(each, QPushButton) and each.isHidden() for each in buttons)
