"""What stands around the pages: the number to call, badges, the red strip, "When to call"."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.alerts import Alert, AlertLevel
from tracker.ui import text
from tracker.ui.frame import AdviceLine, Badge, CallSection, Frame, UrgentNotice
from tracker.ui.today.card_numbers import CallNumbers
from tracker.ui.today.watch import Watch

_CALLS = (AlertLevel.EMERGENCY, AlertLevel.CALL_NOW)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Frame", source)


def frame_of(watch: Watch, writer: str | None) -> Frame:
    """Return what stands around the pages now; `writer` None is the person herself."""
    watch.look()
    person, numbers = watch.person(), watch.numbers()
    line = numbers.line
    label = line.label if line else _tr("24-hour advice line")
    return Frame(
        person=person.name,
        advice_line=AdviceLine(label, line.phone if line else None),
        logging_as=writer,
        sample=person.is_sample,
        badges=_badges(watch),
        urgent=_urgent(watch.report().alerts, numbers),
        when_to_call=_sections(numbers),
        call_note=_card_note(numbers),
    )


def _badges(watch: Watch) -> dict[str, Badge]:
    checks = [check for check in watch.heart_checks() if check.overdue]
    if not checks or watch.booked_scan() is not None:
        return {}
    first = min(check.due for check in checks)
    spoken = _tr("1 reminder: heart scan was due {day}").format(day=text.short_day(first))
    return {"heart": Badge(_tr("Due"), spoken)}


def _urgent(alerts: tuple[Alert, ...], numbers: CallNumbers) -> UrgentNotice | None:
    for alert in alerts:
        if alert.level in _CALLS and alert.interrupts:
            emergency = alert.level is AlertLevel.EMERGENCY
            line = numbers.line.phone if numbers.line else None
            return UrgentNotice(alert.title, numbers.emergency if emergency else line)
    return None


def _sections(numbers: CallNumbers) -> tuple[CallSection, ...]:
    emergency = numbers.emergency or _tr("your emergency number")
    line = numbers.line.phone if numbers.line else None
    return (
        CallSection(
            _tr("Call {number} now").format(number=emergency),
            numbers.emergency,
            (
                _tr("Chest pain, or you cannot get your breath"),
                _tr("You collapse, have a fit, or become confused"),
                _tr("Bleeding that will not stop"),
            ),
            urgent=True,
        ),
        CallSection(
            _tr("Call your advice line now, by day or night"),
            line,
            (
                _tr("Your temperature is {number} or higher, even if you feel well").format(
                    number=numbers.call_at
                ),
                _tr("Shivering, or you feel very unwell at any temperature"),
                _tr("You cannot eat or drink, or nothing stays down"),
                _tr("Diarrhea 7 times or more over usual in 24 hours"),
                _tr("New breathlessness when you dress or talk, or lying flat"),
            ),
        ),
        CallSection(
            _tr("Call your team today"),
            None,
            (
                _tr("Something is clearly worse than yesterday"),
                _tr("A side effect stops you from doing what you must do"),
                _tr("Swollen ankles all day, or weight going up in a few days"),
            ),
        ),
    )


def _card_note(numbers: CallNumbers) -> str:
    if numbers.own_card:
        return _tr("The temperature is the one on your own card.")
    return _tr(
        "The temperature is what is usual where you are treated. Your own card counts more: "
        "type its number in Settings, Care team."
    )
