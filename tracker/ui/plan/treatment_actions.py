"""What can be done with one treatment day, as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.plan import wording
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.buttons import LinkButton, PaintedButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel


class TreatmentActions(QWidget):
    """Buttons for one planned treatment: given or not where its day has come, else move.

    Signals:
        given: It was given on its day.
        given_otherwise: It was given, but not on that day, not all of it, or differently.
        left_out: It was not given.
        move_asked: It is to be moved.
        typed_day_let_go: Its typed day is to be the computed one again.
        All carry the `TreatmentAt`.
    """

    given = Signal(object)
    given_otherwise = Signal(object)
    left_out = Signal(object)
    move_asked = Signal(object)
    typed_day_let_go = Signal(object)

    def __init__(
        self,
        treatment: TreatmentAt,
        *,
        has_come: bool,
        is_today: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._treatment = treatment
        self._name = wording.treatment(treatment.name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if has_come:
            self._add_given(is_today=is_today)
        if is_today or not has_come:
            words = self.tr("Delay or move {name}").format(name=self._name)
            self._column.addWidget(self._button(SecondaryButton(words, "arrow-right"), self._move))
        if treatment.is_typed:
            self._column.addWidget(WrappedLabel(self.tr("This date was typed."), "small"))
            words = self.tr("Use the computed date again")
            self._column.addWidget(self._button(LinkButton(words, "undo"), self._let_go))
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _add_given(self, *, is_today: bool) -> None:
        words = self.tr("Given today") if is_today else self.tr("Yes, on that day")
        kind = PrimaryButton if is_today else SecondaryButton
        self._column.addWidget(self._button(kind(words, "check"), self._give))
        row = QWidget()
        flow = FlowLayout(row, gap=2)
        flow.addWidget(self._button(LinkButton(self.tr("It went differently")), self._tell_how))
        flow.addWidget(self._button(LinkButton(self.tr("It was left out")), self._leave_out))
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._column.addWidget(row)

    def _button(self, button: PaintedButton, slot: object) -> PaintedButton:
        if self._name not in button.shown_text:
            button.setAccessibleName(f"{button.shown_text}: {self._name}")
        button.clicked.connect(slot)
        return button

    def _give(self) -> None:
        self.given.emit(self._treatment)

    def _tell_how(self) -> None:
        self.given_otherwise.emit(self._treatment)

    def _leave_out(self) -> None:
        self.left_out.emit(self._treatment)

    def _move(self) -> None:
        self.move_asked.emit(self._treatment)

    def _let_go(self) -> None:
        self.typed_day_let_go.emit(self._treatment)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(8))
