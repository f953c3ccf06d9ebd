"""Heart: whose label counts first, the hospital's limit, risk factors."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.people import HeartProfile, LabelRegion
from tracker.domain.wording import at_start
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.ui.settings.section import Section
from tracker.ui.settings.state import with_factor, with_label, with_limit
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField


class HeartSection(Section):
    """What the heart rules must know once."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companion = companion
        labels = [
            (LabelRegion.US.value, self.tr("US label")),
            (LabelRegion.EU.value, self.tr("European label")),
        ]
        self._label = SegmentedControl(self.tr("Drug label shown first"), labels)
        self._limit = NumberField(
            self.tr("Lower limit of your hospital"),
            unit="%",
            hint=self.tr("What they call normal for the heart scan. Empty: not known."),
        )
        self._factors: dict[str, CheckRow] = {}
        self._none = CheckRow(self.tr("None of these"))
        self._showing = False
        self._build()

    def show_values(self) -> None:
        heart = self._heart()
        self._showing = True
        self._label.choose(heart.label.value)
        self._limit.set_text("" if heart.lvef_lower_limit is None else f"{heart.lvef_lower_limit}")
        for factor, row in self._factors.items():
            row.setChecked(factor in (heart.risk_factors or ()))
        self._none.setChecked(heart.risk_factors == ())
        self._showing = False

    def _choose_label(self, label: str) -> None:
        self._save(with_label(self._heart(), label))

    def _save_limit(self, typed: str) -> None:
        try:
            heart = with_limit(self._heart(), typed)
        except NotUnderstoodError as error:
            self._limit.show_error(str(error))
            return
        self._save(heart)

    def _leave_limit(self) -> None:
        self._save_limit(self._limit.text)

    def _switch_factor(self) -> None:
        if self._showing:
            return
        heart = self._heart()
        for factor, row in self._factors.items():
            heart = with_factor(heart, factor, present=row.isChecked())
        self._save(heart)
        self.show_values()

    def _switch_none(self) -> None:
        if self._showing:
            return
        heart = self._heart()
        factors = () if self._none.isChecked() else None
        self._save(replace(heart, risk_factors=factors))
        self.show_values()

    def _save(self, heart: HeartProfile) -> None:
        if heart != self._heart():
            self.save(lambda: self._companion.profile.update_heart(heart), self._limit.show_error)

    def _heart(self) -> HeartProfile:
        return self._companion.person().heart

    def _build(self) -> None:
        label = Card()
        label.add_title(self.tr("Drug label shown first"))
        words = self.tr("Labels of the same drug differ between countries. Both are shown.")
        label.column.addWidget(WrappedLabel(words, "small", tone="text2"))
        label.column.addWidget(self._label, 0, Qt.AlignmentFlag.AlignLeft)
        limit = Card()
        limit.add_title(self.tr("Heart scan"))
        limit.column.addWidget(self._limit)
        factors = Card()
        factors.add_title(self.tr("What do you have, or had before?"))
        words = self.tr(
            "Guidelines count these before treatment starts. Leave open what you don't know."
        )
        factors.column.addWidget(WrappedLabel(words, "small", tone="text2"))
        texts = self._companion.library.heart_rules.texts
        for factor, name in texts.risk_factors.items():
            row = CheckRow(at_start(name))
            row.setAccessibleDescription(texts.risk_factors_explained[factor])
            row.toggled.connect(self._switch_factor)
            self._factors[factor] = row
            factors.column.addWidget(row)
            about = WrappedLabel(texts.risk_factors_explained[factor], "small", tone="text2")
            about.setContentsMargins(34, 0, 0, 6)
            factors.column.addWidget(about)
        factors.column.addWidget(self._none)
        self._none.toggled.connect(self._switch_none)
        self._label.chosen.connect(self._choose_label)
        self._limit.submitted.connect(self._save_limit)
        self._limit.editor.editingFinished.connect(self._leave_limit)
        for card in (label, limit, factors):
            self.column.addWidget(card)
