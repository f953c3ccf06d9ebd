"""What the Learn page shows: topics in groups, the person's own drugs first, or what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from tracker.domain.learn import LearnTopic, find
from tracker.domain.schedule import Plan
from tracker.domain.sources import Source


class Group(Enum):
    """The parts of the page, in their order."""

    OWN_DRUGS = auto()
    ILLNESS = auto()
    OTHER_DRUGS = auto()


@dataclass(frozen=True, slots=True)
class StatementState:
    """A sentence or two and the texts they rest on, the main one first; at least one."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class TopicState:
    """What is shown under one heading.

    Attributes:
        also_called: Other names of a drug.
        statements: All of the topic, or those that hold what was typed.
        of: How many the topic has in all.
    """

    id: str
    title: str
    also_called: tuple[str, ...]
    statements: tuple[StatementState, ...]
    of: int


@dataclass(frozen=True, slots=True)
class GroupState:
    """Topics under one title; never empty."""

    group: Group
    topics: tuple[TopicState, ...]


@dataclass(frozen=True, slots=True)
class LearnState:
    """The page.

    Attributes:
        found: How many statements hold what was typed; None while nothing is typed.
    """

    groups: tuple[GroupState, ...]
    found: int | None


@dataclass(frozen=True, slots=True)
class LearnKnowledge:
    """What can be read, and the texts it rests on, by id."""

    topics: tuple[LearnTopic, ...]
    sources: Mapping[str, Source]


def own_drugs(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return every drug of a person's plans, past and to come, by its first day."""
    first: dict[str, date] = {}
    for plan in plans:
        days = [(visit.drug, visit.on) for visit in plan.visits]
        days += [(span.drug, span.starts_on) for span in plan.tablets]
        for drug, day in days:
            first[drug] = min(day, first.get(drug, day))
    return tuple(sorted(first, key=lambda drug: (first[drug], drug)))


def learn_state(knowledge: LearnKnowledge, own: Sequence[str], typed: str) -> LearnState:
    """Return the page for what stands in the search field; "" shows everything."""
    found = find(knowledge.topics, typed)
    whole = {topic.id: len(topic.statements) for topic in knowledge.topics}
    groups = []
    for group in Group:
        topics = [topic for topic in found if _group_of(topic, own) is group]
        if group is Group.OWN_DRUGS:
            topics.sort(key=lambda topic: own.index(topic.drug or ""))
        if topics:
            shown = tuple(_shown(topic, whole[topic.id], knowledge.sources) for topic in topics)
            groups.append(GroupState(group, shown))
    count = sum(len(topic.statements) for topic in found)
    return LearnState(tuple(groups), count if typed.strip() else None)


def _group_of(topic: LearnTopic, own: Sequence[str]) -> Group:
    if topic.drug is None:
        return Group.ILLNESS
    return Group.OWN_DRUGS if topic.drug in own else Group.OTHER_DRUGS


def _shown(topic: LearnTopic, whole: int, sources: Mapping[str, Source]) -> TopicState:
    statements = tuple(
        StatementState(each.text, tuple(sources[source] for source in each.sources))
        for each in topic.statements
    )
    return TopicState(topic.id, topic.title, topic.also_called, statements, whole)
