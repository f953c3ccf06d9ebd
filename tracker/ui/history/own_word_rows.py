"""The rows of a diary page that have no printed name: their words, and what these mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from tracker.domain.symptoms import OWN_PREFIX

_KEY = "row "


@dataclass(slots=True)
class OwnWordRows:
    """Words that are typed for the rows, in their order.

    Attributes:
        words: "" while a row has none. One that the list of symptoms knows means that symptom.
        known: Ids of all symptoms of the list, by their names in lower case.
    """

    words: list[str] = field(default_factory=list)
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """Under what the answers of each row are kept, whatever its word becomes."""
        return tuple(f"{_KEY}{place}" for place in range(len(self.words)))

    @property
    def symptoms(self) -> Mapping[str, str]:
        """The id each row is about, by its key; "" while it has no word."""
        return {key: self.symptom(place) for place, key in enumerate(self.keys)}

    def symptom(self, place: int) -> str:
        """Return the id a row is about; "" while it has no word."""
        word = self.words[place]
        return self.known.get(word.lower(), f"{OWN_PREFIX}{word}") if word else ""

    def name(self, place: int, word: str) -> None:
        """Give a row its word."""
        self.words[place] = " ".join(word.split())

    def take(self, words: Collection[str]) -> None:
        """Put words of a draft back; a row that has one already keeps it where there is none."""
        for place, word in enumerate(list(words)[: len(self.words)]):
            self.words[place] = word or self.words[place]

    def without_word(self, answered: Collection[str]) -> int | None:
        """Return the first row that has answers, by its key, and no word; None without one."""
        places = (place for place, key in enumerate(self.keys) if key in answered)
        return next((place for place in places if not self.words[place]), None)

    def named_twice(self, above: Collection[str]) -> int | None:
        """Return the first row about what a row above, or one of `above`, is about already."""
        before = set(above)
        for place in range(len(self.words)):
            symptom = self.symptom(place)
            if symptom and symptom in before:
                return place
            before.add(symptom)
        return None
