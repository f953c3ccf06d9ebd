"""Display: colors, text size, bigger buttons; kept for this computer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.errors import NotSavedError
from tracker.services.changes import Changes
from tracker.ui import theme
from tracker.ui.settings.look import dress
from tracker.ui.settings.section import Section
from tracker.ui.settings.window_settings import (
    TEXT_PERCENTS,
    Colors,
    WindowSettings,
    WindowSettingsFile,
)
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.labels import WrappedLabel


class DisplaySection(Section):
    """Changes show at once."""

    def __init__(self, file: WindowSettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._colors = SegmentedControl(
            self.tr("Colors"),
            [
                ("system", self.tr("Same as computer")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        self._text = SegmentedControl(
            self.tr("Text size"), [(str(n), f"{n}%") for n in TEXT_PERCENTS]
        )
        self._bigger = CheckRow(self.tr("Bigger buttons (56 pixels)"))
        self._outlines = CheckRow(self.tr("Stronger outlines"))
        self._fog = CheckRow(self.tr("Today asks one question at a time"))
        self._error = ErrorLine()
        self._showing = False
        self._build()

    def show_values(self) -> None:
        settings = self._file.settings
        self._showing = True
        self._colors.choose(settings.colors)
        self._text.choose(str(settings.text_percent))
        self._bigger.setChecked(settings.bigger_buttons)
        self._outlines.setChecked(settings.stronger_outlines)
        self._fog.setChecked(settings.one_at_a_time)
        self._showing = False

    def _choose_colors(self, colors: Colors) -> None:
        self._keep(self._file.settings._replace(colors=colors))

    def _choose_text(self, percent: str) -> None:
        self._keep(self._file.settings._replace(text_percent=int(percent)))

    def _switch(self) -> None:
        if not self._showing:
            self._keep(
                self._file.settings._replace(
                    bigger_buttons=self._bigger.isChecked(),
                    stronger_outlines=self._outlines.isChecked(),
                    one_at_a_time=self._fog.isChecked(),
                )
            )

    def _keep(self, settings: WindowSettings) -> None:
        before = self._file.settings
        try:
            self._file.save(settings)
        except NotSavedError as error:
            self._error.show_error(str(error))
        else:
            self._error.show_error(None)
        dress(theme.current(), settings)
        if settings.one_at_a_time != before.one_at_a_time:
            self.changed.emit(Changes(profile=True))

    def _build(self) -> None:
        look = Card()
        look.add_title(self.tr("Display"))
        look.column.addWidget(self._error)
        for label, control in (
            (self.tr("Colors"), self._colors),
            (self.tr("Text size"), self._text),
        ):
            look.column.addWidget(WrappedLabel(label, strong=True))
            look.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        more = Card()
        more.column.addWidget(self._bigger)
        more.column.addWidget(self._outlines)
        fog = Card()
        fog.add_title(self.tr("For foggy days"))
        fog.column.addWidget(self._fog)
        words = self.tr("One symptom on each page, big buttons, few words. You can stop any time.")
        fog.column.addWidget(WrappedLabel(words, "small", tone="text2"))
        self._colors.chosen.connect(self._choose_colors)
        self._text.chosen.connect(self._choose_text)
        self._bigger.toggled.connect(self._switch)
        self._outlines.toggled.connect(self._switch)
        self._fog.toggled.connect(self._switch)
        for card in (look, more, fog):
            self.column.addWidget(card)
