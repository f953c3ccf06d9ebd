"""Milliseconds that History takes on five years of two people, in the real window.

Arguments: moment of the start (not used), what to measure, the diary file of `five_years`.
`first` is the first look, `open` any later one after a change, the others a choice on the page
until it is painted; median of several, but for `first`.
"""

import sys
from collections.abc import Callable
from statistics import median

from PySide6.QtWidgets import QAbstractButton

from tests.benchmarks.five_years import END
from tests.benchmarks.opened import milliseconds_until_painted, opened_window
from tracker.services.changes import Changes
from tracker.ui.history.page import HistoryPage
from tracker.ui.main_window import MainWindow
from tracker.ui.widgets.choices import ChoiceChip
from tracker.ui.widgets.fields import SelectField, TextField

_ROUNDS = 9


def _shown(page: HistoryPage, kind: type) -> list:
    return [each for each in page.findChildren(kind) if each.isVisible()]


def _press(page: HistoryPage, words: str) -> None:
    next(each for each in _shown(page, QAbstractButton) if each.text() == words).click()


def _reopen(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
    return lambda: page.refresh(Changes(symptoms=True))


def _cycle(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
    return _shown(page, ChoiceChip)[0].click


def _group(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
    keys = iter(["all", "latest"] * _ROUNDS)

    def choose() -> None:
        fields = _shown(page, SelectField)
        field = next(each for each in fields if each.editor.findData("all") >= 0)
        field.choose(next(keys))
        field.chosen.emit(field.choice)

    return choose


def _symptom(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
    words = iter(["One side effect, cycle by cycle", "All side effects"] * _ROUNDS)
    return lambda: _press(page, next(words))


def _filter(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
    page.show_place("table")
    search = _shown(page, TextField)[0]
    words = iter(["", "sore", "evening", "e", "nausea"] * _ROUNDS)

    def narrow() -> None:
        search.set_text(next(words))
        search.edited.emit(search.text)

    return narrow


def _view(name: str) -> Callable[[MainWindow, HistoryPage], Callable[[], object]]:
    def measured(_: MainWindow, page: HistoryPage) -> Callable[[], object]:
        def look() -> None:
            page.show_place(name)

        def prepared() -> None:
            page.refresh()
            page.show_place("pattern")

        look.before = prepared
        return look

    return measured


_MEASURES = {
    "open": _reopen,
    "cycle": _cycle,
    "group": _group,
    "symptom": _symptom,
    "filter": _filter,
    "trend": _view("trend"),
    "table": _view("table"),
    "said": _view("said"),
}

if __name__ == "__main__":
    _, _, _what, _diary = sys.argv
    application, window = opened_window(_diary, END)
    first = milliseconds_until_painted(lambda: window.show_page("history"))
    if _what == "first":
        print(first)
    else:
        page = window.page("history")
        action = _MEASURES[_what](window, page)
        times = []
        for _ in range(_ROUNDS):
            getattr(action, "before", lambda: None)()
            times.append(milliseconds_until_painted(action))
        print(median(times))
