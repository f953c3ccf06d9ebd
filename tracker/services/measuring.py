"""Measured values, read as typed: temperature, weight, blood pressure, pulse, lab values, LVEF."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from tracker.domain.entries import (
    BloodPressureEntry,
    LabEntry,
    LvefEntry,
    LvefMethod,
    PulseEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.entry_words import Comparator
from tracker.domain.measurements import (
    TemperatureUnit,
    Weight,
    WeightUnit,
    number_and_unit,
    parse_number,
    parse_temperature,
    parse_weight,
)
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Saved, SavedDay
from tracker.services.desk import Desk
from tracker.services.lab_checks import check_lab, lab_number
from tracker.services.lab_units import stored_unit
from tracker.services.ports import EntryQuery
from tracker.services.recording import Recorder

_PRESSURE_LIKE = "in mm Hg, like 120"
_PULSE_LIKE = "in beats per minute, like 72"
_A_MONTH = timedelta(days=31)
TEMPERATURE_FLAGS = ("after-fever-medicine",)


class Measuring:
    """Stores what was measured."""

    _desk: Desk
    _recorder: Recorder

    def temperature(
        self,
        typed: str,
        unit: TemperatureUnit,
        *,
        day: date | None = None,
        flags: Sequence[str] = (),
        by: str | None = None,
    ) -> Saved:
        """Store a temperature as typed, in the unit of the field.

        Raises:
            NotUnderstoodError: Not a body temperature in that unit, or an unknown flag.
        """
        check_temperature_flags(flags)
        reading, number = parse_temperature(typed, unit), number_and_unit(typed)[0]
        stamp = self._recorder.stamp(day, by)
        flags = tuple(dict.fromkeys(flags))
        return self._recorder.save(
            TemperatureEntry(**stamp, temperature=reading, flags=flags, typed=number)
        )

    def weight(
        self, typed: str, unit: WeightUnit, *, day: date | None = None, by: str | None = None
    ) -> Saved:
        """Store a body weight as typed.

        Raises:
            NotUnderstoodError: Not a body weight in that unit, or a day still to come.
        """
        weight = parse_weight(typed, unit)
        return self._recorder.save(WeightEntry(**self._recorder.stamp(day, by), weight=weight))

    def blood_pressure(
        self, systolic: str, diastolic: str, *, day: date | None = None, by: str | None = None
    ) -> Saved:
        """Store a blood pressure in mm Hg, the higher number first.

        Raises:
            NotUnderstoodError: Numbers that cannot be right, or a day still to come.
        """
        return self._recorder.save(self._pressure(systolic, diastolic, day, by))

    def pressure_and_pulse(
        self,
        systolic: str,
        diastolic: str,
        pulse: str,
        *,
        day: date | None = None,
        by: str | None = None,
    ) -> SavedDay:
        """Store what one measuring showed, together; an empty pulse, or pressure, is left out.

        Raises:
            NotUnderstoodError: One of the numbers cannot be right; none is stored.
        """
        entries: list[BloodPressureEntry | PulseEntry] = []
        if systolic.strip() or diastolic.strip() or not pulse.strip():
            entries.append(self._pressure(systolic, diastolic, day, by))
        if pulse.strip():
            beats = parse_number(pulse, _PULSE_LIKE)
            entries.append(PulseEntry(**self._recorder.stamp(day, by), beats_per_minute=beats))
        changes = self._recorder.replace(added=entries, removed=())
        return SavedDay(tuple(entries), changes)

    def pulse(self, typed: str, *, day: date | None = None, by: str | None = None) -> Saved:
        """Store heart beats per minute.

        Raises:
            NotUnderstoodError: A number that cannot be right, or a day still to come.
        """
        beats = parse_number(typed, _PULSE_LIKE)
        stamp = self._recorder.stamp(day, by)
        return self._recorder.save(PulseEntry(**stamp, beats_per_minute=beats))

    def lab(  # noqa: PLR0913 - a lab slip has this many columns
        self,
        test: str,
        typed: str,
        unit: str,
        *,
        low: str | None = None,
        high: str | None = None,
        comparator: str | None = None,
        day: date | None = None,
        by: str | None = None,
    ) -> Saved:
        """Store a lab value with the range printed on the slip; `unit` as slips write it.

        Raises:
            NotUnderstoodError: Unknown test, a unit that does not fit it, or an implausible value.
        """
        unit = stored_unit(unit)
        read = partial(lab_number, self._desk.library, test, unit=unit)
        entry = LabEntry(
            **self._recorder.stamp(day, by),
            test=test,
            value=read(typed),
            unit=unit,
            low=read(low) if low else None,
            high=read(high) if high else None,
            comparator=_comparator(comparator),
        )
        check_lab(self._desk.library, entry)
        return self._recorder.save(entry)

    def lvef(
        self,
        typed: str,
        method: LvefMethod = LvefMethod.UNKNOWN,
        *,
        note: str | None = None,
        day: date | None = None,
        by: str | None = None,
    ) -> Saved:
        """Store an ejection fraction in percent; `note`: what else the letter says.

        Raises:
            NotUnderstoodError: A number that cannot be right, or a day still to come.
        """
        percent = parse_number(typed.strip().removesuffix("%"), "in percent, like 58")
        stamp = self._recorder.stamp(day, by)
        words = (note or "").strip() or None
        entry = LvefEntry(**stamp, percent=percent, method=method, note=words)
        return self._recorder.save(entry)

    def weight_far_from(self, weight: Weight, day: date) -> WeightEntry | None:
        """Return the weight to compare with, where this one is far from it: perhaps a slip.

        It is the one nearest in days, at most a month away, of several the latest.
        """
        query = EntryQuery(
            kinds=("weight",),
            since=day - _A_MONTH,
            until=day + _A_MONTH,
            written_until=self._desk.now(),
        )
        found = self._desk.storage.entries(self._desk.person_id, query)
        weights = [entry for entry in found if isinstance(entry, WeightEntry)]
        nearest = min(reversed(weights), key=lambda each: abs(each.day - day), default=None)
        return nearest if nearest is not None and weight.is_far_from(nearest.weight) else None

    def last_temperature(self) -> TemperatureEntry | None:
        """Return the latest reading; None when there is none."""
        query = EntryQuery(kinds=("temperature",), written_until=self._desk.now(), newest=1)
        for entry in self._desk.storage.entries(self._desk.person_id, query):
            if isinstance(entry, TemperatureEntry):
                return entry
        return None

    def _pressure(
        self, systolic: str, diastolic: str, day: date | None, by: str | None
    ) -> BloodPressureEntry:
        return BloodPressureEntry(
            **self._recorder.stamp(day, by),
            systolic_mmhg=parse_number(systolic, _PRESSURE_LIKE),
            diastolic_mmhg=parse_number(diastolic, _PRESSURE_LIKE),
        )


def check_temperature_flags(flags: Sequence[str]) -> None:
    """Refuse details that a temperature does not have.

    Raises:
        NotUnderstoodError: Names the one that fits.
    """
    for flag in flags:
        if flag not in TEMPERATURE_FLAGS:
            raise NotUnderstoodError(
                f"“{flag[:80]}” does not go with a temperature; nothing was saved; "
                f"fitting details: {', '.join(TEMPERATURE_FLAGS)}."
            )


def _comparator(sign: str | None) -> Comparator | None:
    if not sign:
        return None
    try:
        return Comparator(sign)
    except ValueError as error:
        raise NotUnderstoodError(
            f"“{sign[:10]}” is not < or >; nothing was saved; leave it out for an exact value."
        ) from error
