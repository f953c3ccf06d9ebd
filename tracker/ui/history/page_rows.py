"""What the rows of a diary page take."""

from enum import Enum, auto


class RowKind(Enum):
    """What the cells of a row take."""

    SYMPTOM = auto()
    OWN = auto()
    TEMPERATURE = auto()
    AFTER_MEDICINE = auto()
    NOTES = auto()
    QUESTIONS = auto()


LAST_ROWS = (RowKind.TEMPERATURE, RowKind.AFTER_MEDICINE, RowKind.NOTES, RowKind.QUESTIONS)
TEXT_ROWS = (RowKind.NOTES, RowKind.QUESTIONS)
