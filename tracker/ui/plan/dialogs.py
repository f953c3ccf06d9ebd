"""The question of what was left out, and what all questions of the Plan page share."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.course import Reason
from tracker.errors import TrackerError
from tracker.ui.keeping import KeptDialog
from tracker.ui.plan import wording
from tracker.ui.plan.treatment_days import Aim, TreatmentAt
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.labels import WrappedLabel

_REASONS = (
    Reason.LOW_COUNTS,
    Reason.INFECTION,
    Reason.OTHER_SIDE_EFFECT,
    Reason.CLINIC_CLOSED,
    Reason.HOLIDAY,
    Reason.HEART_RESULT,
    Reason.OWN_CHOICE,
)


class ReasonChips(QWidget):
    """Asks why, and takes no answer for an answer.

    Args:
        asked: The question; "" asks only why.
        before: Answers that are no reason, ahead of the reasons; read them from `chips`.
    """

    def __init__(self, asked: str = "", before: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        asked = asked or self.tr("Why? (you can skip this)")
        column.addWidget(WrappedLabel(asked, strong=True))
        reasons = [(reason.value, wording.reason_label(reason)) for reason in _REASONS]
        self._chips = ChipGroup(asked, [*before, *reasons])
        column.addWidget(self._chips)

    @property
    def chips(self) -> ChipGroup:
        """What is chosen from."""
        return self._chips

    @property
    def reason(self) -> Reason:
        """The reason that was chosen, or `OTHER`."""
        chosen = self._chips.choices
        return Reason(chosen[0]) if chosen else Reason.OTHER


class AimChips(QWidget):
    """Asks what is meant where a day has more than one track; hidden where it has one.

    `changed` of the chips is passed on as a call of `on_change`.
    """

    def __init__(
        self,
        asked: str,
        aims: tuple[Aim, ...],
        on_change: Callable[[], None] | None = None,
        *,
        all_label: str = "",
    ) -> None:
        super().__init__()
        self._aims = aims
        self._on_change = on_change
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappedLabel(asked, strong=True))
        options = [(str(place), wording.aim_label(aim)) for place, aim in enumerate(aims)]
        if all_label:
            options[0] = ("0", all_label)
        self._chips = ChipGroup(asked, options)
        self._chips.choose("0")
        self._chips.changed.connect(self._changed)
        column.addWidget(self._chips)
        self.setVisible(len(aims) > 1)

    @property
    def chips(self) -> ChipGroup:
        """What is chosen from."""
        return self._chips

    @property
    def aim(self) -> Aim:
        """What is meant; everything, where nothing is chosen."""
        chosen = self._chips.choices
        return self._aims[int(chosen[0])] if chosen else self._aims[0]

    def _changed(self) -> None:
        if not self._chips.choices:
            self._chips.choose("0")
        if self._on_change is not None:
            self._on_change()


class RecordingDialog(KeptDialog):
    """Stores its answer when it is accepted; refused, it says why and stays open."""

    def __init__(self, title: str, accept: str, parent: QWidget | None, width: int = 660) -> None:
        super().__init__(title, accept, parent, width=width)
        self._refusal = WrappedLabel("", tone="urgentText")
        self._refusal.hide()

    def record(self) -> None:
        """Store the answer.

        Raises:
            TrackerError: It was refused; nothing was stored.
        """
        raise NotImplementedError

    def check(self) -> bool:
        try:
            self.record()
        except TrackerError as error:
            self.show_refusal(str(error))
            return False
        return True

    def show_refusal(self, sentence: str) -> None:
        """Say why it was not stored; empty takes the sentence away."""
        if self._refusal.parent() is None:
            self.body.addWidget(self._refusal)
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


class OmitDialog(RecordingDialog):
    """Notes that a dose was left out; the app records what the team decided."""

    def __init__(
        self,
        treatment: TreatmentAt,
        omit: Callable[[Aim, Reason], None],
        parent: QWidget | None = None,
    ) -> None:
        name = wording.treatment(treatment.name)
        title = self.tr("Was {name} left out?").format(name=name)
        super().__init__(title, self.tr("Note {name} as left out").format(name=name), parent)
        self._omit = omit
        words = self.tr("Note this when your team left it out. It is not made up for later.")
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._aims = AimChips(self.tr("What was left out?"), treatment.aims)
        self._reasons = ReasonChips()
        self.body.addWidget(self._aims)
        self.body.addWidget(self._reasons)

    def record(self) -> None:
        self._omit(self._aims.aim, self._reasons.reason)
