"""The dialog that says when and whom to call; F1 opens it everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui import text
from tracker.ui.frame import CallSection, Frame
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.urgent import Bullets


class WhenToCallDialog(Dialog):
    """Shows the boxes of the frame; its main button copies the advice line's number.

    Args:
        has_more: Whether it offers a way to the Learn page.
    """

    def __init__(
        self, frame: Frame, parent: QWidget | None = None, *, has_more: bool = False
    ) -> None:
        super().__init__(
            self.tr("When to call"), self.tr("Copy number"), parent, cancel_text="", width=680
        )
        self.more_wanted = False
        self._number = frame.advice_line.number
        self.reject_button.setText(self.tr("Close"))
        self.reject_button.show()
        self.accept_button.setVisible(self._number is not None)
        for section in frame.when_to_call:
            self.body.addWidget(_section_card(section))
        if frame.call_note:
            self.body.addWidget(WrappedLabel(frame.call_note, "small", tone="text2"))
        if has_more:
            more = LinkButton(self.tr("Read more about calling, with sources"), "book")
            more.clicked.connect(self._leave_for_more)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    @classmethod
    def ask(cls, frame: Frame, parent: QWidget | None = None, *, has_more: bool = False) -> bool:
        """Show the dialog; "Copy number" puts the number on the clipboard.

        Returns:
            Whether the person wants to read more.
        """
        dialog = cls(frame, parent, has_more=has_more)
        if dialog.run() and frame.advice_line.number is not None:
            QApplication.clipboard().setText(frame.advice_line.number)
        return dialog.more_wanted

    def _leave_for_more(self) -> None:
        self.more_wanted = True
        self.reject()


def _section_card(section: CallSection) -> Card:
    card = Card("error" if section.urgent else "plain")
    card.add_title(section.title)
    if section.number is not None:
        number = WrappedLabel(text.whole(section.number), "display", tone=card.text_tone)
        number.make_selectable()
        card.column.addWidget(number)
    points = Bullets(card.text_tone)
    points.show_points(section.points)
    card.column.addWidget(points)
    return card
