"""Pages that only links lead to: no button, no key of their own, and a way back."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.kit.gallery import IDS, GalleryPage, a_frame, descriptors, settle
from tracker.ui.main_window import MainWindow
from tracker.ui.page import PageDescriptor
from tracker.ui.when_to_call import WhenToCallDialog
from tracker.ui.widgets.nav_button import NavButton, NavMode


class PlacePage(GalleryPage):
    """Notes where it was asked to go."""

    def __init__(self) -> None:
        super().__init__("Learn")
        self.places: list[str] = []

    def show_place(self, place: str) -> None:
        self.places.append(place)


@pytest.fixture
def window(qtbot, notifier) -> MainWindow:
    learn = PageDescriptor("learn", "Learn", "book", PlacePage, in_navigation=False)
    main = MainWindow([learn, *descriptors()], a_frame, notifier)
    qtbot.addWidget(main)
    main.show()
    main.show_page("today")
    return main


def test_it_has_no_button_and_takes_no_digit_from_the_destinations(window):
    names = [button.text() for button in window.findChildren(NavButton)]

    assert "Learn" not in names
    assert len(names) == len(IDS)


def test_a_page_can_lead_to_it_and_back_leads_to_that_page(window):
    window.show_page("plan")

    window.page("plan").page_requested.emit("learn")
    assert window.current_page_id == "learn"
    assert not any(button.is_current for button in window.findChildren(NavButton))
    window.page("learn").back_requested.emit()

    assert window.current_page_id == "plan"


def test_coming_to_it_twice_still_leads_back_to_a_destination(window):
    window.show_page("heart")
    window.show_page("learn")
    window.show_page("learn", "call")

    window.go_back()

    assert window.current_page_id == "heart"
    assert window.page("learn").places == ["call"]


def test_the_one_button_of_a_narrow_window_names_it(window, sheet):
    sheet.set_text_scale(2.0)
    window.resize(640, 480)
    settle()
    assert window.navigation_mode is NavMode.MENU

    window.show_page("learn")

    assert "Learn" in [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]


def more_button(dialog: WhenToCallDialog) -> list[QPushButton]:
    return [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Read more")]


def test_when_to_call_offers_to_read_more_only_where_there_is_more(window):
    without = WhenToCallDialog(a_frame(), window)
    having = WhenToCallDialog(a_frame(), window, has_more=True)

    more_button(having)[0].click()

    assert more_button(without) == []
    assert having.more_wanted
    assert not without.more_wanted
    for dialog in (without, having):
        dialog.deleteLater()


def test_reading_more_about_calling_opens_its_place(window, monkeypatch):
    def press_more(dialog: WhenToCallDialog) -> bool:
        more_button(dialog)[0].click()
        return False

    monkeypatch.setattr(WhenToCallDialog, "run", press_more)

    window.show_call_info()

    assert window.current_page_id == "learn"
    assert window.page("learn").places == ["call"]
