"""Puts the report together from what each section says."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from tracker.errors import NotUnderstoodError
from tracker.report.changes import changes
from tracker.report.content import AppendixPart, Paper, ReportContent, Section
from tracker.report.head import answered_words, facts, footer, person_words
from tracker.report.heart_scans import heart_scans
from tracker.report.highlights import highlights
from tracker.report.inputs import ReportInputs
from tracker.report.measured import measured
from tracker.report.medicines_taken import medicines_taken
from tracker.report.symptom_grid import symptom_grid
from tracker.report.temperatures import temperatures
from tracker.report.treatment_given import treatment_given
from tracker.report.wording import named_days, named_moment
from tracker.report.words_written import notes, questions

Part = TypeVar("Part")
_LETTER_COUNTRIES = {
    "US", "CA", "MX", "PH", "PR", "CL", "CO", "CR", "DO", "GT", "HN", "NI", "PA", "SV", "VE",
}  # fmt: skip


def clinic_report(
    inputs: ReportInputs, *, sections: Collection[Section] = tuple(Section)
) -> ReportContent:
    """Return what the report says.

    Args:
        inputs: The diary, read at one moment.
        sections: Those to include; who and where in treatment is always there.
    """
    appendix: list[AppendixPart] = []

    def part(
        section: Section, make: Callable[[ReportInputs], tuple[Part, tuple[AppendixPart, ...]]]
    ) -> Part | None:
        if section not in sections:
            return None
        made, more = make(inputs)
        appendix.extend(more)
        return made

    return ReportContent(
        title="Symptom diary for the clinic",
        person=person_words(inputs),
        period=named_days(inputs.since, inputs.until),
        answered=answered_words(inputs),
        facts=facts(inputs),
        made_at=inputs.now,
        printed=f"Printed {named_moment(inputs.now)}",
        footer=footer(inputs),
        paper=paper_for(inputs.person.care.country),
        sample="Sample: an invented person" if inputs.person.is_sample else None,
        highlights=part(Section.MATTERS_MOST, highlights),
        questions=part(Section.QUESTIONS, questions),
        changes=part(Section.CHANGES, changes),
        grid=part(Section.SIDE_EFFECTS, symptom_grid),
        temperatures=part(Section.TEMPERATURES, temperatures),
        doses=part(Section.TREATMENT, treatment_given),
        counts=part(Section.COUNTS, measured),
        heart=part(Section.HEART, heart_scans),
        medicines=part(Section.MEDICINES, medicines_taken),
        notes=part(Section.NOTES, notes),
        appendix=tuple(appendix),
    )


def paper_for(country: str) -> Paper:
    """Return the sheet that printers in a country hold."""
    return Paper.LETTER if country in _LETTER_COUNTRIES else Paper.A4


def parse_sections(names: Iterable[str]) -> tuple[Section, ...]:
    """Return the sections of these names.

    Raises:
        NotUnderstoodError: One of the names is no section.
    """
    chosen = []
    for name in names:
        if name not in set(Section):
            raise NotUnderstoodError(
                f"The report has no section “{name[:40]}”; nothing was written; "
                f"choose from {', '.join(Section)}."
            )
        chosen.append(Section(name))
    return tuple(chosen)
