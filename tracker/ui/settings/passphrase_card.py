"""Settings, Privacy: set, change and remove the passphrase; when to lock."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.ui.settings.state import DiaryLock
from tracker.ui.settings.window_settings import LOCK_MINUTES
from tracker.ui.widgets.buttons import PaintedButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.secret_field import SecretField, letters_switch


class RecoveryKeyDialog(Dialog):
    """Shows the recovery key once; it is kept nowhere."""

    @staticmethod
    def tell(recovery_key: str, parent: QWidget) -> None:
        """Show the key until the person says that she has it."""
        RecoveryKeyDialog(recovery_key, parent).run()

    def __init__(self, recovery_key: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, cancel_text="")
        self.setWindowTitle(self.tr("Your recovery key"))
        self.accept_button.setText(self.tr("I have written it down"))
        self.accept_button.setAccessibleName(self.tr("I have written it down"))
        words = self.tr(
            "It opens the diary when the passphrase is forgotten. Nothing else does: nobody can "
            "reset it. Write it on paper and keep it where you keep papers like this."
        )
        shown = WrappedLabel(recovery_key, "h2")
        shown.make_selectable()
        shown.setAccessibleName(self.tr("Recovery key: {key}").format(key=recovery_key))
        self.body.addWidget(WrappedLabel(self.windowTitle(), "h1"))
        self.body.addWidget(WrappedLabel(words))
        self.body.addWidget(shown)


class PassphraseCard(Card):
    """One passphrase, or none.

    Signals:
        reopen_wanted: The file is another one now; the window must be built anew.
        said: A line for the toast.
    """

    reopen_wanted = Signal()
    said = Signal(str)

    def __init__(self, lock: DiaryLock, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._lock = lock
        self._now = SecretField(self.tr("Passphrase now"))
        self._new = SecretField(
            self.tr("New passphrase"), hint=self.tr("A few words that only you would put together")
        )
        self._again = SecretField(self.tr("The same again"))
        self.add_title(self.tr("Passphrase"), "lock")
        if lock.is_set():
            self._build_locking()
        else:
            words = self.tr(
                "With a passphrase the diary is encrypted: whoever takes the computer or the file "
                "cannot read it. Copies that you made before stay readable; delete them yourself."
            )
            self.column.addWidget(WrappedLabel(words, tone="text2"))
        self._build_fields()

    def _build_locking(self) -> None:
        self._button(self.tr("Lock now"), self._lock.lock_now)
        self.column.addWidget(WrappedLabel(self.tr("Lock when nobody types for"), strong=True))
        names = {0: self.tr("Never")}
        minutes = SegmentedControl(
            self.tr("Lock when nobody types for"),
            [(str(n), names.get(n) or self.tr("{n} minutes").format(n=n)) for n in LOCK_MINUTES],
        )
        minutes.choose(str(self._lock.minutes()))
        minutes.chosen.connect(self._keep_minutes)
        self.column.addWidget(minutes, 0, Qt.AlignmentFlag.AlignLeft)
        number = CheckRow(
            self.tr(
                "Show my team's number on the lock page from the start. The number then stands "
                "outside the encrypted diary."
            )
        )
        number.setChecked(self._lock.number_shown())
        number.toggled.connect(self._keep_number)
        self.column.addWidget(number)

    def _build_fields(self) -> None:
        is_set = self._lock.is_set()
        fields = (self._now, self._new, self._again) if is_set else (self._new, self._again)
        for field in fields:
            self.column.addWidget(field)
        self.column.addWidget(letters_switch(self.tr("Show what I type"), *fields))
        if not is_set:
            self._button(self.tr("Encrypt the diary"), self._set)
            return
        self._button(self.tr("Change the passphrase"), self._change)
        self._button(self.tr("Make a new recovery key"), self._renew)
        self._button(self.tr("Remove the passphrase"), self._remove)

    def _button(self, text: str, act: Callable[[], None]) -> PaintedButton:
        button = SecondaryButton(text)
        button.clicked.connect(act)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _set(self) -> None:
        if self._twice_the_same():
            self._try(self._new, lambda: self._tell(self._lock.set(self._new.text)))

    def _change(self) -> None:
        def change() -> None:
            self._lock.change(self._now.text, self._new.text)
            for field in (self._now, self._new, self._again):
                field.set_text("")
            self.said.emit(self.tr("The passphrase was changed"))

        if self._twice_the_same():
            self._try(self._now, change)

    def _renew(self) -> None:
        self._try(self._now, lambda: self._show(self._lock.renew_recovery_key(self._now.text)))

    def _remove(self) -> None:
        def remove() -> None:
            self._lock.remove(self._now.text)
            self.reopen_wanted.emit()

        self._try(self._now, remove)

    def _tell(self, recovery_key: str) -> None:
        self._show(recovery_key)
        self.reopen_wanted.emit()

    def _show(self, recovery_key: str) -> None:
        RecoveryKeyDialog.tell(recovery_key, self.window())

    def _twice_the_same(self) -> bool:
        same = self._new.text == self._again.text
        self._again.show_error(None if same else self.tr("This is not the same as above"))
        return same

    def _try(self, field: SecretField, act: Callable[[], None]) -> None:
        field.show_error(None)
        try:
            act()
        except TrackerError as error:
            field.show_error(str(error))

    def _keep_minutes(self, minutes: str) -> None:
        self._try(self._now, lambda: self._lock.lock_after(int(minutes)))

    def _keep_number(self, shown: bool) -> None:  # noqa: FBT001 - the signal's own signature
        self._try(self._now, lambda: self._lock.show_number(shown=shown))
