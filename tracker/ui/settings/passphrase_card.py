"""Settings, Privacy: set, change and remove the passphrase; when to lock."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui.recovery_key import RecoveryKeyDialog
from tracker.ui.settings.state import DiaryLock
from tracker.ui.settings.window_settings import LOCK_MINUTES
from tracker.ui.widgets.buttons import PaintedButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.new_passphrase import NewPassphrase
from tracker.ui.widgets.secret_field import SecretField


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
        self._now = SecretField(
            self.tr("Passphrase now"), hint=self.tr("Your printed recovery key serves as well")
        )
        self._new = NewPassphrase(*(self._now,) if lock.is_set() else ())
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
        if is_set:
            self.column.addWidget(self._now)
        self.column.addWidget(self._new)
        if not is_set:
            self._button(self.tr("Encrypt the diary"), self._set)
            return
        self._button(self.tr("Change the passphrase"), self._change)
        self._build_keyring()
        self._button(self.tr("Make a new recovery key"), self._renew)
        self._button(self.tr("Remove the passphrase"), self._remove)

    def _build_keyring(self) -> None:
        opens = self._lock.keyring_opens()
        if opens:
            words = self.tr(
                "On this computer the diary opens without asking: its keyring keeps a key. The "
                "lock page still asks."
            )
            self.column.addWidget(WrappedLabel(words, tone="text2"))
            self._button(self.tr("Ask for the passphrase again"), self._ask_again)
        elif self._lock.keyring_is_usable():
            self._button(self.tr("Open without asking on this computer"), self._let_keyring)

    def _button(self, text: str, act: Callable[[], None]) -> PaintedButton:
        button = SecondaryButton(text)
        button.clicked.connect(act)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _set(self) -> None:
        new = self._new_words()
        if new is not None:
            self._try(self._new.refuse, lambda: self._tell(self._lock.set(new)))

    def _change(self) -> None:
        new = self._new_words()

        def change() -> None:
            self._lock.change(self._now.text, new or "")
            for field in (self._now, self._new):
                field.forget()
            self.said.emit(self.tr("The passphrase was changed"))

        if new is not None:
            self._try(self._now.show_error, change)

    def _new_words(self) -> str | None:
        try:
            return self._new.take()
        except NotUnderstoodError:  # the field says why
            return None

    def _let_keyring(self) -> None:
        self._try(self._now.show_error, self._reopened(self._lock.let_keyring_open))

    def _ask_again(self) -> None:
        self._try(self._now.show_error, self._reopened(lambda _: self._lock.ask_again()))

    def _reopened(self, act: Callable[[str], None]) -> Callable[[], None]:
        def acting() -> None:
            act(self._now.text)
            self.reopen_wanted.emit()

        return acting

    def _renew(self) -> None:
        self._try(
            self._now.show_error, lambda: self._show(self._lock.renew_recovery_key(self._now.text))
        )

    def _remove(self) -> None:
        def remove() -> None:
            self._lock.remove(self._now.text)
            self.reopen_wanted.emit()

        self._try(self._now.show_error, remove)

    def _tell(self, recovery_key: str) -> None:
        self._show(recovery_key)
        self.reopen_wanted.emit()

    def _show(self, recovery_key: str) -> None:
        RecoveryKeyDialog.tell(recovery_key, self.window())

    def _try(self, refuse: Callable[[str | None], None], act: Callable[[], None]) -> None:
        refuse(None)
        try:
            act()
        except TrackerError as error:
            refuse(str(error))

    def _keep_minutes(self, minutes: str) -> None:
        self._try(self._now.show_error, lambda: self._lock.lock_after(int(minutes)))

    def _keep_number(self, shown: bool) -> None:  # noqa: FBT001 - the signal's own signature
        self._try(self._now.show_error, lambda: self._lock.show_number(shown=shown))
