"""The signs of the heart in one place: today's answer and what the rules say to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui import text
from tracker.ui.heart.signs_state import HeartSign, HeartSigns
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


class SignsCard(Card):
    """What to call about today, whatever the numbers say.

    Signals:
        answer_asked: The answers of today are wanted; they are given on the Today page.
    """

    answer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("Call your team today if you notice"), "phone")
        self._signs: list[PartsLabel] = []
        self._weight = PartsLabel()
        self._emergency = WrappedLabel("", strong=True)
        self._emergency.make_selectable()
        settles = self.tr("A good scan result does not settle any of these.")
        self._answer = LinkButton(self.tr("Answer on the Today page"), "today")
        self._answer.clicked.connect(self.answer_asked)
        self.column.addWidget(self._emergency)
        self._first_sign = self.column.count()
        self.column.addWidget(self._weight)
        self.column.addWidget(WrappedLabel(settles, "small", tone="text2"))
        self.column.addWidget(self._answer, 0, Qt.AlignmentFlag.AlignLeft)

    def show_signs(self, signs: HeartSigns) -> None:
        """Show other answers."""
        while len(self._signs) < len(signs.signs):
            label = PartsLabel()
            self.column.insertWidget(self._first_sign + len(self._signs), label)
            self._signs.append(label)
        for label, sign in zip(self._signs, signs.signs, strict=True):
            label.show_parts([(sign.name, True), (f": {self._about(sign)}", False)])
        self._weight.show_parts([(self.tr("Weight"), True), (f": {self._gain(signs)}", False)])

    def show_number(self, number: str | None) -> None:
        """Show the emergency number."""
        words = self.tr("Chest pain, or you cannot get your breath: call {number} now.")
        who = number or self.tr("the emergency number")
        self._emergency.setText(words.format(number=who))

    def _about(self, sign: HeartSign) -> str:
        today = self._today(sign)
        if sign.calls_now:
            return f"{today} {sign.call}"
        if sign.call_from is None:
            start = self.tr("At any strength:")
        else:
            start = self.tr("From “{words}” on:").format(words=sign.call_from)
        return f"{today} {start} {sign.call}"

    def _today(self, sign: HeartSign) -> str:
        if sign.was_skipped:
            return self.tr("skipped today.")
        if sign.answer is None:
            return self.tr("no answer today.")
        return self.tr("today “{answer}”.").format(answer=sign.answer)

    def _gain(self, signs: HeartSigns) -> str:
        today = self.tr("not measured today.")
        if signs.weight is not None:
            value = f"{signs.weight.value:f}{text.NBSP}{signs.weight.unit}"
            today = self.tr("{value} today.").format(value=value)
        limits = ", ".join(
            self.tr("more than {n} {unit} in {days} ({who})").format(
                n=f"{limit.more_than.normalize():f}",
                unit=limit.unit,
                days=self._days(limit.within_days),
                who=limit.source.publisher,
            )
            for limit in signs.weight_limits
        )
        words = self.tr("{today} When it goes up by {limits}: {call}")
        return words.format(today=today, limits=limits, call=signs.weight_call)

    def _days(self, number: int) -> str:
        return self.tr("1 day") if number == 1 else self.tr("{n} days").format(n=number)
