"""What matches the rules at a moment, whom to call, and what the person was already told about."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from tracker.domain.alert_case import AlertCase, AlertKnowledge, Because
from tracker.domain.alert_matches import ADDING_UP, Match, matches
from tracker.domain.alert_rules import AlertLevel
from tracker.domain.alert_wording import fill_in
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import ContactEntry
from tracker.domain.reported import counting
from tracker.domain.schedule import Plan
from tracker.domain.sources import Source

__all__ = ["Alert", "AlertKnowledge", "AlertLevel", "AlertReport", "Because", "match_alerts"]


class Alert(NamedTuple):
    """One thing to tell the team, and how soon.

    Attributes:
        rule: Id of the rule.
        subject: A symptom, a measurement, the heart scan, or several of them together.
        because: The entries behind it, in words; empty for a heart scan before the first one.
        source: The text the rule rests on, with the rule's own place in it.
        told_on: When the team was told of it, within the last 24 hours; None otherwise.
        interrupts: Whether it asks for attention by itself; else it is only listed.
    """

    rule: str
    subject: str
    level: AlertLevel
    title: str
    advice: str
    because: tuple[Because, ...]
    source: Source
    told_on: datetime | None
    interrupts: bool


class AlertReport(NamedTuple):
    """All alerts, the worst first, and a sentence that never says that all is well."""

    alerts: tuple[Alert, ...]
    statement: str


def match_alerts(
    diary: PersonDiary,
    plans: Sequence[Plan],
    knowledge: AlertKnowledge,
    now: datetime,
    *,
    switched_off: bool = False,
) -> AlertReport:
    """Return what matches the rules at `now`; the same diary and moment give the same report.

    Entries later than `now` do not exist.

    Args:
        diary: One person's; two people's answers are never added up.
        plans: Of all her courses.
        knowledge: The rules and what they refer to.
        now: Aware moment.
        switched_off: The person switched alerts off: then only call-now and emergency interrupt.
    """
    case = AlertCase(diary, plans, knowledge, now)
    texts = knowledge.alert_rules.texts
    told = _Told(case)
    alerts = tuple(
        _alert(case, match, told.on(match), switched_off=switched_off) for match in matches(case)
    )
    statement = texts.statement_some if alerts else texts.statement_empty
    return AlertReport(alerts, fill_in(statement, diary.person.care, knowledge.alert_rules))


def _alert(case: AlertCase, match: Match, told_on: datetime | None, *, switched_off: bool) -> Alert:
    rules, care = case.knowledge.alert_rules, case.diary.person.care
    words = rules.texts.levels[match.level]
    title = rules.texts.titles.get(match.rule.id, words.title)
    advice = " ".join((words.sentence, match.rule.advice, *_extra_advice(case, match), *match.more))
    quietest = AlertLevel.CALL_NOW if switched_off else AlertLevel.CALL_TODAY
    return Alert(
        rule=match.rule.id,
        subject=match.subject,
        level=match.level,
        title=fill_in(title, care, rules),
        advice=fill_in(advice, care, rules),
        because=match.because,
        source=match.rule.source,
        told_on=told_on,
        interrupts=told_on is None and match.level.at_least(quietest),
    )


def _extra_advice(case: AlertCase, match: Match) -> list[str]:
    around = {
        drug
        for answer in case.answers
        if answer.symptom == match.subject
        for drug in case.drugs_around(answer)
    }
    return [
        extra.rule.advice
        for extra in case.knowledge.alert_rules.extra_advice
        if extra.to_rule == match.rule.id and not around.isdisjoint(extra.drugs)
    ]


class _Told:
    """What was told in the last 24 hours, as it stood when it was told."""

    def __init__(self, case: AlertCase) -> None:
        self._told = [
            (contact.at, told)
            for contact in counting(case.diary.entries, case.now)
            if isinstance(contact, ContactEntry)
            for told in _told_by(contact, case)
        ]

    def on(self, match: Match) -> datetime | None:
        """Return the last moment at which this match, no worse than now, was told of."""
        moments = [at for at, told in self._told if match.is_covered_by(told)]
        return max(moments, default=None)


def _told_by(contact: ContactEntry, case: AlertCase) -> Iterator[Match]:
    """Yield what stood when the team was told, as far as it was told.

    Whoever tells that several things come together tells each of them.
    """
    then = matches(AlertCase(case.diary, case.plans, case.knowledge, contact.at))
    named = [each for each in then if contact.alerts is None or each.rule.id in contact.alerts]
    parts = {part for each in named if each.subject == ADDING_UP for part in each.facts}
    yield from (each for each in then if each in named or each.subject in parts)
