"""All clinical knowledge in one place, each part read when it is first asked for."""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.clinical.alert_rules import read_alert_rules
from tracker.clinical.drugs import Drugs, read_drugs
from tracker.clinical.heart_rules import read_heart_rules
from tracker.clinical.regimens import read_regimens
from tracker.clinical.sources import read_sources
from tracker.clinical.symptoms import read_symptoms
from tracker.domain.alert_rules import AlertRules
from tracker.domain.drugs import DrugProfile
from tracker.domain.heart_rules import HeartRules
from tracker.domain.regimen import DrugFacts, Regimen
from tracker.domain.sources import Source
from tracker.domain.symptoms import SymptomDefinition
from tracker.resource_files import resource_file

if TYPE_CHECKING:  # no first page shows these, so their readers are loaded with them
    from tracker.clinical.labs import Labs
    from tracker.domain.codes import Codes
    from tracker.domain.drugs import LateEffect
    from tracker.domain.expected import ExpectedRules
    from tracker.domain.labs import CountBeforeDose, LabTest
    from tracker.domain.learn import LearnTopic


class Library:
    """What the program knows, read strictly from one folder.

    Every part raises KnowledgeError on its first use when its file is not as expected.
    """

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._folder = folder
        self._language = language

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every text that a fact or a rule rests on, by id."""
        return read_sources(self._folder)

    @cached_property
    def _drugs(self) -> Drugs:
        return read_drugs(self._folder, self._language, self.sources)

    @property
    def drugs(self) -> dict[str, DrugFacts]:
        """What the schedule must know about each drug, by id."""
        return self._drugs.facts

    @property
    def drug_profiles(self) -> dict[str, DrugProfile]:
        """What people can read about each drug, by id."""
        return self._drugs.profiles

    @cached_property
    def expected(self) -> "ExpectedRules":
        """Which days of a plan can be named beforehand."""
        from tracker.clinical.expected import read_expected  # noqa: PLC0415 - the Plan page alone

        return read_expected(self._folder, self._language, self.sources)

    @cached_property
    def symptoms(self) -> dict[str, SymptomDefinition]:
        """The symptoms by id, in the order in which a check-in offers them."""
        return read_symptoms(self._folder, self._language)

    @cached_property
    def regimens(self) -> dict[str, Regimen]:
        """The treatment templates, by id."""
        return read_regimens(self._folder, self._language, self.drugs, self.sources)

    @cached_property
    def alert_rules(self) -> AlertRules:
        """Which answer or reading asks for which call."""
        return read_alert_rules(
            self._folder, self._language, self.symptoms, self.drugs, self.sources
        )

    @cached_property
    def heart_rules(self) -> HeartRules:
        """What labels and scores say about hearts."""
        return read_heart_rules(
            self._folder, self._language, self.drugs, self.symptoms, self.sources
        )

    @cached_property
    def late_effects(self) -> "dict[str, LateEffect]":
        """What treatment can bring long after it, by id."""
        from tracker.clinical.late_effects import (  # noqa: PLC0415
            KnownIds,
            read_late_effects,
        )

        known = KnownIds(self._drugs.of_class, self.drugs, self.sources)
        return read_late_effects(self._folder, self._language, known)

    @cached_property
    def _labs(self) -> "Labs":
        from tracker.clinical.labs import read_labs  # noqa: PLC0415

        return read_labs(self._folder, self._language, self.drug_profiles, self.sources)

    @property
    def labs(self) -> "dict[str, LabTest]":
        """The blood tests, by id."""
        return self._labs.tests

    @property
    def counts_before_a_dose(self) -> "tuple[CountBeforeDose, ...]":
        """Counts that labels and other texts print for the day of a dose."""
        return self._labs.before_a_dose

    @cached_property
    def learn(self) -> "tuple[LearnTopic, ...]":
        """What people can read: the topics of the Learn page, then one for each drug."""
        from tracker.clinical.learn import read_learn  # noqa: PLC0415
        from tracker.domain.learn import drug_topic  # noqa: PLC0415

        path = self._folder.parent / "help" / self._language / "learn.toml"
        late = tuple(self.late_effects.values())
        drugs = (drug_topic(each, late) for each in self.drug_profiles.values())
        return (*read_learn(path, self.sources), *drugs)

    @cached_property
    def codes(self) -> "Codes":
        """Codes of shared terminologies for the exchange with clinics."""
        from tracker.clinical.codes import read_codes  # noqa: PLC0415

        return read_codes(self._folder)


@cache
def library() -> Library:
    """Return the knowledge that ships with the program."""
    return Library(resource_file("clinical"))
