"""Profiles: whose diary is open, and who writes in it on this computer."""

from PySide6.QtWidgets import QWidget

from tracker.errors import NotSavedError
from tracker.services.companion import Companion
from tracker.ui.settings.section import Section
from tracker.ui.settings.state import SettingsTools
from tracker.ui.settings.window_settings import WindowSettings, WindowSettingsFile
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.choices import ChoiceCards
from tracker.ui.widgets.fields import TextField


class ProfilesSection(Section):
    """Each entry says who wrote it."""

    def __init__(
        self,
        companion: Companion,
        file: WindowSettingsFile,
        tools: SettingsTools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._companion, self._file, self._tools = companion, file, tools
        self._name = TextField(self.tr("Name on the diary and the report"), width=420)
        self._herself = ChoiceCard(self.tr("The person herself"))
        self._somebody = ChoiceCard(
            self.tr("Somebody who helps"), self.tr("New entries carry your name as well")
        )
        self._writer = TextField(self.tr("Your name, as the one who helps"), width=420)
        self._people: dict[str, ChoiceCard] = {}
        self._people_card = Card()
        self._showing = False
        self._build()

    def show_values(self) -> None:
        self._showing = True
        person = self._companion.person()
        writer = self._file.settings.writer
        self._name.set_text(person.name)
        self._herself.setChecked(writer is None)
        self._somebody.setChecked(writer is not None)
        self._writer.set_text(writer or "")
        self._writer.setVisible(writer is not None)
        card = self._people.get(str(person.id))
        if card is not None:
            card.setChecked(True)
        self._people_card.setVisible(len(self._people) > 1)
        self._showing = False

    def _rename(self, name: str) -> None:
        self.save(lambda: self._companion.profile.rename(name), self._name.show_error)

    def _switch_writer(self) -> None:
        if self._showing:
            return
        helped = self._somebody.isChecked()
        self._writer.setVisible(helped)
        if not helped and self._file.settings.writer is not None:
            self._keep(self._file.settings._replace(writer=None))

    def _save_writer(self, name: str) -> None:
        if not name:
            self._writer.show_error(self.tr("Type your name"))
            return
        self._writer.show_error(None)
        if name != self._file.settings.writer:
            self._keep(self._file.settings._replace(writer=name))

    def _switch_person(self) -> None:
        if self._showing:
            return
        for person, card in self._people.items():
            if card.isChecked() and person != str(self._companion.person().id):
                self._keep(self._file.settings._replace(person=person))
                return

    def _keep(self, settings: WindowSettings) -> None:
        try:
            self._file.save(settings)
        except NotSavedError as error:
            self._writer.show_error(str(error))
        self._tools.reopen()

    def _build(self) -> None:
        who = Card()
        who.add_title(self.tr("This diary"))
        who.column.addWidget(self._name)
        writes = Card()
        writes.add_title(self.tr("Who writes on this computer?"))
        cards = ChoiceCards(self.tr("Who writes on this computer?"))
        cards.column.addWidget(self._herself)
        cards.column.addWidget(self._somebody)
        writes.column.addWidget(cards)
        writes.column.addWidget(self._writer)
        self._people_card.add_title(self.tr("Whose pages are open?"))
        people = ChoiceCards(self.tr("Whose pages are open?"))
        for person in self._companion.people():
            card = ChoiceCard(person.name)
            card.toggled.connect(self._switch_person)
            self._people[str(person.id)] = card
            people.column.addWidget(card)
        self._people_card.column.addWidget(people)
        for part in (who, writes, self._people_card):
            self.column.addWidget(part)
        self._name.submitted.connect(self._rename)
        self._somebody.toggled.connect(self._switch_writer)
        self._writer.submitted.connect(self._save_writer)
