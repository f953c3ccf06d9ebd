"""What this program is for, its keys, version and licenses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.ui.settings.intended_use import Block, BlockKind, intended_use
from tracker.ui.settings.keys_card import KeysCard
from tracker.ui.settings.section import Section
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import Heading, WrappedLabel


class AboutSection(Section):
    """Intended use, keys, version, licenses."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        use = Card()
        use.add_title(self.tr("What this program is for"), "info")
        for block in intended_use():
            use.column.addWidget(_shown(block))
        learn = SecondaryButton(self.tr("Learn about the illness and the drugs"), "book")
        learn.clicked.connect(self._go_to_learn)
        use.column.addWidget(learn, 0, Qt.AlignmentFlag.AlignLeft)
        about = Card()
        about.add_title(self.tr("Version and licenses"))
        about.column.addWidget(
            WrappedLabel(self.tr("Chemo Tracker {version}").format(version=version))
        )
        words = self.tr(
            "This program: MIT license. Qt for Python: LGPL 3. SQLAlchemy and Alembic: MIT. "
            "Typst: Apache 2.0. SQLCipher: BSD style. Inter and Noto fonts: SIL Open Font License."
        )
        about.column.addWidget(WrappedLabel(words, tone="text2"))
        for card in (use, KeysCard(), about):
            self.column.addWidget(card)

    def _go_to_learn(self) -> None:
        self.page_requested.emit("learn")


def _shown(block: Block) -> QWidget:
    if block.kind is BlockKind.HEADING:
        return Heading(block.text, 3)
    bullet = "\u2022 " if block.kind is BlockKind.BULLET else ""
    return WrappedLabel(bullet + block.text)
