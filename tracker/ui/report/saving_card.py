"""The card that asks in which form something is saved, and saves it."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tracker.services.printing import AttachedForm, ExportChoices
from tracker.ui import theme
from tracker.ui.report.state import SaveForm
from tracker.ui.widgets.buttons import PrimaryButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow, ChoiceCard
from tracker.ui.widgets.choices import ChoiceCards
from tracker.ui.widgets.labels import WrappedLabel

_IN_THE_EVENING = time(20)
_CARDS_IN_A_ROW = 2
_ONE_COLUMN_BELOW_EFF = 300


class SavingCard(Card):
    """Offers the report as PDF, and the record for a spreadsheet, a hospital or a calendar.

    Signals:
        save_wanted: Save what `form` says, with `choices`.
        print_wanted: Print the report.
        diary_wanted: Save the diary of everybody.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    diary_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("How to save it"), "save")
        self._forms: dict[SaveForm, ChoiceCard] = {}
        self._can_attach = True
        self._says = ""
        self._grid = QGridLayout()
        self._build_forms()
        self._build_choices()
        self._build_buttons()
        self._forms[SaveForm.PDF].setChecked(True)

    @property
    def form(self) -> SaveForm:
        """What is chosen."""
        return next(form for form, card in self._forms.items() if card.isChecked())

    @property
    def choices(self) -> ExportChoices:
        """What is chosen about the record."""
        return ExportChoices(
            a_row_per_day=self._row_per_day.isChecked(),
            details=self._details.isChecked(),
            check_in_at=_IN_THE_EVENING if self._reminder.isChecked() else None,
        )

    @property
    def attached(self) -> tuple[AttachedForm, ...]:
        """In which forms the diary goes inside the PDF; none unless the person ticked it."""
        rows = {AttachedForm.FHIR: self._inside_fhir, AttachedForm.JSON: self._inside_json}
        return tuple(form for form, row in rows.items() if self._can_attach and row.isChecked())

    def offer_attachments(self, *, offered: bool) -> None:
        """Offer to put the diary inside the PDF, or not for this page."""
        self._can_attach = offered
        self._show_choices()

    def show_busy(self, *, busy: bool) -> None:
        """Keep the button from being pressed again while a file is written."""
        self._save.setEnabled(not busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_forms()

    def _build_forms(self) -> None:
        cards = ChoiceCards(self.tr("Format"))
        for form, title, detail in (
            (SaveForm.PDF, self.tr("PDF"), self.tr("To print or to show")),
            (SaveForm.TABLE, self.tr("CSV"), self.tr("Every entry for a spreadsheet")),
            (SaveForm.FHIR, self.tr("FHIR"), self.tr("For the hospital’s computer system")),
            (SaveForm.CALENDAR, self.tr("Calendar"), self.tr("Treatment days for your phone")),
        ):
            card = ChoiceCard(title, detail)
            card.toggled.connect(self._follow_form)
            self._forms[form] = card
        cards.column.addLayout(self._grid)
        self.column.addWidget(cards)
        self._place_forms()

    def _place_forms(self) -> None:
        narrow = theme.current().eff(self.width()) < _ONE_COLUMN_BELOW_EFF
        columns = 1 if narrow else _CARDS_IN_A_ROW
        for column in range(_CARDS_IN_A_ROW):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for number, card in enumerate(self._forms.values()):
            self._grid.addWidget(card, *divmod(number, columns))

    def _build_choices(self) -> None:
        self._row_per_day = CheckRow(self.tr("One row for each day, one column for each symptom"))
        self._details = CheckRow(self.tr("Say what each day is for"))
        at = self.tr("Remind me of the check-in every day at {time}")
        self._reminder = CheckRow(at.format(time=_IN_THE_EVENING.strftime("%H:%M")))
        self._inside_fhir = CheckRow(self.tr("Put my diary inside the PDF for hospital computers"))
        self._inside_json = CheckRow(self.tr("Put my diary inside the PDF for this program"))
        for inside in (self._inside_fhir, self._inside_json):
            inside.toggled.connect(self._show_choices)
        self._hint = WrappedLabel("", "small", tone="text2")
        for row in (
            self._row_per_day, self._details, self._reminder,
            self._inside_fhir, self._inside_json, self._hint,
        ):  # fmt: skip
            row.hide()
            self.column.addWidget(row)

    def _build_buttons(self) -> None:
        row = QHBoxLayout()
        self._save = PrimaryButton(self.tr("Save PDF"), "save")
        self._save.clicked.connect(self.save_wanted)
        paper = SecondaryButton(self.tr("Print"), "print")
        paper.clicked.connect(self.print_wanted)
        row.addWidget(self._save, 1)
        row.addWidget(paper)
        self.column.addLayout(row)
        words = self.tr("Saved only on this computer. You choose who sees it.")
        self.column.addWidget(WrappedLabel(words, "small", tone="text2"))
        whole = SecondaryButton(self.tr("Save the whole diary for another computer"), "copy")
        whole.clicked.connect(self.diary_wanted)
        self.column.addWidget(whole)

    def _follow_form(self, is_chosen: bool) -> None:  # noqa: FBT001 - Qt passes it so
        if not is_chosen:
            return
        whole = self.tr("It covers your whole diary, not only the days chosen here.")
        label, self._says = {
            SaveForm.PDF: (self.tr("Save PDF"), ""),
            SaveForm.TABLE: (self.tr("Save CSV"), whole),
            SaveForm.FHIR: (
                self.tr("Save FHIR"),
                self.tr("{whole} Notes and questions stay out.").format(whole=whole),
            ),
            SaveForm.CALENDAR: (
                self.tr("Save calendar"),
                self.tr(
                    "Unless you say what each day is for, every event is only called “Appointment”."
                    " A reminder stays in your calendar until you delete it there."
                ),
            ),
        }[self.form]
        self._save.setText(label)
        self._show_choices()

    def _show_choices(self) -> None:
        form = self.form
        self._row_per_day.setVisible(form is SaveForm.TABLE)
        self._details.setVisible(form is SaveForm.CALENDAR)
        self._reminder.setVisible(form is SaveForm.CALENDAR)
        for row in (self._inside_fhir, self._inside_json):
            row.setVisible(form is SaveForm.PDF and self._can_attach)
        inside = self.tr("Whoever gets the PDF can take your whole diary out of it and read it.")
        hint = inside if form is SaveForm.PDF and self.attached else self._says
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
