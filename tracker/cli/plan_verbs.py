"""The verb `plan` with its steps."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli import typed
from tracker.cli.desk import Bench
from tracker.cli.plain_plan import plain_plan, plain_visit
from tracker.cli.plan_reading import change_lines, show_plan
from tracker.domain.around_surgery import said_past_surgery
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.heart_checks import HeartCheck, heart_checks
from tracker.domain.heart_ledger import ledger
from tracker.domain.regimen import Regimen, Setting, Track
from tracker.domain.schedule import Plan
from tracker.domain.wording import perhaps
from tracker.errors import NotUnderstoodError
from tracker.open_files import reading
from tracker.services.custom_regimen import CUSTOM
from tracker.services.planning import PlanRequest, preview_plan, surgery_for

if TYPE_CHECKING:
    from tracker.services.companion import Companion

_LONGEST_FILE = 1_000_000


def do_plan(bench: Bench, found: argparse.Namespace) -> None:
    """Print the plan, or change it."""
    if found.step == "preview":
        _preview(bench, found)
        return
    with bench.companion() as companion:
        if found.step is None:
            _show_stored(bench, companion)
            return
        before = companion.plan.all()
        _STEPS[found.step](bench, companion, found)
        if not getattr(found, "preview", False):
            _show_change(bench, companion, before)


def requested(bench: Bench, found: argparse.Namespace) -> PlanRequest:
    """Return the plan that the arguments ask for.

    Raises:
        NotUnderstoodError: A day that is none, or `custom` without its phases.
    """
    return PlanRequest(
        regimen=_regimen(bench, found),
        setting=Setting(found.setting) if found.setting else None,
        starts_on=_optional_day(found.start),
        surgery_on=_optional_day(found.surgery),
        resumes_on=_optional_day(found.resume),
    )


def _regimen(bench: Bench, found: argparse.Namespace) -> str | Regimen:
    named: str = found.regimen
    if found.custom is None:
        if named == CUSTOM:
            raise NotUnderstoodError(
                "A regimen of your own needs its phases; nothing was saved; "
                "name a JSON file with --custom FILE, or send it with --custom -."
            )
        return named
    if named != CUSTOM:
        raise NotUnderstoodError(
            f"--custom goes with --regimen custom, not with {named[:60]}; nothing was saved."
        )
    return _own_phases(bench, found.custom)


def _own_phases(bench: Bench, name: str) -> Regimen:
    from tracker.exchange.diary_json import read_regimen  # noqa: PLC0415 - for own regimens alone

    return read_regimen(_custom_text(name), bench.library)


def _custom_text(name: str) -> str:
    if name == "-":
        return typed.text_from_stdin()
    try:
        with reading(Path(name)) as file:
            return file.read(_LONGEST_FILE).decode("utf-8-sig")
    except (OSError, ValueError):
        raise NotUnderstoodError(
            f"The file {name[:200]} cannot be read as text; nothing was saved; check its name."
        ) from None


def _preview(bench: Bench, found: argparse.Namespace) -> None:
    known, today = bench.library, bench.now().date()
    request = requested(bench, found)
    plan = preview_plan(known, request, today)
    scans = ledger((), None)
    checks = heart_checks((plan,), known.drugs, known.heart_rules.monitoring, scans, today)
    show_plan(bench, plan, request.surgery_on, checks)


def _show_stored(bench: Bench, companion: "Companion") -> None:
    plan = companion.plan.current()
    if plan is None:
        raise NotUnderstoodError("There is no plan in this diary yet; start one with “plan start”.")
    surgery_on = surgery_for(companion.person(), plan.course)
    show_plan(bench, plan, surgery_on, companion.heart.overview().checks)


def _show_change(bench: Bench, companion: "Companion", before: tuple[Plan, ...]) -> None:
    """Print the plan to a machine, and to a person what is different now."""
    if bench.options.as_json and companion.plan.current() is not None:
        _show_stored(bench, companion)
        return
    was = {plan.course.id: plan for plan in before}
    now = companion.plan.all()
    lines = ["Saved."]
    for plan in now:
        surgery_on = surgery_for(companion.person(), plan.course)
        lines += change_lines(was.get(plan.course.id), plan, surgery_on, bench.library)
        lines += _said_now(was.get(plan.course.id), plan, surgery_on)
    if not now:
        lines.append("There is no plan in this diary now.")
    bench.show({"regimen": None}, lines)


def _said_now(before: Plan | None, after: Plan, surgery_on: date | None) -> list[str]:
    """Return what is to be said of the new dates; a new plan has said it already."""
    said = said_past_surgery(after, surgery_on)
    is_news = before is not None and said not in (None, said_past_surgery(before, surgery_on))
    return [said] if said is not None and is_news else []


def _start(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    request = requested(bench, found)
    companion.plan.start(
        request.regimen,
        setting=request.setting,
        starts_on=request.starts_on,
        surgery_on=request.surgery_on,
        resumes_on=request.resumes_on,
    )


def _move(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    target, cycle = _target(bench, found), typed.whole_number(found.cycle, "cycle")
    reason = Reason(found.reason)
    to = _new_day(companion, found, target, cycle)
    if not found.preview:
        companion.plan.move(target, cycle, to, reason, typed.note(found.note))
        return
    preview = companion.plan.preview_move(target, cycle, to, reason)
    surgery_on = surgery_for(companion.person(), preview.after.course)
    plain = {
        **plain_plan(preview.after, surgery_on, _checks_after(companion, preview.after)),
        "changed": [
            {"from": was.on.isoformat(), "to": now.on.isoformat(), "visit": plain_visit(now)}
            for was, now in preview.changed
        ],
        "sentences": list(preview.sentences),
    }
    lines = change_lines(preview.before, preview.after, surgery_on, bench.library)
    lines += preview.sentences
    lines.append("Nothing was stored.")
    bench.show(plain, lines)


def _checks_after(companion: "Companion", after: Plan) -> tuple[HeartCheck, ...]:
    """Return the heart checks as they would be with one plan changed."""
    plans = companion.plan.all()
    changed = (after if each.course.id == after.course.id else each for each in plans)
    return companion.heart.checks_by_label(tuple(changed))


def _new_day(
    companion: "Companion", found: argparse.Namespace, target: DoseTarget, cycle: int
) -> date:
    if found.to is not None:
        return typed.day(found.to)
    days = timedelta(days=typed.whole_number(found.by_days, "day"))
    return companion.plan.planned_on(target, cycle) + days


def _given(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    cycle = typed.whole_number(found.cycle, "cycle")
    target = _target(bench, found)
    on = _optional_day(found.on) or companion.plan.planned_on(target, cycle)
    companion.plan.give(target, cycle, on, note=typed.note(found.note))


def _omit(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    cycle = typed.whole_number(found.cycle, "cycle")
    companion.plan.omit(_target(bench, found), cycle, Reason(found.reason))


def _stop(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    companion.plan.stop(_target(bench, found), typed.day(found.on), Reason(found.reason))


def _adapt(bench: Bench, companion: "Companion", found: argparse.Namespace) -> None:
    plan = companion.plan.current()
    if plan is None:
        raise NotUnderstoodError("There is no plan in this diary yet; start one with “plan start”.")
    companion.plan.adapt(plan.course.id, _own_phases(bench, found.custom))


def _undo(_bench: Bench, companion: "Companion", _found: argparse.Namespace) -> None:
    companion.plan.undo()


_STEPS = {
    "start": _start,
    "move": _move,
    "given": _given,
    "omit": _omit,
    "stop": _stop,
    "adapt": _adapt,
    "undo": _undo,
}


def _target(bench: Bench, found: argparse.Namespace) -> DoseTarget:
    if found.drug is not None and found.drug not in bench.library.drugs:
        profiles = bench.library.drug_profiles
        names = {drug: (each.name, *each.also_called) for drug, each in profiles.items()}
        raise NotUnderstoodError(
            f"“{found.drug[:60]}” is not a drug this program knows; nothing was changed; "
            f"{perhaps(found.drug[:60], names)}use its generic name, for example trastuzumab."
        )
    return DoseTarget(found.drug, Track(found.track) if found.track else None)


def _optional_day(text: str | None) -> date | None:
    return None if text is None else typed.day(text)
