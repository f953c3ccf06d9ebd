"""Which column of somebody else's table is which, with what comes of it before it is stored."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.foreign_symptoms import (
    ForeignTable,
    Planned,
    doubtful_scale,
    guessed_columns,
)
from tracker.ui.importing.all_rows import AllRows
from tracker.ui.importing.mapping_state import (
    ORDERS,
    SCALES,
    TO_MORE,
    Chosen,
    all_lines,
    mapping_of,
    orders_to_ask,
    preview_lines,
    shows_all,
    summary,
    what_is_missing,
    what_was_added,
)
from tracker.ui.importing.name_choices import NameChoices
from tracker.ui.settings.state import DiaryFile
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

_NO_NOTE = "-1"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What was stored.

    Attributes:
        words: What to say of it.
        changes: For the pages.
        first: Id of the first answer; undo takes it away with all others.
    """

    words: str
    changes: Changes
    first: UUID


def bring_in_table(
    path: Path, file: DiaryFile, companion: Companion, parent: QWidget
) -> BroughtIn | None:
    """Ask, show and store; return what was stored, None when nothing was wanted.

    Raises:
        TrackerError: The file is no table, or the disk refused; nothing was stored.
    """
    dialog = MappingDialog(file.read_table(path), companion, parent)
    wanted = dialog.run()
    planned = dialog.planned
    if not wanted or planned is None:
        return None
    changes = companion.foreign.bring_in(planned)
    return BroughtIn(what_was_added(planned), changes, planned.entries[0].id)


class MappingDialog(Dialog):
    """Four columns, the order of a date where nobody can tell, and names that are not known.

    Attributes:
        planned: What would be stored; None while the columns are not chosen.
    """

    def __init__(
        self, table: ForeignTable, companion: Companion, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("Mapping", "Bring in symptoms from a table")
        super().__init__(title, QCoreApplication.translate("Mapping", "Bring in"), parent)
        self._table, self._companion = table, companion
        self.planned: Planned | None = None
        columns = [(str(place), name) for place, name in enumerate(table.columns)]
        self._day = SelectField(self.tr("Column with the day"), columns)
        self._symptom = SelectField(self.tr("Column with the symptom"), columns)
        self._severity = SelectField(
            self.tr("Column with how bad it was"), columns, hint=self.tr("0 to 4, or words")
        )
        none = [(_NO_NOTE, self.tr("No notes")), *columns]
        self._note = SelectField(self.tr("Column with a note"), none)
        self._order = SelectField(self.tr("How a day is written there"), ORDERS)
        self._scale = SelectField(
            self.tr("How far do the numbers count?"),
            SCALES,
            hint=self.tr("From 0 to 4: rows with more are left out. To more: all numbers are."),
        )
        self._names = NameChoices(companion.library.symptoms)
        self._summary = WrappedLabel("", strong=True)
        self._preview = WrappedLabel("", tone="text2")
        self._rows = AllRows(self._all_lines)
        self._missing = MessageBox("error", self.tr("Something is missing"))
        self._fill()
        self._guess()

    def check(self) -> bool:
        ready = self.planned is not None and bool(self.planned.entries)
        self._missing.setVisible(not ready)
        if not ready:
            self._missing.show_text(self.tr("Nothing to bring in yet"), self._summary.text())
            self._scroll_area.verticalScrollBar().setValue(0)
        return ready

    def _fill(self) -> None:
        words = self.tr("Say which column is which. Nothing is stored before you have seen it.")
        self.body.addWidget(WrappedLabel(words))
        self.body.addWidget(self._missing)
        self._missing.hide()
        # First: what would be added is looked up with the names of the column chosen now, and what
        # was said about another column is not said about this one.
        self._symptom.chosen.connect(self._show_names)
        self._day.chosen.connect(lambda: self._order.choose(None))
        self._severity.chosen.connect(lambda: self._scale.choose(None))
        for field in (
            self._day,
            self._order,
            self._symptom,
            self._severity,
            self._scale,
            self._note,
        ):
            self.body.addWidget(field)
            field.chosen.connect(self._look)
        self._names.chosen.connect(self._look)
        self.body.addWidget(self._names)
        self.body.addWidget(Heading(self.tr("What would be brought in"), 2))
        self.body.addWidget(self._summary)
        self.body.addWidget(self._preview)
        self.body.addWidget(self._rows)

    def _guess(self) -> None:
        guessed = guessed_columns(self._table.columns)
        for what, field in (
            ("day", self._day),
            ("symptom", self._symptom),
            ("severity", self._severity),
            ("note", self._note),
        ):
            if what in guessed:
                field.choose(str(guessed[what]))
        self._show_names()
        self._look()

    def _show_names(self) -> None:
        column = _place(self._symptom)
        unknown = (
            () if column is None else self._companion.foreign.unknown_names(self._table, column)
        )
        self._names.show_names(unknown)

    def _look(self) -> None:
        """Show what the table would add with the columns as they are chosen now."""
        chosen = self._chosen()
        mapping = mapping_of(chosen, self._names.choices())
        foreign, symptoms = self._companion.foreign, self._companion.library.symptoms
        self.planned = None if mapping is None else foreign.plan(self._table, mapping)
        missing = what_is_missing(chosen, self._table) if mapping is None else ""
        self._summary.setText(missing if self.planned is None else summary(self.planned))
        lines = preview_lines(self.planned, symptoms)
        self._preview.setText("\n".join(lines))
        self._preview.setVisible(bool(lines))
        self._rows.look(needed=not shows_all(self.planned))
        # What was missing before is chosen now, or stands in the summary.
        self._missing.hide()

    def _chosen(self) -> Chosen:
        """Return what is chosen; what nobody can tell from the table alone is asked."""
        day, severity, note = map(_place, (self._day, self._severity, self._note))
        orders = () if day is None else orders_to_ask(self._table, day)
        self._order.setVisible(len(orders) > 1)
        doubtful = severity is not None and doubtful_scale(self._table, severity) is not None
        self._scale.setVisible(doubtful)
        return Chosen(
            day=day,
            order=self._order.choice if len(orders) > 1 else next(iter(orders), None),
            symptom=_place(self._symptom),
            severity=severity,
            scale=self._scale.choice if doubtful else TO_MORE,
            note=None if note is None or note < 0 else note,
        )

    def _all_lines(self) -> tuple[str, ...]:
        return all_lines(self.planned, self._companion.library.symptoms)


def _place(field: SelectField) -> int | None:
    return None if field.choice is None else int(field.choice)
