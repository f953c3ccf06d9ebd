"""The timeline in words: titles of its lanes, its legend, and a description for screen readers."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.wording import at_start, in_sentence
from tracker.ui import text
from tracker.ui.plan.timeline_parts import (
    CycleBlock,
    DoseLane,
    ScanMark,
    Stage,
    TabletBar,
    Timeline,
)

_DAYS_OF_A_WEEK = 7


def _tr(words: str) -> str:
    return QCoreApplication.translate("timeline", words)


def joined(words: tuple[str, ...]) -> str:
    """Return "one", "one and two" or "one, two and three"."""
    if len(words) < 2:  # noqa: PLR2004 - a single word needs no "and"
        return "".join(words)
    return _tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def today() -> str:
    """Return the word on the pill."""
    return _tr("Today")


def radiotherapy() -> str:
    """Return the label beside the block of radiotherapy."""
    return _tr("Radiotherapy")


def scans_title() -> str:
    """Return the title of the last lane."""
    return _tr("Heart scans")


def treatment_titles(state: Timeline) -> tuple[str, ...]:
    """Return the title of the first lane, long form first."""
    parts = []
    if state.surgeries:
        parts.append(_tr("surgery"))
    if state.blocks:
        parts.append(_tr("chemotherapy"))
    if state.radiotherapy is not None:
        parts.append(_tr("radiotherapy"))
    return (at_start(", ".join(parts)), _tr("Treatment"))


def lane_titles(lane: DoseLane) -> tuple[str, ...]:
    """Return the title of a lane of doses, long form first."""
    drugs = at_start(joined(tuple(in_sentence(drug) for drug in lane.drugs)))
    rhythm = rhythm_words(lane.every_days)
    doses = _tr("({n} doses)").format(n=len(lane.dots))
    year = " " + _tr("for one year") if lane.one_year else ""
    return (
        f"{drugs}, {rhythm}{year} {doses}",
        f"{drugs}, {rhythm} {doses}",
        f"{drugs} {doses}",
        drugs,
    )


def rhythm_words(every_days: tuple[int, ...]) -> str:
    """Return "every 3 weeks", or "every week, then every 3 weeks" when the rhythm changes."""
    return _tr(", then ").join(_every(days) for days in every_days)


def _every(days: int) -> str:
    weeks, rest = divmod(days, _DAYS_OF_A_WEEK)
    if rest:
        return _tr("every {n} days").format(n=days)
    return _tr("every week") if weeks == 1 else _tr("every {n} weeks").format(n=weeks)


def tablet_title(bar: TabletBar) -> str:
    """Return the title of a lane of daily tablets."""
    return _tr("{drug}, every day").format(drug=at_start(bar.drug))


def waiting(days: int) -> str:
    """Return the wait after surgery, in weeks where it is at least one."""
    weeks = days // _DAYS_OF_A_WEEK
    if weeks == 1:
        return _tr("1 week")
    return _tr("{n} weeks").format(n=weeks) if weeks else _tr("{n} days").format(n=days)


def late_by(days: int) -> str:
    """Return the label of a delay."""
    return _tr("+1 day") if days == 1 else _tr("+{n} days").format(n=days)


def scan_label(scan: ScanMark) -> str:
    """Return what stands beside a heart: its result, "Due now", or its day."""
    if scan.percent is not None:
        return f"{scan.percent.normalize():f}%"
    if scan.late:
        return _tr("Due now")
    return f"{scan.on.day}{text.NBSP}{text.month_short(scan.on.month)}"


def legend(state: Timeline) -> tuple[tuple[str, str], ...]:
    """Return the marks that are on this timeline, each with its words, in a fixed order."""
    stages = {block.stage for block in state.blocks}
    stages |= {dot.stage for lane in state.lanes for dot in lane.dots}
    marks = [
        ("surgery", _tr("Surgery"), bool(state.surgeries) and state.wait is None),
        ("given", _tr("Given"), bool(stages & {Stage.GIVEN, Stage.CURRENT})),
        ("planned", _tr("Planned"), Stage.PLANNED in stages),
        ("omitted", _tr("Left out"), Stage.OMITTED in stages),
        ("delay", _tr("Delay"), bool(state.gaps)),
        (
            "window",
            _tr("Usual start: 4 to 6 weeks"),
            state.start_window is not None,
        ),
        ("radiotherapy", _tr("Radiotherapy"), state.radiotherapy is not None),
        ("tablets", _tr("Tablets"), bool(state.tablets)),
        ("scan-done", _tr("Scan done"), any(scan.percent is not None for scan in state.scans)),
        (
            "scan-planned",
            _tr("Scan planned"),
            any(scan.percent is None and not scan.late for scan in state.scans),
        ),
    ]
    return tuple((mark, words) for mark, words, shown in marks if shown)


def description(state: Timeline) -> str:
    """Return the whole timeline in sentences."""
    parts = [
        _tr("Surgery on {day}.").format(day=text.long_day_with_year(surgery.on))
        for surgery in state.surgeries
    ]
    if state.start_window is not None:
        parts.append(
            _tr("The usual start is between {opens} and {closes}.").format(
                opens=text.long_day(state.start_window.opens_on),
                closes=text.long_day(state.start_window.closes_on),
            )
        )
    parts += [_block_sentence(block) for block in state.blocks]
    parts += [
        _tr("A delay of {n} days before {day}.").format(
            n=gap.days, day=text.long_day_with_year(gap.ends_on)
        )
        for gap in state.gaps
    ]
    parts += [
        _tr("{title}: {given} given.").format(title=lane_titles(lane)[0], given=lane.given)
        for lane in state.lanes
    ]
    parts += [f"{tablet_title(bar)}." for bar in state.tablets]
    parts += [_scan_sentence(scan) for scan in state.scans]
    return " ".join(parts)


def stage_word(stage: Stage) -> str:
    """Return the word for how far something is."""
    return {
        Stage.GIVEN: _tr("given"),
        Stage.CURRENT: _tr("now"),
        Stage.PLANNED: _tr("planned"),
        Stage.OMITTED: _tr("left out"),
    }[stage]


def _block_sentence(block: CycleBlock) -> str:
    return _tr("{phase} cycle {n} of {of} from {day}: {stage}.").format(
        phase=block.phase,
        n=block.number,
        of=block.of,
        day=text.long_day_with_year(block.starts_on),
        stage=stage_word(block.stage),
    )


def _scan_sentence(scan: ScanMark) -> str:
    day = text.long_day_with_year(scan.on)
    if scan.percent is not None:
        return _tr("Heart scan on {day}: {result}.").format(day=day, result=scan_label(scan))
    if scan.late:
        return _tr("A heart scan was due on {day}.").format(day=day)
    return _tr("A heart scan is planned for {day}.").format(day=day)
