"""Any order of start, move, give, omit, stop and undo leaves a plan that keeps its promises."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import SUMMER, Clock, a_companion
from tests.whole_diaries import read_diaries
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.diary import PersonDiary
from tracker.domain.regimen import LoadingRule, Setting, Track
from tracker.domain.schedule import Visit, VisitStatus, compute_plan, replayed
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import write_diaries
from tracker.services.custom_regimen import own_version
from tracker.services.planning import surgery_for

REGIMENS = ("tchp", "ac-th", "ddac-thp", "apt", "h-year", "tc", "phesgo-year")
TARGETS = st.sampled_from(
    [
        DoseTarget(),
        DoseTarget(track=Track.CHEMO),
        DoseTarget(track=Track.HER2),
        DoseTarget(drug="trastuzumab"),
        DoseTarget(drug="paclitaxel"),
    ]
)
DRUGS = st.sampled_from(["trastuzumab", "pertuzumab", "docetaxel", "paclitaxel"])
CYCLES = st.integers(1, 18)
DAYS = st.integers(-10, 60)
REASONS = st.sampled_from(Reason)
START = date(2026, 1, 5)


class PlanMachine(RuleBasedStateMachine):
    """Keeps a plan as a person might, refusals included."""

    @initialize(regimen=st.sampled_from(REGIMENS), before_surgery=st.booleans())
    def begin(self, regimen: str, *, before_surgery: bool) -> None:
        self.clock = Clock(datetime(2026, 12, 1, 12, tzinfo=SUMMER))
        self.companion = a_companion(clock=self.clock, regimen=None)
        self.plan = self.companion.plan
        settings_known = self.companion.library.regimens[regimen].settings
        wanted = Setting.NEOADJUVANT if before_surgery else Setting.ADJUVANT
        setting = wanted if wanted in settings_known else settings_known[0]
        self.plan.start(regimen, setting=setting, starts_on=START)
        self.before: list[tuple[Visit, ...]] = []

    @rule(aim=TARGETS, cycle=CYCLES, by=DAYS, reason=REASONS, only_this=st.booleans())
    def move(
        self, aim: DoseTarget, cycle: int, by: int, reason: Reason, *, only_this: bool
    ) -> None:
        try:
            to = self.plan.planned_on(aim, cycle) + timedelta(days=by)
        except NotUnderstoodError:
            return
        before = self._visits()
        plan = self.plan.all()[0]
        surgery_on = surgery_for(self.companion.person(), plan.course)
        doses = replayed(plan.course, surgery_on).aimed_at(aim, cycle)
        aimed_on = {dose.on for dose in doses}
        aimed = {(dose.slot.drug, dose.slot.dose) for dose in doses}
        if self._change(lambda: self.plan.move(aim, cycle, to, reason, only_this=only_this)):
            was = {(v.drug, v.dose): v.on for v in before}
            now = {(v.drug, v.dose): v.on for v in self._visits()}
            changed = {was[each] for each in was.keys() & now if was[each] != now[each]}
            assert not only_this or changed <= aimed_on
            assert not only_this or was.keys() ^ now.keys() <= aimed

    @rule(aim=TARGETS, cycle=CYCLES)
    def let_go(self, aim: DoseTarget, cycle: int) -> None:
        before = self._visits()
        try:
            self.plan.back_to_rhythm(aim, cycle)
        except NotUnderstoodError:
            assert self._visits() == before
            return
        assert _given(before) == _given(self._visits())
        self.before.clear()

    @rule(aim=TARGETS, cycle=CYCLES, by=DAYS)
    def give(self, aim: DoseTarget, cycle: int, by: int) -> None:
        try:
            on = self.plan.planned_on(aim, cycle) + timedelta(days=by)
        except NotUnderstoodError:
            return
        self._change(lambda: self.plan.give(aim, cycle, on), may_move_given=True)

    @rule(cycle=CYCLES, reason=st.none() | REASONS, drugs=st.sets(DRUGS, min_size=1, max_size=2))
    def give_without(self, cycle: int, reason: Reason | None, drugs: set[str]) -> None:
        try:
            on = self.plan.planned_on(DoseTarget(), cycle)
        except NotUnderstoodError:
            return
        left_out = dict.fromkeys(drugs, reason)
        give = partial(self.plan.give, DoseTarget(), cycle, on, left_out=left_out)
        self._change(give, may_move_given=True)

    @rule(cycles=st.integers(1, 20), cycle_days=st.sampled_from([7, 14, 21, 28]))
    def follow_the_teams_version(self, cycles: int, cycle_days: int) -> None:
        course, before = self.plan.all()[0].course, self._visits()
        *others, last = course.regimen.phases
        phases = (*others, replace(last, cycles=cycles, cycle_days=cycle_days))
        try:
            self.plan.adapt(course.id, own_version(course.regimen, phases))
        except NotUnderstoodError:
            assert self._visits() == before
            return
        assert _given(before) == _given(self._visits())
        self.before.clear()

    @precondition(lambda self: len(self.plan.all()) == 1)
    @rule(aim=TARGETS, after=st.integers(1, 300), replaces=st.booleans())
    def start_another(self, aim: DoseTarget, after: int, *, replaces: bool) -> None:
        course = self.plan.all()[0].course
        start = partial(
            self.plan.start,
            "t-dm1",
            starts_on=START + timedelta(days=after),
            instead_of=course.id if replaces else None,
            ends=aim,
        )
        self._change(start)

    @rule(aim=TARGETS, cycle=CYCLES, reason=REASONS)
    def omit(self, aim: DoseTarget, cycle: int, reason: Reason) -> None:
        self._change(lambda: self.plan.omit(aim, cycle, reason))

    @rule(aim=TARGETS, after=st.integers(0, 300), reason=REASONS)
    def stop(self, aim: DoseTarget, after: int, reason: Reason) -> None:
        self._change(lambda: self.plan.stop(aim, START + timedelta(days=after), reason))

    @rule(after=st.one_of(st.none(), st.integers(1, 400)))
    def go_on_after_surgery(self, after: int | None) -> None:
        before = self._visits()
        resumes_on = None if after is None else START + timedelta(days=after)
        try:
            self.plan.set_surgery_between(self.plan.all()[0].course.id, None, resumes_on)
        except NotUnderstoodError:
            assert self._visits() == before
            return
        assert _given(before) == _given(self._visits())
        self.before.clear()

    @rule(after=st.integers(1, 400), rest=st.none() | st.integers(1, 90))
    def have_surgery_in_between(self, after: int, rest: int | None) -> None:
        before, on = self._visits(), START + timedelta(days=after)
        resumes_on = None if rest is None else on + timedelta(days=rest)
        course = self.plan.all()[0].course
        try:
            self.plan.set_surgery_between(course.id, on, resumes_on)
        except NotUnderstoodError:
            assert self._visits() == before
            return
        assert _given(before) == _given(self._visits())
        self.before.clear()

    @rule()
    def undo(self) -> None:
        if self.before:
            self.plan.undo()
            assert self._visits() == self.before.pop()

    @invariant()
    def no_drug_has_two_doses_on_a_day_and_doses_keep_their_order(self) -> None:
        for doses in self._by_drug().values():
            kept = [each for each in doses if each.status is not VisitStatus.OMITTED]
            assert [each.on for each in kept] == sorted({each.on for each in kept})

    @invariant()
    def loading_stands_exactly_where_the_rules_put_it(self) -> None:
        drugs = self.companion.library.drugs
        for drug, doses in self._by_drug().items():
            kept = [each for each in doses if each.status is not VisitStatus.OMITTED]
            rule_of_drug = drugs[drug].loading
            for earlier, later in zip([None, *kept], kept, strict=False):
                assert later.loading == _loads(rule_of_drug, earlier, later)

    @invariant()
    def the_plan_comes_back_whole_from_its_file(self) -> None:
        courses = tuple(plan.course for plan in self.plan.all())
        diary = PersonDiary(person=self.companion.person(), courses=courses)
        library = self.companion.library

        (again,) = read_diaries(write_diaries((diary,)), library, self.clock().date())

        assert again.courses == courses

    @invariant()
    def computing_again_gives_the_same(self) -> None:
        plan = self.plan.all()[0]
        assert self.plan.all()[0].visits == plan.visits
        surgery_on = surgery_for(self.companion.person(), plan.course)
        again = compute_plan(plan.course, self.companion.library.drugs, surgery_on)
        assert [(v.drug, v.dose, v.on) for v in again.visits] == [
            (v.drug, v.dose, v.on) for v in plan.visits
        ]

    def _change(self, change, *, may_move_given: bool = False) -> bool:
        before = self._visits()
        try:
            change()
        except NotUnderstoodError:
            assert self._visits() == before
            return False
        if not may_move_given:
            assert _given(before) == _given(self._visits())
        self.before.append(before)
        self.clock.forward(seconds=1)
        return True

    def _visits(self) -> tuple[Visit, ...]:
        return self.plan.all()[0].visits

    def _by_drug(self) -> dict[str, list[Visit]]:
        by_drug: dict[str, list[Visit]] = {}
        for visit in sorted(self._visits(), key=lambda each: each.dose):
            by_drug.setdefault(visit.drug, []).append(visit)
        return by_drug


def _loads(loading: LoadingRule, earlier: Visit | None, later: Visit) -> bool:
    if loading is LoadingRule.NEVER:
        return False
    if earlier is None:
        return True
    gap = (later.on - earlier.on).days
    if loading is LoadingRule.GAP_OF_SIX_WEEKS:
        return gap >= 42
    return gap >= earlier.interval_days + 8


def _given(visits: tuple[Visit, ...]) -> dict[tuple[str, int], date]:
    return {(v.drug, v.dose): v.on for v in visits if v.status is VisitStatus.GIVEN}


TestAnyOrderOfChanges = PlanMachine.TestCase
TestAnyOrderOfChanges.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
