"""One page about the heart alone, for the cardiologist."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from tracker.domain.entries import LabEntry, SymptomEntry
from tracker.domain.heart_wording import factor_words, not_counted
from tracker.domain.symptoms import symptom_name
from tracker.domain.treatment import her2_doses
from tracker.domain.wording import counted
from tracker.report.clinic_report import paper_for
from tracker.report.content import Fact, HeartLedger
from tracker.report.from_diary import read_inputs
from tracker.report.heart_scans import heart_scans
from tracker.report.inputs import ReportInputs
from tracker.report.sheets import TypesetSheet
from tracker.report.wording import named_day, named_moment, typed
from tracker.services.companion import Companion

_DAYS_OF_SIGNS = timedelta(days=28)
_DAYS_OF_TESTS = timedelta(days=365)
_MOST_LINES = 8
_MOST_SCANS = 16
_HEART_TESTS = ("troponin", "nt-probnp")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartSheet(TypesetSheet):
    """Everything that is printed; words only, nothing in it is markup.

    Attributes:
        scans: None when there is no scan and none is due.
        facts: Drugs, anthracycline total, risk at the start.
        signs: Signs of the heart that were written down in four weeks, latest first.
        tests: Troponin and NT-proBNP of a year with the slips' ranges, latest first.
        sample: The mark of an invented person; None on a real diary.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    template: ClassVar[str] = "heart.typ"
    person: str
    born: str
    paper: str
    scans: HeartLedger | None
    facts: tuple[Fact, ...]
    signs: tuple[Fact, ...]
    tests: tuple[Fact, ...]
    printed: str
    sample: str | None
    made_at: int


def heart_sheet(companion: Companion) -> HeartSheet:
    """Return the page about the heart as the diary is now."""
    now, person = companion.clock(), companion.person()
    inputs = read_inputs(companion, now.date() - _DAYS_OF_TESTS, now.date())
    scans, _ = heart_scans(inputs, _MOST_SCANS)
    return HeartSheet(
        person=person.name,
        born="" if person.born_on is None else f"born {named_day(person.born_on)}",
        paper=paper_for(person.care.country).value,
        scans=scans,
        facts=(*_drugs(inputs), *_anthracycline(inputs), *_risk(inputs)),
        signs=_signs(inputs),
        tests=_tests(inputs),
        printed=f"Printed {named_moment(now)}",
        sample="Sample: an invented person" if person.is_sample else None,
        made_at=int(now.timestamp()),
    )


def _drugs(inputs: ReportInputs) -> tuple[Fact, ...]:
    days: dict[str, list[str]] = {}
    for visit in her2_doses(inputs.plans, inputs.library.drugs):
        days.setdefault(visit.drug, []).append(named_day(visit.on))
    return tuple(
        Fact(inputs.drug(drug), f"first dose {found[0]}, last dose by the plan {found[-1]}")
        for drug, found in days.items()
    )


def _anthracycline(inputs: ReportInputs) -> tuple[Fact, ...]:
    total = inputs.heart.anthracycline
    if total.doxorubicin_mg_m2 is None or total.factor_source is None:
        return (Fact("Anthracycline", "none in this diary"),)
    words = f"{typed(total.doxorubicin_mg_m2)} mg/m² as doxorubicin ({total.factor_source.title})"
    if total.assumed_doses:
        words += f"; the usual amount was taken for {total.assumed_doses} of the doses"
    return (Fact("Anthracycline", words),)


def _risk(inputs: ReportInputs) -> tuple[Fact, ...]:
    risk = inputs.heart.risk
    if risk is None:
        return ()
    points = counted(risk.points, "point")
    level = risk.level.value.replace("-", " ")
    words = f"the published table says {level}, {points}: {risk.source.title}"
    texts = inputs.library.heart_rules.texts
    factors = ", ".join(factor_words(part, texts) for part in risk.parts)
    facts = (
        ("Risk at the start", words),
        ("Counted for it", factors),
        ("Not known and not counted", not_counted(risk)),
    )
    return tuple(Fact(name, said) for name, said in facts if said)


def _signs(inputs: ReportInputs) -> tuple[Fact, ...]:
    since = inputs.until - _DAYS_OF_SIGNS
    heart = inputs.library.heart_rules.override_symptoms
    present = [
        entry
        for entry in inputs.covered(SymptomEntry)
        if entry.symptom in heart and entry.severity and entry.day > since
    ]
    definitions = inputs.library.symptoms
    return tuple(
        Fact(
            named_day(entry.day, inputs.year),
            f"{symptom_name(entry.symptom, definitions)}: {entry.severity} of 4, "
            f"{definitions[entry.symptom].words(entry.severity or 0)}",
        )
        for entry in present[: -_MOST_LINES - 1 : -1]
    )


def _tests(inputs: ReportInputs) -> tuple[Fact, ...]:
    found = [entry for entry in inputs.covered(LabEntry) if entry.test in _HEART_TESTS]
    return tuple(
        Fact(named_day(entry.day, inputs.year), _test_words(inputs, entry))
        for entry in found[: -_MOST_LINES - 1 : -1]
    )


def _test_words(inputs: ReportInputs, entry: LabEntry) -> str:
    name = inputs.library.labs[entry.test].name
    ends = [
        f"{word} {typed(end)}"
        for word, end in (("from", entry.low), ("up to", entry.high))
        if end is not None
    ]
    on_slip = f" (range on the slip: {' '.join(ends)})" if ends else ""
    return f"{name} {entry.comparator or ''}{typed(entry.value)} {entry.unit}{on_slip}"
