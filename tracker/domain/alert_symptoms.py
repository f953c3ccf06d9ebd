"""Matches the answers about symptoms with their rules."""

from collections.abc import Iterator
from datetime import date

from tracker.domain.alert_case import AlertCase, Because, Finding
from tracker.domain.alert_measurements import fevers
from tracker.domain.alert_rules import AlertLevel, AlertRule, CompanionRule
from tracker.domain.alert_wording import answer_text
from tracker.domain.entries import SymptomEntry
from tracker.domain.trends import standing_answers


def symptom_findings(case: AlertCase) -> Iterator[Finding]:
    """Yield what the counting answers meet, for each answer the more telling rule first."""
    last_answers = _LastAnswers(case)
    for answer in case.answers:
        before = last_answers.before(answer)
        worse = _worse_than(case, answer, before)
        told = _Answer(case, answer, before if worse else None)
        yield from told.by_drug()
        yield from told.by_companion()
        yield from told.by_flag()
        yield from told.by_severity()
        yield from told.by_worsening()


def _worse_than(case: AlertCase, answer: SymptomEntry, before: SymptomEntry | None) -> bool:
    if before is None or before.severity is None or answer.severity is None:
        return False
    return answer.severity - before.severity >= case.knowledge.alert_rules.worsening.by_levels


class _LastAnswers:
    """The standing answers of the symptoms that count, asked for the last about an earlier day."""

    def __init__(self, case: AlertCase) -> None:
        asked = {answer.symptom for answer in case.answers}
        answers = [
            each
            for each in case.diary.entries
            if isinstance(each, SymptomEntry) and each.symptom in asked
        ]
        self._of: dict[str, dict[date, SymptomEntry]] = {}
        for (symptom, day), answer in standing_answers(answers).items():
            if answer.severity is not None:
                self._of.setdefault(symptom, {})[day] = answer

    def before(self, answer: SymptomEntry) -> SymptomEntry | None:
        """Return it; a skip is no answer to compare with, None when there is none."""
        days = self._of.get(answer.symptom, {})
        earlier = max((day for day in days if day < answer.day), default=None)
        return None if earlier is None else days[earlier]


class _Answer:
    """One answer and the rules about it."""

    def __init__(
        self, case: AlertCase, answer: SymptomEntry, better_before: SymptomEntry | None
    ) -> None:
        self._case = case
        self._rules = case.knowledge.alert_rules
        self._answer = answer
        self._better_before = better_before
        text = answer_text(answer, better_before, case.knowledge)
        self._because = Because(answer.id, text)

    def by_severity(self) -> Iterator[Finding]:
        rule = self._rules.symptoms.get(self._answer.symptom)
        if rule is not None:
            yield from self._found(rule.rule, rule.levels.at(self._answer.severity))
            return
        own = self._rules.own_symptom
        if (self._answer.severity or 0) >= own.from_severity:
            yield from self._found(own.rule, own.level)

    def by_flag(self) -> Iterator[Finding]:
        for rule in self._rules.flags:
            if (
                rule.symptom == self._answer.symptom
                and rule.flag in self._answer.flags
                and (self._answer.severity or 0) >= rule.from_severity
            ):
                yield from self._found(rule.rule, rule.level)

    def by_drug(self) -> Iterator[Finding]:
        for rule in self._rules.drugs:
            if rule.symptom != self._answer.symptom:
                continue
            around = self._case.drugs_around(self._answer)
            if around.intersection(rule.drugs) or (rule.on_her2 and self._case.is_her2(around)):
                yield from self._found(rule.rule, rule.levels.at(self._answer.severity))

    def by_companion(self) -> Iterator[Finding]:
        for rule in self._rules.companions:
            if (
                rule.symptom == self._answer.symptom
                and (self._answer.severity or 0) >= rule.from_severity
            ):
                others = tuple(self._companions(rule))
                if others:
                    yield from self._found(rule.rule, rule.level, others)

    def by_worsening(self) -> Iterator[Finding]:
        if self._better_before is not None:
            worsening = self._rules.worsening
            yield from self._found(worsening.rule, worsening.level)

    def _companions(self, rule: CompanionRule) -> Iterator[Because]:
        for other in self._case.present(rule.companions, rule.companion_severity):
            yield Because(other.id, answer_text(other, None, self._case.knowledge))
        if rule.or_fever:
            yield from fevers(self._case)

    def _found(
        self, rule: AlertRule, level: AlertLevel | None, others: tuple[Because, ...] = ()
    ) -> Iterator[Finding]:
        if level is not None:
            yield Finding(
                subject=self._answer.symptom,
                rule=rule,
                level=self._case.level_for(rule, level, self._answer),
                severity=self._answer.severity,
                at=self._answer.at,
                because=(self._because, *others),
            )
