"""What people can read about their illness and its treatment, sentence by sentence with sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.drugs import DrugProfile, LateEffect


@dataclass(frozen=True, slots=True)
class LearnStatement:
    """A sentence or two, and the ids of the sources they rest on; at least one."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LearnTopic:
    """Statements under one heading.

    Attributes:
        id: `drug:` and the drug's id where the topic is about one drug.
    """

    id: str
    title: str
    statements: tuple[LearnStatement, ...]


def drug_topic(profile: DrugProfile, late_effects: Iterable[LateEffect]) -> LearnTopic:
    """Return what one drug is known for: what it is, its effects, what can come late."""
    effects = [
        LearnStatement(
            f"{row.name[0].upper()}{row.name[1:]}: {row.how_often}.",
            tuple(dict.fromkeys(filter(None, (row.source, row.timing_source)))),
        )
        for row in profile.effects
    ]
    late = [
        LearnStatement(each.text, each.sources) for each in late_effects if profile.id in each.drugs
    ]
    about = LearnStatement(profile.about, (profile.source,))
    return LearnTopic(f"drug:{profile.id}", profile.name, (about, *effects, *late))


def find(topics: Iterable[LearnTopic], typed: str) -> tuple[LearnTopic, ...]:
    """Return the topics that hold every word typed, each with the statements that do.

    A word in the title counts for all statements below it; nothing typed returns all.
    """
    words = typed.casefold().split()
    found = (_matching(topic, words) for topic in topics)
    return tuple(topic for topic in found if topic.statements)


def _matching(topic: LearnTopic, words: list[str]) -> LearnTopic:
    title = topic.title.casefold()
    statements = tuple(
        each
        for each in topic.statements
        if all(word in title or word in each.text.casefold() for word in words)
    )
    return LearnTopic(topic.id, topic.title, statements)
