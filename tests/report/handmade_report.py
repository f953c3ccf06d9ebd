"""A report of an invented person, typed by hand: what typesetting gets, without a diary."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from tracker.report.content import (
    CountTable,
    DoseLine,
    DoseTable,
    Fact,
    Gap,
    GridRow,
    HeartLedger,
    Highlight,
    Highlights,
    Lines,
    LvefLine,
    Paper,
    Question,
    Questions,
    ReportContent,
    SymptomGrid,
)
from tracker.report.typesetting import press_of

MADE_AT = datetime(2026, 5, 27, 10, 0, tzinfo=timezone(timedelta(hours=2)))


def _cells(text: str) -> tuple[int | Gap, ...]:
    gaps = {".": Gap.UNANSWERED, "-": Gap.SKIPPED, " ": Gap.AHEAD}
    return tuple(gaps.get(letter) or int(letter) for letter in text)


def _row(name: str, term: str, by_cycle: str, by_day: str) -> GridRow:
    return GridRow(name, term, _cells(by_cycle), _cells(by_day.ljust(21)))


ROWS = (
    _row("Tiredness", "fatigue", "222333", "223332.32"),
    _row("Numb or tingling", "peripheral neuropathy", "011122", "222222.22"),
    _row("Sore mouth", "oral mucositis", "112112", "00101-.22"),
    _row("Diarrhea", "", "223222", "01112..22"),
    _row("Feeling sick", "nausea", "222122", "12220..00"),
    _row("Muscle or joint pain", "myalgia, arthralgia", "112222", "01222..10"),
    _row("Short of breath", "dyspnea", "001011", "11111..11"),
    _row("Not hungry", "anorexia", "122112", "11222..10"),
    _row("Taste change", "dysgeusia", "222222", "22222..22"),
    _row("Hair loss", "alopecia", "122222", "222222.22"),
    _row("Feeling feverish or shivery", "chills", "000300", "000000.00"),
)

HANDMADE = ReportContent(
    title="Symptom diary for the clinic",
    person="Elena Marsh, born 1974",
    period="Wed 29 April to Wed 27 May 2026",
    answered="27 of 29 days answered",
    made_at=MADE_AT,
    printed="Printed Wed 27 May 2026, 10:00 (UTC+2)",
    sample="Sample: an invented person",
    facts=(
        Fact("Treatment", "TCHP, every 21 days, after surgery on Tue 13 January 2026"),
        Fact("Today", "Cycle 6 of 6, day 9 (counts usually low)"),
        Fact("Next", "Tue 9 June: trastuzumab, pertuzumab"),
        Fact("Written by", "Elena Marsh; Ana (3 entries)"),
    ),
    highlights=Highlights(
        (
            Highlight(
                "Thu 21 May, day 3",
                "Temperature 38.4 °C, own card says call at 38.0 °C or higher",
                "Told the advice line Thu 21 May: antibiotics by drip, home the same night.",
                urgent=True,
            ),
            Highlight("Sat 23 to Mon 25 May", "Tiredness 3 severe on 4 days, worst on day 5"),
            Highlight(
                "Since cycle 4",
                "Numb or tingling worse cycle by cycle: 1 mild, 2 moderate, 2 moderate",
            ),
            Highlight("Mon 18 May", "LVEF 55%, 9 points below the first scan (64%)"),
            Highlight("Wed 27 May", "New: short of breath 1 mild, on 8 of 9 days"),
        )
    ),
    questions=Questions(
        (
            Question("Sun 24 May", "Is the tingling in my feet going to get better?"),
            Question("Mon 25 May", "When will the next heart scan be booked?"),
            Question("Fri 8 May", "Can I take ibuprofen?", "Ask first; it can hide a fever."),
        )
    ),
    grid=SymptomGrid(
        cycles=("1", "2", "3", "4", "5", "6"),
        cycles_title="Worst in each cycle",
        days=tuple(range(1, 22)),
        days_title="Cycle 6, day by day (day 1 = Tue 19 May)",
        rows=ROWS,
        low_count_days=tuple(range(8, 16)),
        today=9,
        never=("vomiting", "rash", "swollen ankles"),
    ),
    temperatures=Lines(
        "2 readings at 38.0 °C or higher, or below 36.0 °C (own card), of 14 readings.",
        (
            Fact("Thu 21 May, 21:40", "38.4 °C (told the advice line)"),
            Fact("Thu 21 May, 23:05", "38.1 °C"),
        ),
    ),
    doses=DoseTable(
        (
            DoseLine("1", "Tue 3 February", "Tue 3 February", "on time", changed=False),
            DoseLine("2", "Tue 24 February", "Tue 24 February", "on time", changed=False),
            DoseLine("3", "Tue 17 March", "Tue 17 March", "on time", changed=False),
            DoseLine("4", "Tue 7 April", "Tue 14 April", "7 days later: low counts", changed=True),
            DoseLine("5", "Tue 5 May", "Tue 5 May", "on time", changed=False),
            DoseLine("6", "Tue 26 May", "Tue 26 May", "on time", changed=False),
        ),
        remarks=("Loading dose on day 1 of cycle 1: trastuzumab, pertuzumab.",),
    ),
    counts=CountTable(
        ("Mon 13 April", "Mon 4 May", "Mon 18 May"),
        (
            ("Neutrophils, 10⁹/L", "0.8", "2.1", "3.0"),
            ("Hemoglobin, g/dL", "10.9", "10.4", "10.8"),
        ),
    ),
    heart=HeartLedger(
        lines=(
            LvefLine("Mon 26 January", "64%", "echo", "baseline", date(2026, 1, 26), Decimal(64)),
            LvefLine(
                "Mon 27 April", "61%", "echo", "3 points lower", date(2026, 4, 27), Decimal(61)
            ),
            LvefLine("Mon 18 May", "55%", "echo", "9 points lower", date(2026, 5, 18), Decimal(55)),
        ),
        remarks=("Next heart scan due Tue 18 August 2026 (trastuzumab, pertuzumab).",),
        alt="LVEF: 64% on 26 January, 61% on 27 April, 55% on 18 May 2026.",
        lower_limit=Decimal(50),
    ),
    notes=Lines(None, (Fact("Sun 24 May", "Slept badly after the steroid tablets."),)),
    footer=(
        "A diary kept by the person; not a medical device and not a clinical record.",
        "The numbers 0 to 4 stand for the own words of this diary, not for CTCAE grades.",
        "Entries by Elena Marsh and by Ana.",
    ),
)


def a_report(**changed: object) -> ReportContent:
    return replace(HANDMADE, **changed)  # type: ignore[arg-type]


def pdf_of(content: ReportContent, *, long: bool = False, paper: Paper | None = None) -> bytes:
    return press_of(content, long=long, paper=paper).pdf()
