"""Whether a medicine helped is asked later and kept with the medicine."""

import pytest

from tracker.domain.entry_words import Helped
from tracker.errors import NotUnderstoodError


def test_the_answer_stays_with_the_medicine_that_was_taken(diary, clock):
    taken = diary.medicine("ondansetron", amount="8 mg", for_symptom="nausea").entry
    clock.forward(hours=2)

    diary.did_it_help(taken.id, Helped.A_LITTLE)

    (kept,) = diary.entries()
    assert (kept.name, kept.at, kept.helped) == ("ondansetron", taken.at, Helped.A_LITTLE)


def test_undo_asks_again(diary):
    taken = diary.medicine("ondansetron").entry

    diary.did_it_help(taken.id, Helped.NO)
    diary.undo_last()

    assert diary.entries() == (taken,)


def test_only_a_medicine_can_have_helped(diary):
    note = diary.note("A walk.").entry

    with pytest.raises(NotUnderstoodError, match="not a medicine; nothing was changed"):
        diary.did_it_help(note.id, Helped.YES)
