"""The symptoms a check-in offers, with words for each level and what may be added to an answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tracker.domain.entry_checks import is_one_line
from tracker.domain.wording import perhaps
from tracker.errors import NotUnderstoodError

OWN_PREFIX = "own:"
LONGEST_OWN_NAME = 100
NUMBER_OF_LEVELS = 5


class FlagDefinition(NamedTuple):
    """Something that can be added to an answer, and its words."""

    id: str
    text: str


class SymptomGroup(NamedTuple):
    """A part of the body under which symptoms are listed."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomDefinition:
    """One symptom in the person's words and in the clinic's.

    Attributes:
        name: The person's word, capitalized: "Sore mouth".
        clinical_term: The clinic's word, for the report.
        levels: Words for 0 to 4, in this order, each beginning in lower case.
        flags: What may be added to an answer about it, and nothing else may.
    """

    id: str
    name: str
    clinical_term: str
    group: SymptomGroup
    levels: tuple[str, ...]
    flags: tuple[FlagDefinition, ...] = ()

    def __post_init__(self) -> None:
        if len(self.levels) != NUMBER_OF_LEVELS:
            raise ValueError(f"{self.id} needs words for 0 to 4, got {len(self.levels)}")

    def words(self, severity: int) -> str:
        """Return the words of a level from 0 to 4."""
        return self.levels[severity]

    def flag_text(self, flag: str) -> str:
        """Return the words of a flag that this symptom may carry."""
        return next(each.text for each in self.flags if each.id == flag)


def is_own(symptom: str) -> bool:
    """Return whether the person added this symptom herself."""
    return symptom.startswith(OWN_PREFIX) and bool(symptom.removeprefix(OWN_PREFIX).strip())


def symptom_name(symptom: str, definitions: Mapping[str, SymptomDefinition]) -> str:
    """Return the person's word for a symptom; an own one is called as she typed it."""
    if symptom in definitions:
        return definitions[symptom].name
    return symptom.removeprefix(OWN_PREFIX).strip()


def check_answer(
    symptom: str,
    flags: Collection[str],
    definitions: Mapping[str, SymptomDefinition],
    *,
    where: str = "choose one from the list",
) -> None:
    """Refuse an unknown symptom, and a flag that this symptom does not carry.

    Args:
        symptom: An id, or own: and a name.
        flags: Ids of what was added to the answer.
        definitions: The symptoms that are known.
        where: How the person finds those, as a part of the sentence that refuses.

    Raises:
        NotUnderstoodError: Nothing can be stored of it.
    """
    if symptom not in definitions and not is_own(symptom):
        names = {each.id: (each.name, each.clinical_term) for each in definitions.values()}
        raise NotUnderstoodError(
            f"The diary knows no symptom “{symptom[:60]}”; nothing was saved; "
            f"{perhaps(symptom[:60], names)}{where}, or add your own as own:NAME."
        )
    if symptom not in definitions and not is_one_line(
        symptom.removeprefix(OWN_PREFIX), LONGEST_OWN_NAME
    ):
        raise NotUnderstoodError(
            f"The name of your own symptom has at most {LONGEST_OWN_NAME} letters on one line; "
            "nothing was saved; shorten it."
        )
    known = {flag.id for flag in definitions[symptom].flags} if symptom in definitions else set()
    for flag in flags:
        if flag not in known:
            offered = ", ".join(sorted(known)) if known else "none"
            raise NotUnderstoodError(
                f"“{flag[:60]}” cannot be added to {symptom[:60]}; nothing was saved; "
                f"{perhaps(flag[:60], dict.fromkeys(known, ()))}what can be added: {offered}."
            )
