"""The first lane of the timeline: surgery, the wait, cycles with their delays, radiotherapy."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF

from tracker.ui.plan import timeline_words as words
from tracker.ui.plan.timeline_parts import CycleBlock, Stage, Timeline, Wait
from tracker.ui.plan.timeline_places import Label, Layout, Ruler, is_free

_BAND, _DISC, _CAPTION_GAP = 38, 30, 4
_EVERY_FOURTH = 4
_LEAST_RADIOTHERAPY = 34


def place_treatment(state: Timeline, ruler: Ruler, layout: Layout, top: float) -> float:
    """Place the lane from `top` down and return where it ends."""
    band = QRectF(0, top, ruler.width, ruler.px(_BAND))
    for gap in state.gaps:
        first, after = ruler.across(gap.starts_on, gap.ends_on)
        inset = ruler.px(3)
        layout.shape("delay", QRectF(first + 1, top + inset, after - first - 2, ruler.px(32)))
    rects = _place_blocks(state.blocks, ruler, layout, band)
    _place_surgeries(state, rects, ruler, layout, band)
    if state.wait is not None:
        _place_wait(state.wait, ruler, layout, band)
    _place_radiotherapy(state, ruler, layout, band)
    bottom = band.bottom()
    if _place_numbers_below(state.blocks, rects, ruler, layout):
        bottom += ruler.line_height
    return _place_captions(state, ruler, layout, bottom)


def _place_blocks(
    blocks: tuple[CycleBlock, ...], ruler: Ruler, layout: Layout, band: QRectF
) -> list[QRectF]:
    rects = []
    for block in blocks:
        first, after = ruler.across(block.starts_on, block.ends_on)
        rects.append(QRectF(first + 1, band.top(), max(2.0, after - first - 2), band.height()))
    inside = _phases_with_room(blocks, rects, ruler)
    for block, rect in zip(blocks, rects, strict=True):
        share = (layout.today_x - rect.left()) / rect.width()
        number = str(block.number) if block.phase in inside else ""
        layout.shape(f"block-{block.stage}", rect, number, min(1.0, max(0.0, share)))
    return rects


def _phases_with_room(
    blocks: tuple[CycleBlock, ...], rects: list[QRectF], ruler: Ruler
) -> frozenset[str]:
    """Return the phases in which every block has room for its number."""
    too_narrow = {
        block.phase
        for block, rect in zip(blocks, rects, strict=True)
        if ruler.number_width(str(block.number)) + ruler.px(6) > rect.width()
    }
    return frozenset(block.phase for block in blocks) - too_narrow


def _place_numbers_below(
    blocks: tuple[CycleBlock, ...], rects: list[QRectF], ruler: Ruler, layout: Layout
) -> bool:
    """Put numbers that blocks are too narrow for under them, as many as there is room for."""
    inside = _phases_with_room(blocks, rects, ruler)
    narrow = [pair for pair in zip(blocks, rects, strict=True) if pair[0].phase not in inside]
    taken: list[QRectF] = []
    for block, rect in sorted(narrow, key=lambda pair: _weight(pair[0])):
        number = str(block.number)
        width = ruler.text_width(number, strong=True)
        left = min(max(0.0, rect.center().x() - width / 2), ruler.width - width)
        place = QRectF(left, rect.bottom() + ruler.px(2), width, ruler.line_height)
        if is_free(place, taken, ruler.px(3)):
            taken.append(place)
            tone = "text" if block.stage is Stage.CURRENT else "text2"
            layout.labels.append(Label(number, place, tone, strong=True))
    return bool(narrow)


def _weight(block: CycleBlock) -> tuple[int, date]:
    """Return how early a block gets its number: today's, then first and last of a phase."""
    if block.stage is Stage.CURRENT:
        return (0, block.starts_on)
    if block.number in (1, block.of):
        return (1, block.starts_on)
    return (2 if block.number % _EVERY_FOURTH == 0 else 3, block.starts_on)


def _place_surgeries(
    state: Timeline, rects: list[QRectF], ruler: Ruler, layout: Layout, band: QRectF
) -> None:
    side = ruler.px(_DISC)
    for surgery in state.surgeries:
        x = ruler.x(surgery.on)
        before = [rect.right() for rect in rects if rect.center().x() <= x]
        after = [rect.left() for rect in rects if rect.center().x() > x]
        x = max([x, *(edge + 1 + side / 2 for edge in before)])
        x = min([x, *(edge - 1 - side / 2 for edge in after)])
        x = min(max(x, side / 2), ruler.width - side / 2)
        layout.shape("surgery", QRectF(x - side / 2, band.center().y() - side / 2, side, side))


def _place_wait(wait: Wait, ruler: Ruler, layout: Layout, band: QRectF) -> None:
    from_x = ruler.x(wait.surgery_on) + ruler.px(_DISC) / 2 + 2
    to_x = ruler.x(wait.starts_on) - 3
    if to_x - from_x < ruler.px(8):
        return
    y = band.center().y()
    layout.strings.append((QPointF(from_x, y), QPointF(to_x, y), "dotted"))
    label = words.waiting(wait.days)
    width = ruler.text_width(label)
    if width + ruler.px(4) <= to_x - from_x:
        left = (from_x + to_x - width) / 2
        rect = QRectF(left, y - ruler.line_height - 1, width, ruler.line_height)
        layout.labels.append(Label(label, rect, halo=False))


def _place_radiotherapy(state: Timeline, ruler: Ruler, layout: Layout, band: QRectF) -> None:
    days = state.radiotherapy
    if days is None:
        return
    first, after = ruler.across(days.starts_on, days.ends_on or days.starts_on)
    discs = [shape.rect for shape in layout.shapes if shape.what == "surgery"]
    # By their days: where there is little room a disc stands further right than its day.
    earlier = [
        disc
        for disc, surgery in zip(discs, state.surgeries, strict=True)
        if surgery.on <= days.starts_on
    ]
    later = [disc for disc in discs if disc not in earlier]
    left, right = _beside((first + 1, after - 1), earlier, later, ruler)
    rect = QRectF(left, band.top(), right - left, band.height())
    layout.shape("radiotherapy", rect)
    label = words.radiotherapy()
    left = rect.right() + ruler.px(7)
    middle = band.center().y() - ruler.line_height / 2
    room = QRectF(left, middle, ruler.text_width(label), ruler.line_height)
    others = [shape.rect for shape in layout.shapes]
    if room.right() <= ruler.width and is_free(room, others, 2):
        layout.labels.append(Label(label, room))


def _beside(
    edges: tuple[float, float], earlier: list[QRectF], later: list[QRectF], ruler: Ruler
) -> tuple[float, float]:
    """Return both edges of radiotherapy, wide enough for its sign and beside all operations."""
    first, last = edges
    least, apart = ruler.px(_LEAST_RADIOTHERAPY), ruler.px(2)
    before = max((disc.right() + apart for disc in earlier), default=0)
    after = min((disc.left() - apart for disc in later), default=ruler.width)
    left = max(first, before)
    right = min(max(last, left + least), after)
    return max(before, min(left, right - least)), right


def _place_captions(state: Timeline, ruler: Ruler, layout: Layout, top: float) -> float:
    phases = _phases(state.blocks)
    captions = [
        (words.late_by(gap.days), ruler.across(gap.starts_on, gap.ends_on), "lowcountText")
        for gap in state.gaps
    ]
    if len(phases) > 1:
        captions += [(name, ruler.across(*days), "text2") for name, days in phases.items()]
    if state.start_window is None and not captions:
        return top + ruler.px(12)
    row = QRectF(0, top + ruler.px(3), ruler.width, ruler.line_height)
    taken: list[QRectF] = []
    if state.start_window is not None:
        first, after = ruler.across(state.start_window.opens_on, state.start_window.closes_on)
        taken.append(QRectF(first, row.top() + ruler.px(3), after - first, ruler.px(8)))
        layout.shape("window", taken[0])
    for caption, (first, after), tone in captions:
        width = ruler.text_width(caption, strong=True)
        left = min(max(0.0, (first + after - width) / 2), ruler.width - width)
        rect = QRectF(left, row.top(), width, row.height())
        if is_free(rect, taken, ruler.px(_CAPTION_GAP)):
            taken.append(rect)
            layout.labels.append(Label(caption, rect, tone, strong=True))
    return row.bottom() + ruler.px(8)


def _phases(blocks: tuple[CycleBlock, ...]) -> dict[str, tuple[date, date]]:
    phases: dict[str, tuple[date, date]] = {}
    for block in blocks:
        first, _ = phases.get(block.phase, (block.starts_on, block.ends_on))
        phases[block.phase] = (first, block.ends_on)
    return phases
