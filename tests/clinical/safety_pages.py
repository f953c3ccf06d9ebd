"""Writes `docs/safety/rules.md`: every rule, the text it rests on, and the tests that hold it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tracker.clinical.library import Library
from tracker.domain.alert_rules import AlertRule, LevelsBySeverity
from tracker.domain.heart_rules import ANY, Bounds, LabelRow
from tracker.domain.sources import Source

_TESTS = Path(__file__).resolve().parents[1]
_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "below": "<"}
_HEAD = """# Every rule, its source and its tests

Made from `resources/clinical` by `python3 -m tests.clinical.refresh`; do not edit it here.

“Seen” says how far the source was read: seen (the issuer's own text), seen-in-copy (a copy or
transcription), recalled (from memory, to be compared before anybody relies on it).
Tests are the files that hold the rule.
"""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as a reviewer reads it.

    Attributes:
        marks: What a test file holds, all of it, when it is about the rule; any one set is enough.
    """

    id: str
    says: str
    source: Source
    marks: tuple[tuple[str, ...], ...]

    def tests(self) -> list[str]:
        """Return the test files that are about the rule, by their place in the project."""
        return [
            str(path.relative_to(_TESTS.parent))
            for path, text in _test_texts()
            if any(all(mark in text for mark in each) for each in self.marks)
        ]


def rules_page(known: Library) -> str:
    """Return the whole page."""
    sections = (
        ("Answers and readings that ask for a call", alert_lines(known)),
        ("What labels say about LVEF", label_lines(known)),
        ("When the heart is checked, and its risk", heart_lines(known)),
        ("Loading doses and low counts", dose_lines(known)),
        ("What is usual on which days", expected_lines(known)),
    )
    parts = [_HEAD]
    for title, lines in sections:
        rows = (
            f"| {line.id} | {line.says} | {line.source.id}: {line.source.title}; "
            f"{line.source.where} | {line.source.seen} | {', '.join(line.tests())} |"
            for line in lines
        )
        head = "| rule | says | source | seen | tests |\n|---|---|---|---|---|"
        parts.append("\n".join((f"## {title}\n", head, *rows, "")))
    return "\n".join(parts)


def all_lines(known: Library) -> Iterator[RuleLine]:
    """Yield every line of the page."""
    yield from alert_lines(known)
    yield from label_lines(known)
    yield from heart_lines(known)
    yield from dose_lines(known)


def alert_lines(known: Library) -> Iterator[RuleLine]:
    """Yield the alert rules in the order of their file."""
    rules = known.alert_rules
    for symptom in rules.symptoms.values():
        yield _alert(symptom.rule, f"{symptom.symptom}: {_levels(symptom.levels)}")
    for flag in rules.flags:
        says = f"{flag.symptom} with “{flag.flag}” from {flag.from_severity}: {flag.level}"
        yield _alert(flag.rule, says, (f'"{flag.symptom}", "{flag.flag}"',))
    for pair in rules.companions:
        others = " or ".join((*pair.companions, "a fever") if pair.or_fever else pair.companions)
        yield _alert(
            pair.rule, f"{pair.symptom} from {pair.from_severity} with {others}: {pair.level}"
        )
    for drug in rules.drugs:
        on = "any HER2 drug" if drug.on_her2 else ", ".join(drug.drugs)
        marks = (f'"{drug.symptom}"', *(f'"{each}"' for each in drug.drugs))
        yield _alert(drug.rule, f"{drug.symptom} on {on}: {_levels(drug.levels)}", marks)
    for extra in rules.extra_advice:
        says = f"{extra.to_rule} on {', '.join(extra.drugs)}: a sentence more"
        yield _alert(extra.rule, says, (f'"{extra.to_rule}"', extra.drugs[-1]))
    yield from _reading_lines(known)


def _reading_lines(known: Library) -> Iterator[RuleLine]:
    rules = known.alert_rules
    for reading in rules.temperature.all():
        yield _alert(reading.rule, f"temperature against the card: {reading.level}")
    for gain in rules.weight:
        says = f"more than {gain.more_than} {gain.unit} in {gain.within_days} days: {gain.level}"
        yield _alert(gain.rule, says)
    adding = rules.adding_up
    yield _alert(adding.rule, f"{adding.at_least} call-today in 24 hours: {adding.level}")
    worse = rules.worsening
    yield _alert(worse.rule, f"{worse.by_levels} levels worse: at least {worse.level}")
    own = rules.own_symptom
    yield _alert(own.rule, f"an own symptom from {own.from_severity}: {own.level}")
    scan = rules.heart_scan
    yield _alert(scan.due, f"a heart scan within {scan.soon_days} days: {scan.level}")
    yield _alert(scan.overdue, f"a heart scan from the day after its day: {scan.level}")


def label_lines(known: Library) -> Iterator[RuleLine]:
    """Yield each row of each label's table, and the rows for values after a hold."""
    for table in known.heart_rules.labels:
        for row in _with_later_rows(table.rows):
            yield RuleLine(
                f"{table.id}: {row.id}",
                f"{_condition(row)}: {row.says}",
                table.source,
                ((f'"{table.id}"', f'"{row.id}"'),),
            )


def heart_lines(known: Library) -> Iterator[RuleLine]:
    """Yield monitoring, risk and the totals of anthracyclines."""
    heart = known.heart_rules
    check = heart.monitoring
    after = ", ".join(map(str, check.after_months))
    for drug, source in check.sources.items():
        says = f"before, every {check.during_months} months, at the end, {after} months after"
        yield RuleLine(f"checks: {drug}", says, source, ((drug, "baseline", "during"),))
    for factor, weight in heart.risk.factors.items():
        says = f"{weight.level}" if weight.level else f"{weight.points} points"
        yield RuleLine(f"risk: {factor}", says, heart.risk.source, ((f'"{factor}"',),))
    for drug, factor in heart.anthracyclines.items():
        says = f"1 mg/m² counts as {factor.factor} mg/m² of doxorubicin"
        yield RuleLine(f"total: {drug}", says, heart.equivalence_source, ((drug, "doxorubicin"),))


def expected_lines(known: Library) -> Iterator[RuleLine]:
    """Days of a plan that are named beforehand."""
    expected, marks = known.expected, (("expected_on",),)
    for rule in expected.rules:
        if rule.first_dose_days is None or rule.source is None:
            continue
        first, last = rule.first_dose_days
        says = f"days {first} to {last} of a drug's first dose"
        yield RuleLine(f"expected/{rule.effect}", says, known.sources[rule.source], marks)
    factors = expected.growth_factors
    first, last = factors.ache_days
    says = f"aching bones on cycle days {first} to {last} after a growth-factor injection"
    yield RuleLine("expected/aches", says, known.sources[factors.source], marks)
    label = known.sources[factors.label_source]
    yield RuleLine("expected/injection", "what labels say about its day", label, marks)


def dose_lines(known: Library) -> Iterator[RuleLine]:
    """Yield the facts of each drug that dates and dose marks rest on."""
    for drug in known.drugs.values():
        facts = (
            ("loading", drug.loading, drug.loading_source, "loading"),
            ("low counts", drug.low_count_days, drug.low_count_source, "low"),
            ("late low counts", drug.late_low_count_days, drug.late_low_count_source, "late"),
        )
        for name, says, source, word in facts:
            if source is not None:
                words = f"days {says[0]} to {says[1]}" if isinstance(says, tuple) else str(says)
                marks = ((word, f'"{drug.id}"'),)
                yield RuleLine(f"{name}: {drug.id}", words, known.sources[source], marks)


def _alert(rule: AlertRule, says: str, *marks: tuple[str, ...]) -> RuleLine:
    return RuleLine(rule.id, says, rule.source, ((f'"{rule.id}"',), *marks))


@cache
def _test_texts() -> tuple[tuple[Path, str], ...]:
    names = ("domain/test_alert*", "domain/test_heart*", "domain/test_dose*", "domain/test_window*")
    expected = ("domain/test_expected.py",)
    others = ("cases/*.json", "clinical/test_label_rows.py", "clinical/test_shipped_knowledge.py")
    paths = sorted(
        path for pattern in (*names, *expected, *others) for path in _TESTS.glob(pattern)
    )
    return tuple((path, path.read_text("utf-8")) for path in paths)


def _levels(levels: LevelsBySeverity) -> str:
    words = ("nothing" if level is None else str(level) for level in levels.of)
    return ", ".join(f"{severity} {word}" for severity, word in enumerate(words, start=1))


def _with_later_rows(rows: Iterable[LabelRow]) -> Iterator[LabelRow]:
    for row in rows:
        yield row
        yield from _with_later_rows(row.then)


def _condition(row: LabelRow) -> str:
    named = (("LVEF", row.lvef), ("fall", row.fall), ("days since the low value", row.days))
    parts = [f"{name} {_bounds(each)}" for name, each in named if each is not ANY]
    if row.limit is not None:
        parts.append(f"{row.limit} the hospital's limit")
    if row.better is not None:
        parts.append("better than the low value" if row.better else "no better than the low value")
    return ", ".join(parts) or "otherwise"


def _bounds(bounds: Bounds) -> str:
    values = ((sign, getattr(bounds, name)) for name, sign in _SIGNS.items())
    return " and ".join(f"{sign} {value}" for sign, value in values if value is not None)
