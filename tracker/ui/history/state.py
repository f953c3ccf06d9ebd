"""What History reads from the diary, once, and the choices it offers. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain.cycle_runs import Comparable, comparable, runs_of
from tracker.domain.cycles import CycleSpan
from tracker.domain.schedule import Plan
from tracker.domain.spoken_dates import month_in_words
from tracker.domain.symptoms import symptom_name
from tracker.domain.trends import CycleWorst, History
from tracker.domain.wording import counted
from tracker.services.companion import Companion

SEVERITY_WORDS = ("none", "mild", "moderate", "severe", "very severe")
LONGEST_CYCLE_SHOWN = 21
MOST_CYCLES_AT_ONCE = 8
LATEST_CYCLES = 6
ALL, LATEST = "all", "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The diary as History needs it; choosing cycles or a symptom reads nothing again.

    Attributes:
        labels: What each begun cycle is called.
        symptoms: Id and name of those that were answered, in the order of the check-in.
        felt: Those of them that were ever more than none.
        compared: The cycles that the sentences speak about.
    """

    history: History
    today: date
    labels: tuple[str, ...]
    symptoms: tuple[tuple[str, str], ...]
    felt: frozenset[str]
    compared: Comparable
    plan: Plan | None

    @property
    def felt_symptoms(self) -> tuple[tuple[str, str], ...]:
        """Id and name of the symptoms that have something to show."""
        return tuple(each for each in self.symptoms if each[0] in self.felt)

    @property
    def never(self) -> tuple[str, ...]:
        """Names of symptoms that were always answered with none; a skip says nothing of that."""
        grid = self.history.by_cycle_day
        return tuple(
            name
            for each, name in self.symptoms
            if each not in self.felt and any(0 in row for row in grid[each].values())
        )

    @property
    def answered(self) -> str:
        """How many days hold an answer, in words."""
        days = self.history.days
        return f"{days - self.history.unanswered_days} of {days} days answered."

    @property
    def spans(self) -> tuple[CycleSpan, ...]:
        """The begun cycles."""
        return tuple(cycle.span for cycle in self.history.cycles)

    def name_of(self, symptom: str) -> str:
        """Return the person's word for a symptom that was answered."""
        return dict(self.symptoms)[symptom]

    def places_behind(self, symptom: str) -> tuple[int, ...]:
        """Return the cycles that show what is said of a symptom, by place among the begun ones.

        What is new may have been felt after the cycles that are compared: those since are there
        too then, of many the latest.
        """
        places = self.compared.places
        if symptom in self.history.new_since_visit:
            places = range(places.start, len(self.spans))[-MOST_CYCLES_AT_ONCE:]
        return tuple(places)

    def low_count_days(self, place: int) -> tuple[int, int] | None:
        """Return first and last cycle day of a cycle's low-count window; None without one."""
        span = self.history.cycles[place].span
        for window in self.plan.windows if self.plan is not None else ():
            same = (window.phase, window.cycle) == (span.phase, span.cycle)
            within = span.starts_on <= window.starts_on <= span.ends_on
            if same and within and window.what == "low-counts":
                first, last = span.cycle_day(window.starts_on), span.cycle_day(window.ends_on)
                return max(first, 1), last
        return None


@dataclass(frozen=True, slots=True)
class CycleGroup:
    """Cycles that can be looked at together; `places` are theirs among the begun ones."""

    key: str
    label: str
    places: tuple[int, ...]


def read(companion: Companion) -> Reading | None:
    """Return what History shows; None before the first cycle."""
    history = companion.history.overview()
    compared = comparable(history)
    if compared is None:
        return None
    definitions = companion.library.symptoms
    order = {symptom: place for place, symptom in enumerate(definitions)}
    answered = sorted(history.by_cycle_day, key=lambda each: (order.get(each, len(order)), each))
    return Reading(
        history=history,
        today=companion.clock().date(),
        labels=_labels(history.cycles),
        symptoms=tuple((each, symptom_name(each, definitions)) for each in answered),
        felt=frozenset(each for each in answered if _was_felt(history.by_cycle_day[each])),
        compared=compared,
        plan=companion.plan.current(),
    )


def cycle_groups(reading: Reading) -> tuple[CycleGroup, ...]:
    """Return what to choose cycles from; one group while few enough to see them all at once."""
    everything = tuple(range(len(reading.labels)))
    whole = CycleGroup(ALL, f"All {len(everything)} cycles", everything)
    if len(everything) <= MOST_CYCLES_AT_ONCE:
        return (whole,)
    latest = CycleGroup(LATEST, f"Latest {LATEST_CYCLES} cycles", everything[-LATEST_CYCLES:])
    runs = runs_of(reading.spans)
    by_phase = (
        CycleGroup(f"from-{run.start}", _run_label(reading.spans[run.start], run), tuple(run))
        for run in reversed(runs)
    )
    return (latest, *by_phase, whole) if len(runs) > 1 else (latest, whole)


def _run_label(first: CycleSpan, run: range) -> str:
    cycles = counted(len(run), "cycle")
    return f"{first.phase}, {cycles} from {month_in_words(first.starts_on)}"


def _labels(cycles: tuple[CycleWorst, ...]) -> tuple[str, ...]:
    phases = {cycle.span.phase for cycle in cycles}
    if len(phases) == 1:
        return tuple(f"Cycle {cycle.span.cycle}" for cycle in cycles)
    return tuple(f"{cycle.span.phase} {cycle.span.cycle}" for cycle in cycles)


def _was_felt(days: Mapping[int, tuple[int | None, ...]]) -> bool:
    return any(any(row) for row in days.values())
