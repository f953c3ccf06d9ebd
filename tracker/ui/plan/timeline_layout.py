"""Places everything on the timeline so that no label lies over another, at any size."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from tracker.ui import text
from tracker.ui.plan import timeline_words as words
from tracker.ui.plan.timeline_parts import DoseLane, ScanMark, TabletBar, Timeline
from tracker.ui.plan.timeline_places import Label, Layout, Ruler, is_free
from tracker.ui.plan.timeline_treatment import place_treatment

_MONTH_STEPS = (1, 2, 3, 6, 12)
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_MONTH = 30.4
_LONGEST_SHORT_MONTH = 9
_PART_OF_THE_STEP = 0.42
_PLANNED = 2


def lay_out(state: Timeline, width: float) -> Layout:
    """Return the places for a widget of this width at the current text size."""
    ruler = Ruler(state, width)
    layout = Layout(width)
    y = _place_axis(state, ruler, layout)
    if state.surgeries or state.blocks or state.radiotherapy is not None:
        y = _place_title(words.treatment_titles(state), ruler, layout, y)
        y = place_treatment(state, ruler, layout, y)
    for lane in state.lanes:
        y = _place_title(words.lane_titles(lane), ruler, layout, y)
        y = _place_doses(lane, ruler, layout, y)
    for bar in state.tablets:
        y = _place_title((words.tablet_title(bar),), ruler, layout, y)
        y = _place_tablets(bar, state.last_day, ruler, layout, y)
    if state.scans:
        y = _place_title((words.scans_title(),), ruler, layout, y)
        y = _place_scans(state.scans, ruler, layout, y)
    layout.height = y
    return layout


def _place_axis(state: Timeline, ruler: Ruler, layout: Layout) -> float:
    height = ruler.line_height + ruler.px(4)
    width = ruler.text_width(words.today(), strong=True) + ruler.px(16)
    layout.today_x = ruler.x(state.today)
    left = min(max(layout.today_x - width / 2, 0.0), ruler.width - width)
    layout.pill = QRectF(left, 0, width, height)
    layout.lines_top = height + ruler.px(2)
    taken = [layout.pill]
    for first in _month_starts(state, _month_step(ruler)):
        x = ruler.x(first)
        layout.month_lines.append(x)
        for label in _month_labels(first):
            rect = QRectF(x + ruler.px(4), 0, ruler.text_width(label), height)
            if rect.right() <= ruler.width and is_free(rect, taken, ruler.px(4)):
                layout.labels.append(Label(label, rect))
                taken.append(rect)
                break
    return height + ruler.px(10)


def _month_labels(first: date) -> tuple[str, ...]:
    name = text.month_short(first.month)
    return (f"{name}{text.NBSP}{first.year}", name) if first.month == 1 else (name,)


def _month_step(ruler: Ruler) -> int:
    """Return how many months lie between two labels."""
    room = (ruler.right - ruler.left) / (ruler.days / _DAYS_OF_A_MONTH)
    widest = ruler.text_width(text.month_short(_LONGEST_SHORT_MONTH)) + ruler.px(10)
    return next((step for step in _MONTH_STEPS if step * room >= widest), _MONTH_STEPS[-1])


def _month_starts(state: Timeline, step: int) -> Iterable[date]:
    month = date(state.first_day.year, 1, 1)
    while month <= state.last_day:
        if month > state.first_day:
            yield month
        months = month.month - 1 + step
        month = date(month.year + months // _MONTHS_OF_A_YEAR, months % _MONTHS_OF_A_YEAR + 1, 1)


def _place_title(variants: tuple[str, ...], ruler: Ruler, layout: Layout, top: float) -> float:
    title = ruler.fitting(variants)
    rect = QRectF(0, top, ruler.text_width(title, strong=True), ruler.line_height)
    layout.labels.append(Label(title, rect, strong=True))
    return rect.bottom() + ruler.px(5)


def _place_doses(lane: DoseLane, ruler: Ruler, layout: Layout, top: float) -> float:
    middle = top + ruler.px(9)
    days = [dot.on for dot in lane.dots]
    shortest = min([(after - day).days for day, after in pairwise(days)] or [7])
    step = ruler.x(days[0] + timedelta(days=max(1, shortest))) - ruler.x(days[0])
    radius = max(ruler.px(2.5), min(ruler.px(7), step * _PART_OF_THE_STEP))
    ends = (QPointF(ruler.x(days[0]), middle), QPointF(ruler.x(days[-1]), middle))
    layout.strings.append((*ends, "lane"))
    for dot in lane.dots:
        x = ruler.x(dot.on)
        rect = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
        layout.shape(f"dot-{dot.stage}", rect)
    return top + ruler.px(27)


def _place_tablets(
    bar: TabletBar, last_day: date, ruler: Ruler, layout: Layout, top: float
) -> float:
    first = ruler.x(bar.starts_on)
    is_open = bar.ends_on is None or bar.ends_on > last_day
    last = ruler.right if is_open or bar.ends_on is None else ruler.x(bar.ends_on)
    rect = QRectF(first, top + ruler.px(3), max(float(ruler.px(10)), last - first), ruler.px(12))
    layout.shape("tablets-open" if is_open else "tablets", rect)
    return top + ruler.px(27)


def _place_scans(scans: tuple[ScanMark, ...], ruler: Ruler, layout: Layout, top: float) -> float:
    side = ruler.px(22)
    hearts = [QRectF(ruler.x(scan.on) - side / 2, top, side, side) for scan in scans]
    for scan, heart in zip(scans, hearts, strict=True):
        what = "scan-done" if scan.percent is not None else "scan-planned"
        layout.shape("scan-late" if scan.late else what, heart)
    pairs = sorted(zip(scans, hearts, strict=True), key=lambda pair: (_weight(pair[0]), pair[0].on))
    beside, all_said = _scan_labels(pairs, ruler, below=False)
    if all_said:
        layout.labels += beside
        return top + side + ruler.px(6)
    layout.labels += _scan_labels(pairs, ruler, below=True)[0]
    return top + side + ruler.px(8) + ruler.line_height


def _weight(scan: ScanMark) -> int:
    """Return how early a scan gets its label: late ones, results, then planned ones."""
    if scan.late:
        return 0
    return 1 if scan.percent is not None else _PLANNED


def _scan_labels(
    pairs: list[tuple[ScanMark, QRectF]], ruler: Ruler, *, below: bool
) -> tuple[list[Label], bool]:
    """Return the labels there is room for, and whether all that is not just planned has one."""
    taken = [] if below else [heart for _, heart in pairs]
    labels: list[Label] = []
    all_said = True
    for scan, heart in pairs:
        label = _scan_label(scan, heart, ruler, taken, below=below)
        if label is not None:
            taken.append(label.rect)
            labels.append(label)
        elif _weight(scan) < _PLANNED:
            all_said = False
    return labels, all_said


def _scan_label(
    scan: ScanMark, heart: QRectF, ruler: Ruler, taken: list[QRectF], *, below: bool
) -> Label | None:
    label, strong = words.scan_label(scan), _weight(scan) < _PLANNED
    width = ruler.text_width(label, strong=strong)
    tone = "heart" if scan.percent is not None else "warnText" if scan.late else "text2"
    top = heart.center().y() - ruler.line_height / 2
    lefts = [heart.right() + ruler.px(4), heart.left() - ruler.px(4) - width]
    if below:
        top = heart.bottom() + ruler.px(2)
        lefts = [min(max(0.0, heart.center().x() - width / 2), ruler.width - width)]
    for left in lefts:
        rect = QRectF(left, top, width, ruler.line_height)
        if left >= 0 and rect.right() <= ruler.width and is_free(rect, taken, 2):
            return Label(label, rect, tone, strong)
    return None
