"""The Learn page: reads aloud what is known, finds a word in it, and leads back."""

from collections.abc import Collection
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.services.companion import Companion
from tracker.ui import theme
from tracker.ui.learn.state import (
    Group,
    GroupState,
    LearnKnowledge,
    LearnState,
    learn_state,
    own_drugs,
)
from tracker.ui.learn.topic_section import TopicSection
from tracker.ui.page import Page
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import LinkButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.layouts import empty

_OPEN_AT_ONCE = 30
_SIGHT = 16


class LearnPage(Page):
    """Topics that open; while something is typed, only what holds it."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__("Learn", parent)
        self._companion = companion
        self._shown: LearnState | None = None
        self._own: tuple[str, ...] = ()
        self._opened: set[str] = set()
        self._sections: dict[str, TopicSection] = {}
        self.back_button = SecondaryButton(self.tr("Back"), "arrow-left")
        self.search = TextField(
            self.tr("Search"), hint=self.tr("For example hair, heart or T-DM1"), width=520
        )
        self._found = WrappedLabel(tone="text2")
        self.all_button = LinkButton(self.tr("Show everything"), "close")
        self._finding = QWidget()
        self._finding.hide()
        self._announcer = AccessibleAnnouncer(self)
        self._groups = QVBoxLayout()
        self._build()
        self.back_button.clicked.connect(self.back_requested)
        self.search.edited.connect(self._show)
        self.all_button.clicked.connect(self._show_all)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.search.editor.setFocus),
            (QKeySequence.StandardKey.Back, self.back_requested),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def sections(self) -> tuple[TopicSection, ...]:
        """The topics in sight, in their order."""
        return tuple(self._sections.values())

    def refresh(self, changes: object | None = None) -> None:
        del changes
        self._own = own_drugs(self._companion.plan.all())
        self._show(self.search.text)

    def show_place(self, place: str) -> None:
        """Open a topic by its id (`call`, `drug:docetaxel`) and give it the keyboard."""
        self._show_all()
        section = self._sections.get(place)
        if section is not None:
            section.open()
            section.button.setFocus(Qt.FocusReason.OtherFocusReason)
            # The layout must have found its heights before there is anything to scroll to.
            QTimer.singleShot(0, section, partial(self._scroll_to, section))

    def _show_all(self) -> None:
        self.search.set_text("")
        self._show("")
        self.search.editor.setFocus()

    def _scroll_to(self, section: TopicSection) -> None:
        bar, view = self.scroll_area.verticalScrollBar(), self.scroll_area.viewport()
        top = section.mapTo(view, section.rect().topLeft()).y()
        bar.setValue(bar.value() + top - theme.current().space(_SIGHT))

    def _show(self, typed: str) -> None:
        library = self._companion.library
        knowledge = LearnKnowledge(library.learn, library.sources)
        state = learn_state(knowledge, self._own, typed)
        if state == self._shown:
            return
        self._shown = state
        self._say_found(state.found)
        self._rebuild(state)

    def _say_found(self, found: int | None) -> None:
        if found is None:
            words = ""
        elif found:
            words = self.tr("{n} found").format(n=found)
        else:
            words = self.tr("Nothing found. Try one short word, or ask your team.")
        self._found.setText(words)
        self._finding.setVisible(bool(words))
        if words:
            self._announcer.polite(words)

    def _rebuild(self, state: LearnState) -> None:
        self._sections = {}
        empty(self._groups)
        opened = self._opened if state.found is None else _worth_opening(state)
        for group in state.groups:
            self._groups.addWidget(self._card(group, opened))
        self._tie_tab_order()

    def _card(self, group: GroupState, opened: Collection[str]) -> Card:
        titles = {
            Group.OWN_DRUGS: (self.tr("Your drugs"), "infusion"),
            Group.ILLNESS: (self.tr("Illness and treatment"), "book"),
            Group.OTHER_DRUGS: (self.tr("Other drugs"), "tablet"),
        }
        card = Card()
        card.add_title(*titles[group.group])
        for topic in group.topics:
            section = TopicSection(topic, opened=topic.id in opened)
            section.unfolded.connect(self._note_unfolded)
            self._sections[topic.id] = section
            card.column.addWidget(section)
        return card

    def _note_unfolded(self) -> None:
        if self._shown is not None and self._shown.found is None:
            self._opened = {each.topic.id for each in self.sections if each.is_open}
        self._tie_tab_order()

    def _tie_tab_order(self) -> None:
        """Let Tab go as the eye does; what is built later would come last."""
        stops: list[QWidget] = [self.back_button, self.search.editor, self.all_button]
        stops += [stop for section in self.sections for stop in section.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.current().space(16))
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Heading(self.tr("Learn"), 1), 1)
        self.column.addLayout(head)
        words = self.tr(
            "What published texts say, in plain words. It is about people in general. "
            "Your team knows you; what they say comes first."
        )
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self.column.addWidget(self.search)
        finding = QHBoxLayout(self._finding)
        finding.setContentsMargins(0, 0, 0, 0)
        finding.addWidget(self._found, 1)
        finding.addWidget(self.all_button)
        self.column.addWidget(self._finding)
        self._groups.setSpacing(theme.current().space(16))
        self.column.addLayout(self._groups)


def _worth_opening(state: LearnState) -> set[str]:
    """Return the topics to show open: as many as one looks through at a glance."""
    opened: set[str] = set()
    room = _OPEN_AT_ONCE
    for topic in (topic for group in state.groups for topic in group.topics):
        if len(topic.statements) > room:
            break
        room -= len(topic.statements)
        opened.add(topic.id)
    return opened


def build_page(companion: Companion) -> LearnPage:
    """Return the page; it reads the knowledge when it is first shown."""
    return LearnPage(companion)
