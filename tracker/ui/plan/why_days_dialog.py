"""Why something is usual on a day of the plan: which drug, on which days, by which text."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.domain.expected import Expected
from tracker.domain.sources import Source
from tracker.domain.wording import at_start
from tracker.ui import text
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel


class WhyTheseDaysDialog(Dialog):
    """Names for each window its days, and for each drug what its text says."""

    def __init__(
        self,
        expected: tuple[Expected, ...],
        sources: Mapping[str, Source],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Why these days?"), self.tr("Close"), parent, cancel_text="")
        for each in expected:
            self.body.addWidget(WrappedLabel(_heading(each), strong=True))
            for cause in each.causes:
                if cause.words != each.text:
                    self.body.addWidget(WrappedLabel(at_start(cause.words)))
                source = sources[cause.source]
                self.body.addWidget(
                    WrappedLabel(f"{source.title}; {source.where}.", "small", tone="text2")
                )
        words = self.tr(
            "These days are usual ones; yours may differ. All drugs of a cycle count together."
        )
        self.body.addWidget(WrappedLabel(words, "small", tone="text2"))

    @classmethod
    def ask(
        cls, expected: tuple[Expected, ...], sources: Mapping[str, Source], parent: QWidget
    ) -> None:
        """Show the reasons until they are closed."""
        cls(expected, sources, parent).run()


def _heading(each: Expected) -> str:
    if each.starts_on == each.ends_on:
        return each.text
    days = QCoreApplication.translate("plan", "{first} to {last}").format(
        first=text.short_day(each.starts_on), last=text.short_day(each.ends_on)
    )
    return f"{each.text} {days}."
