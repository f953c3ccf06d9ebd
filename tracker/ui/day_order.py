"""Whether the month or the day comes first where a date is typed in boxes."""

from typing import Literal

from PySide6.QtCore import QLocale

Order = Literal["dmy", "mdy"]
_MONTH_FIRST = ("US",)
_countries: list[str] = []


def write_days_as_in(country: str | None) -> None:
    """Follow a country where the computer does not say how days are written."""
    _countries[:] = [country] if country else []


def order_of_days() -> Order:
    """Return the order of this computer; where it has none, that of the person's country."""
    computer = QLocale()
    if computer.language() is QLocale.Language.C:
        return "mdy" if set(_countries) & set(_MONTH_FIRST) else "dmy"
    short = computer.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "mdy" if short.find("m") < short.find("d") and not short.startswith("y") else "dmy"
