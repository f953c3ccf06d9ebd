"""Regimens, courses and drugs for schedule tests; a test names only what it is about."""

from datetime import date
from uuid import UUID

from tracker.domain.course import Course, CourseEvent, DoseTarget, Given, Moved, Omitted, Reason
from tracker.domain.regimen import (
    Administration,
    DrugFacts,
    LoadingRule,
    Phase,
    Regimen,
    Setting,
    Track,
)
from tracker.domain.schedule import Plan, compute_plan

CHEMO, HER2, ENDOCRINE = Track.CHEMO, Track.HER2, Track.ENDOCRINE
DRUGS = {
    facts.id: facts
    for facts in (
        DrugFacts(id="docetaxel", name="Docetaxel", track=CHEMO, low_count_days=(8, 15)),
        DrugFacts(
            id="carboplatin",
            name="Carboplatin",
            track=CHEMO,
            low_count_days=(8, 15),
            late_low_count_days=(18, 21),
        ),
        DrugFacts(
            id="doxorubicin",
            name="Doxorubicin",
            track=CHEMO,
            anthracycline=True,
            low_count_days=(8, 15),
        ),
        DrugFacts(
            id="cyclophosphamide", name="Cyclophosphamide", track=CHEMO, low_count_days=(8, 15)
        ),
        DrugFacts(id="paclitaxel", name="Paclitaxel", track=CHEMO, low_count_days=(8, 15)),
        DrugFacts(
            id="trastuzumab",
            name="Trastuzumab",
            track=HER2,
            her2=True,
            loading=LoadingRule.LATE_BY_MORE_THAN_A_WEEK,
        ),
        DrugFacts(
            id="pertuzumab",
            name="Pertuzumab",
            track=HER2,
            her2=True,
            loading=LoadingRule.GAP_OF_SIX_WEEKS,
        ),
        DrugFacts(id="t-dm1", name="T-DM1", track=HER2, her2=True),
        DrugFacts(id="tamoxifen", name="Tamoxifen", track=ENDOCRINE, infusion=False),
        DrugFacts(id="goserelin", name="Goserelin", track=ENDOCRINE),
    )
}


def give(drug: str, *days: int) -> Administration:
    """A drug on days of a cycle; no day means daily tablets."""
    return Administration(drug, DRUGS[drug].track, days)


def regimen(*phases: Phase, name: str = "test") -> Regimen:
    """A regimen of phases."""
    return Regimen(id=name, name=name, phases=phases)


TC = regimen(Phase("TC", 4, 21, (give("docetaxel", 1), give("cyclophosphamide", 1))))
TCHP = regimen(
    Phase(
        "TCHP",
        6,
        21,
        tuple(give(d, 1) for d in ("docetaxel", "carboplatin", "trastuzumab", "pertuzumab")),
    ),
    Phase("HP", 12, 21, (give("trastuzumab", 1), give("pertuzumab", 1)), after_surgery=True),
)
AC_TH = regimen(
    Phase("AC", 4, 21, (give("doxorubicin", 1), give("cyclophosphamide", 1))),
    Phase("TH", 12, 7, (give("paclitaxel", 1), give("trastuzumab", 1))),
    Phase("H", 14, 21, (give("trastuzumab", 1),)),
)
DDAC_THP = regimen(
    Phase("AC", 4, 14, (give("doxorubicin", 1), give("cyclophosphamide", 1))),
    Phase(
        "THP", 4, 21, (give("paclitaxel", 1, 8, 15), give("trastuzumab", 1), give("pertuzumab", 1))
    ),
    Phase("HP", 14, 21, (give("trastuzumab", 1), give("pertuzumab", 1)), after_surgery=True),
)
H_YEAR = regimen(Phase("H", 18, 21, (give("trastuzumab", 1),)))
HP_YEAR = regimen(Phase("HP", 18, 21, (give("trastuzumab", 1), give("pertuzumab", 1))))
ALL = (TC, TCHP, AC_TH, DDAC_THP, H_YEAR, HP_YEAR)

ANYTHING = DoseTarget()


def a_course(template: Regimen, *events: CourseEvent, start: str = "2026-04-06", **more) -> Course:
    """A course of a template from a day on."""
    settings = {"setting": Setting.ADJUVANT, **more}
    return Course(
        id=UUID(int=1),
        regimen=template,
        starts_on=date.fromisoformat(start),
        events=events,
        **settings,
    )


def a_plan(template: Regimen, *events: CourseEvent, surgery: str | None = None, **more) -> Plan:
    """The plan of such a course."""
    surgery_on = date.fromisoformat(surgery) if surgery else None
    return compute_plan(a_course(template, *events, **more), DRUGS, surgery_on)


def moved(cycle: int, to: str, target: DoseTarget = ANYTHING) -> Moved:
    """A move because of low counts."""
    return Moved(target, cycle, date.fromisoformat(to), Reason.LOW_COUNTS)


def given(cycle: int, on: str, target: DoseTarget = ANYTHING) -> Given:
    """A dose that was given."""
    return Given(target, cycle, date.fromisoformat(on))


def omitted(cycle: int, target: DoseTarget = ANYTHING) -> Omitted:
    """A dose that was left out."""
    return Omitted(target, cycle, Reason.OTHER)


def days(plan: Plan, drug: str) -> list[str]:
    """All days of a drug as ISO text."""
    return [str(visit.on) for visit in plan.visits if visit.drug == drug]


def loading(plan: Plan, drug: str) -> list[tuple[str, str]]:
    """Day and reason of a drug's loading doses."""
    return [
        (str(visit.on), str(visit.loading_why))
        for visit in plan.visits
        if visit.drug == drug and visit.loading
    ]
