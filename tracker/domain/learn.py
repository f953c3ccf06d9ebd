"""What people can read about their illness and its treatment, sentence by sentence with sources."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.domain.drugs import DrugProfile, LateEffect
from tracker.domain.wording import at_start

_DRUG = "drug:"


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
        also_called: Other names of it that people may look for.
    """

    id: str
    title: str
    statements: tuple[LearnStatement, ...]
    also_called: tuple[str, ...] = ()

    @property
    def drug(self) -> str | None:
        """The id of the drug it is about; None for every other topic."""
        return self.id.removeprefix(_DRUG) if self.id.startswith(_DRUG) else None


def drug_topic(profile: DrugProfile, late_effects: Iterable[LateEffect]) -> LearnTopic:
    """Return what one drug is known for: what it is, its effects, what can come late."""
    effects = [
        LearnStatement(
            f"{at_start(row.name)}: {row.how_often}.",
            tuple(dict.fromkeys(filter(None, (row.source, row.timing_source)))),
        )
        for row in profile.effects
    ]
    late = [
        LearnStatement(each.text, each.sources) for each in late_effects if profile.id in each.drugs
    ]
    about = LearnStatement(profile.about, (profile.source,))
    return LearnTopic(
        f"{_DRUG}{profile.id}", profile.name, (about, *effects, *late), profile.also_called
    )


def find(topics: Iterable[LearnTopic], typed: str) -> tuple[LearnTopic, ...]:
    """Return the topics that hold every word typed, each with the statements that do.

    A word in the title or in another name counts for all statements below it; nothing typed
    returns all. Capitals and hyphens make no difference: "tdm1" finds T-DM1.
    """
    words = _plain(typed).split()
    found = (_matching(topic, words) for topic in topics)
    return tuple(topic for topic in found if topic.statements)


def _matching(topic: LearnTopic, words: list[str]) -> LearnTopic:
    names = _plain(" ".join((topic.title, *topic.also_called)))
    missing = [word for word in words if word not in names]
    statements = tuple(
        each for each in topic.statements if all(word in _plain(each.text) for word in missing)
    )
    return replace(topic, statements=statements)


def _plain(text: str) -> str:
    return text.casefold().replace("-", "")
