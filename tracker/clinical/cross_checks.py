"""Checks that need several files at once: every id that one file names is known to another.

The tests run them on what is shipped, so that no start of the program pays for them.
"""

from collections.abc import Collection, Iterable, Mapping

from tracker.clinical.library import Library
from tracker.domain.regimen import LoadingRule, Track
from tracker.errors import KnowledgeError


def check_everything(known: Library) -> None:
    """Read all knowledge and check it against itself; it takes a few hundredths of a second.

    Raises:
        KnowledgeError: Names the file, the place and what was expected.
    """
    _check_drugs(known)
    _check_effects(known)
    _check_late_effects(known)
    _check_codes(known)
    _check_regimens(known)
    _ = (known.labs, known.alert_rules, known.heart_rules)


def _check_drugs(known: Library) -> None:
    for drug in known.drugs.values():
        place = f"drugs.toml, drugs.{drug.id}"
        if drug.her2 != (drug.track is Track.HER2):
            raise KnowledgeError(f"{place}: expected her2 = true exactly on the track her2.")
        if drug.loading is not LoadingRule.NEVER and not drug.her2:
            raise KnowledgeError(f"{place}.loading: expected a loading dose of HER2 drugs alone.")


def _check_effects(known: Library) -> None:
    for profile in known.drug_profiles.values():
        for effect in profile.effects:
            place = f"drugs.toml, drugs.{profile.id}, effect {effect.effect}"
            _known(effect.symptoms, known.symptoms, place, "symptoms.toml")
            _known((effect.lab,) if effect.lab else (), known.labs, place, "labs.toml")


def _check_late_effects(known: Library) -> None:
    for effect in known.late_effects.values():
        _known(effect.symptoms, known.symptoms, f"late_effects.toml, {effect.id}", "symptoms.toml")


def _check_codes(known: Library) -> None:
    groups: Mapping[str, tuple[Iterable[str], Collection[str]]] = {
        "symptoms": (known.codes.symptoms, known.symptoms),
        "labs": (known.codes.labs, known.labs),
        "drugs": (known.codes.drugs, known.drugs),
    }
    for group, (used, ids) in groups.items():
        _known(used, ids, f"codes.toml, {group}", f"{group}.toml")


def _check_regimens(known: Library) -> None:
    if not known.regimens:
        raise KnowledgeError("regimens: expected at least one treatment template.")


def _known(used: Iterable[str], ids: Collection[str], place: str, file: str) -> None:
    for each in used:
        if each not in ids:
            raise KnowledgeError(f"{place}: expected an id from {file}, got {each}.")
