"""Reads `symptoms.toml` and its texts."""

from pathlib import Path

from tracker.clinical.reading import Table, read_file
from tracker.domain.symptoms import (
    NUMBER_OF_LEVELS,
    FlagDefinition,
    SymptomDefinition,
    SymptomGroup,
)


def read_symptoms(folder: Path, language: str) -> dict[str, SymptomDefinition]:
    """Return all symptoms by id, in the order in which a check-in offers them.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    with read_file(folder / "texts" / language / "symptoms.toml") as top:
        names = top.table("groups").texts_by_id()
        groups = {each: SymptomGroup(each, name) for each, name in names.items()}
        texts = top.table("symptoms")
    with read_file(folder / "symptoms.toml") as top:
        symptoms = {
            each: _symptom(each, table, texts, groups)
            for each, table in top.table("symptoms").by_id()
        }
    texts.finish()
    return symptoms


def _symptom(
    symptom_id: str, table: Table, all_texts: Table, groups: dict[str, SymptomGroup]
) -> SymptomDefinition:
    flags = table.texts("flags", default=())
    with all_texts.table(symptom_id) as texts:
        levels = texts.texts("levels")
        if len(levels) != NUMBER_OF_LEVELS:
            raise texts.wrong("levels", "five texts, for 0 to 4")
        return SymptomDefinition(
            id=symptom_id,
            name=texts.text("name"),
            clinical_term=texts.text("clinical_term"),
            group=groups[table.known("group", groups)],
            levels=levels,
            flags=_flags(flags, texts),
        )


def _flags(flags: tuple[str, ...], texts: Table) -> tuple[FlagDefinition, ...]:
    if not flags:
        return ()
    with texts.table("flags") as words:
        return tuple(FlagDefinition(flag, words.text(flag)) for flag in flags)
