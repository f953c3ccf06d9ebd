"""What a person felt and measured, as FHIR observations.

A symptom follows HL7's guide for symptoms: one code for "symptom", another for "symptom absent",
the symptom itself as the value, and who told it. What was skipped makes no resource.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from tracker.clinical.library import Library
from tracker.domain.codes import Code
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    BloodPressureEntry,
    LabEntry,
    LvefEntry,
    LvefMethod,
    PulseEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.entry_words import ENTERED_AS_WORDS
from tracker.domain.symptoms import symptom_name
from tracker.domain.wording import at_start
from tracker.exchange.fhir_values import (
    Resource,
    about,
    category,
    concept,
    fitting,
    moment,
    notes,
    quantity,
    without_empty,
)

_METHODS = {
    LvefMethod.ECHO: "Echocardiogram",
    LvefMethod.MUGA: "MUGA scan",
    LvefMethod.MRI: "Heart MRI",
}
_SYMPTOM = concept("Symptom")
_LEVEL = concept("Level in the diary, from 0 to 4")
_AFTER_FEVER_MEDICINE = "after-fever-medicine"


class Observations:
    """Turns entries into observations of one person.

    Attributes:
        symptom: Returns a symptom in the person's word, with the codes that mean it.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._codes = library.codes
        # The same few words stand in thousands of answers.
        self.symptom = cache(self._symptom_word)
        self._measured = cache(self._measurement_word)
        self._level = cache(self._level_word)
        self._own: dict[type, Callable[[Any], Resource]] = {
            SymptomEntry: self._symptom,
            TemperatureEntry: self._temperature,
            WeightEntry: self._weight,
            PulseEntry: self._pulse,
            BloodPressureEntry: self._blood_pressure,
            LabEntry: self._lab,
            LvefEntry: self._lvef,
        }

    def of(self, entry: AnyEntry, subject: Resource, performer: Resource) -> Resource | None:
        """Return the observation of an entry; None where it observes nothing."""
        make = self._own.get(type(entry))
        if make is None or (isinstance(entry, SymptomEntry) and entry.severity is None):
            return None
        own = make(entry)
        return without_empty(
            {
                "resourceType": "Observation",
                "id": str(entry.id),
                "status": "final",
                "category": own.pop("category"),
                "code": own.pop("code"),
                "subject": subject,
                "effectiveDateTime": about(entry.day, entry.at),
                "issued": moment(entry.at),
                "performer": [performer],
                **own,
            }
        )

    def _symptom_word(self, symptom: str) -> Resource:
        words = symptom_name(symptom, self._library.symptoms)
        return concept(words, self._codes.symptoms.get(symptom, ()))

    def _symptom(self, entry: SymptomEntry) -> Resource:
        is_there = entry.state is AnswerState.PRESENT
        return {
            "category": [_SYMPTOM],
            "code": self._measured("symptom-present" if is_there else "symptom-absent"),
            "valueCodeableConcept": self.symptom(entry.symptom),
            "note": notes(entry.note, self._entered_as(entry)),
            "component": list(self._components(entry)) if is_there else [],
        }

    @staticmethod
    def _entered_as(entry: SymptomEntry) -> str | None:
        if entry.entered_as is None:
            return None
        words = ENTERED_AS_WORDS[entry.entered_as]
        return f"{at_start(words)}."

    def _components(self, entry: SymptomEntry) -> Iterator[Resource]:
        known, level = self._library.symptoms.get(entry.symptom), entry.severity
        if level is None:
            return
        severity = self._measured("symptom-severity")
        yield {"code": severity, "valueCodeableConcept": self._level(entry.symptom, level)}
        yield {"code": _LEVEL, "valueInteger": level}
        for flag in entry.flags:
            said = known.flag_text(flag) if known else flag
            yield {"code": concept(said), "valueBoolean": True}

    def _level_word(self, symptom: str, level: int) -> Resource:
        known = self._library.symptoms.get(symptom)
        words = f"{level}: {known.words(level)}" if known else f"{level} of 4"
        return concept(words, self._codes.severity.get(str(level), ()))

    def _temperature(self, entry: TemperatureEntry) -> Resource:
        reading = entry.temperature
        after = _AFTER_FEVER_MEDICINE in entry.flags
        own = self._vital_sign("temperature", reading.value, reading.unit.value)
        return {**own, "note": notes("Taken after a medicine against fever." if after else None)}

    def _weight(self, entry: WeightEntry) -> Resource:
        return self._vital_sign("weight", entry.weight.value, entry.weight.unit.value)

    def _pulse(self, entry: PulseEntry) -> Resource:
        return self._vital_sign("pulse", entry.beats_per_minute, "/min")

    def _vital_sign(self, name: str, value: Decimal, unit: str) -> Resource:
        return {
            "category": category("vital-signs"),
            "code": self._measured(name),
            "valueQuantity": quantity(value, unit),
        }

    def _blood_pressure(self, entry: BloodPressureEntry) -> Resource:
        both = (("systolic", entry.systolic_mmhg), ("diastolic", entry.diastolic_mmhg))
        return {
            "category": category("vital-signs"),
            "code": self._measured("blood-pressure"),
            "component": [
                {"code": self._measured(name), "valueQuantity": quantity(value, "mmHg")}
                for name, value in both
            ],
        }

    def _lab(self, entry: LabEntry) -> Resource:
        sign = entry.comparator.value if entry.comparator else None
        ends = (("low", entry.low), ("high", entry.high))
        printed = {end: quantity(value, entry.unit) for end, value in ends if value is not None}
        codes = fitting(self._codes.labs.get(entry.test, ()), entry.unit)
        return {
            "category": category("laboratory"),
            "code": concept(self._library.labs[entry.test].name, codes),
            "valueQuantity": quantity(entry.value, entry.unit, sign),
            "referenceRange": [printed] if printed else [],
        }

    def _lvef(self, entry: LvefEntry) -> Resource:
        """Return a heart scan; the code of the method stands before the one for any method."""
        codes: tuple[Code, ...] = self._codes.measurements["lvef"]
        if entry.method is LvefMethod.ECHO:
            codes = (*self._codes.measurements["lvef-echo"], *codes)
        method = _METHODS.get(entry.method)
        return {
            "category": category("imaging"),
            "code": concept("LVEF (left ventricular ejection fraction)", codes),
            "method": concept(method) if method else None,
            "valueQuantity": quantity(entry.percent, "%"),
            "note": notes(entry.note),
        }

    def _measurement_word(self, name: str) -> Resource:
        return concept(_MEASURED[name], self._codes.measurements[name])


_MEASURED = {
    "temperature": "Body temperature",
    "weight": "Body weight",
    "pulse": "Pulse",
    "blood-pressure": "Blood pressure",
    "systolic": "Upper (systolic) blood pressure",
    "diastolic": "Lower (diastolic) blood pressure",
    "symptom-present": "Symptom",
    "symptom-absent": "Symptom absent",
    "symptom-severity": "Severity",
}
