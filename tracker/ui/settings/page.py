"""Settings: a list of sections at the left, its cards at the right; each change saves at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.services.companion import Companion
from tracker.ui import theme
from tracker.ui.notifier import Notifier
from tracker.ui.page import Page
from tracker.ui.settings.about_section import AboutSection
from tracker.ui.settings.care_section import CareSection
from tracker.ui.settings.data_section import DataSection
from tracker.ui.settings.display_section import DisplaySection
from tracker.ui.settings.heart_section import HeartSection
from tracker.ui.settings.profiles_section import ProfilesSection
from tracker.ui.settings.section import Section
from tracker.ui.settings.section_list import SectionButton, SectionList
from tracker.ui.settings.state import SettingsTools
from tracker.ui.settings.treatment_section import TreatmentSection
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.labels import Heading

_FIRST = "care-team"
_ABOVE = 12


class SettingsPage(Page):
    """Sections are built when they are first opened."""

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        file: WindowSettingsFile,
        tools: SettingsTools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Settings", parent)
        self._notifier = notifier
        self._makers: dict[str, tuple[str, str, Callable[[], Section]]] = {
            "care-team": (self.tr("Care team"), "phone", lambda: CareSection(companion, file)),
            "treatment": (
                self.tr("Treatment"),
                "infusion",
                lambda: TreatmentSection(companion),
            ),
            "heart": (self.tr("Heart"), "heart", lambda: HeartSection(companion)),
            "display": (self.tr("Display"), "eye", lambda: DisplaySection(file)),
            "profiles": (
                self.tr("Profiles"),
                "people",
                lambda: ProfilesSection(companion, file, tools),
            ),
            "data": (self.tr("Privacy and data"), "lock", lambda: DataSection(tools, companion)),
            "about": (self.tr("About"), "info", lambda: AboutSection(tools.version)),
        }
        self._buttons: dict[str, SectionButton] = {}
        self._sections: dict[str, Section] = {}
        self._current = _FIRST if companion.plan.all() else "treatment"
        self._place = QVBoxLayout()
        self._build()

    @property
    def section_id(self) -> str:
        """The id of the open section."""
        return self._current

    def show_section(self, section_id: str) -> None:
        """Open a section: care-team, heart, display, profiles, data or about."""
        for each in self._sections.values():
            each.hide()
        self._current = section_id
        section = self._section(section_id)
        section.show_values()
        section.show()
        for key, button in self._buttons.items():
            button.mark_current(current=key == section_id)

    @property
    def place(self) -> str:
        return self._current

    def show_place(self, place: str) -> None:
        self.show_section(place)

    def refresh(self, changes: object | None = None) -> None:
        del changes
        self.show_section(self._current)

    def _section(self, section_id: str) -> Section:
        if section_id not in self._sections:
            section = self._makers[section_id][2]()
            section.changed.connect(self._notifier.tell)
            section.said.connect(self.say)
            section.page_requested.connect(self.page_requested)
            self._sections[section_id] = section
            self._place.addWidget(section)
        return self._sections[section_id]

    def _build(self) -> None:
        self.column.addWidget(Heading(self.tr("Settings"), 1))
        self._columns = columns = Columns(0.26, 640)
        menu = Card()
        for key, (label, icon, _) in self._makers.items():
            button = SectionButton(label, icon)
            button.setProperty("section", key)
            button.clicked.connect(self._open)
            self._buttons[key] = button
        menu.column.addWidget(SectionList(list(self._buttons.values())))
        columns.left.addWidget(menu)
        columns.right.addLayout(self._place)
        self.column.addWidget(columns)

    def _open(self) -> None:
        self.show_section(str(self.sender().property("section")))
        if self._columns.folded:  # what was asked for stands below the list
            section, area = self._sections[self._current], self.scroll_area
            top, bar = section.mapTo(area, section.rect().topLeft()).y(), area.verticalScrollBar()
            bar.setValue(bar.value() + top - theme.current().space(_ABOVE))


def build_page(
    companion: Companion, notifier: Notifier, file: WindowSettingsFile, tools: SettingsTools
) -> SettingsPage:
    """Return the page; it reads the diary when it is first shown."""
    return SettingsPage(companion, notifier, file, tools)
