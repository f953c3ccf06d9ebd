"""Diaries that come in add what is missing, change nothing that is here, and all or nothing."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.builders import NOW, a_person, an_answer
from tests.every_kind import one_entry_of_every_kind
from tests.fakes import MemoryStorage
from tests.whole_diaries import as_written
from tracker.clinical.library import library
from tracker.domain.course import Course, DoseTarget, Given
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import AnswerState, QuestionEntry, SymptomEntry
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import CareTeam, Contact, FeverCard, HeartProfile, Surgery
from tracker.domain.regimen import Setting
from tracker.errors import NotUnderstoodError
from tracker.services.arrival_words import two_sided
from tracker.services.entry_history import EntryAction
from tracker.services.exchanging import arrival, everything
from tracker.services.ports import Write

GIVEN = Given(DoseTarget(), 1, date(2026, 5, 4))


@pytest.fixture
def diary():
    course = Course(
        id=uuid4(),
        regimen=library().regimens["tchp"],
        setting=Setting.ADJUVANT,
        starts_on=date(2026, 5, 4),
        events=(GIVEN,),
    )
    return PersonDiary(a_person(), (course,), tuple(one_entry_of_every_kind()))


@pytest.fixture
def storage():
    return MemoryStorage()


def bring(storage, *diaries):
    arriving = arriving_in(storage, *diaries)
    storage.apply(arriving.write)
    return arriving


def arriving_in(storage, *diaries):
    return arrival(storage, library(), map(as_written, diaries), NOW)


def test_what_comes_in_is_there_whole(storage, diary):
    bring(storage, diary)

    assert everything(storage, library()) == (diary,)


def test_the_same_diary_twice_adds_nothing(storage, diary):
    bring(storage, diary)

    again = arriving_in(storage, diary)

    assert again.adds_nothing
    assert again.already_here == len(diary.entries)


def test_a_new_person_stands_beside_those_who_are_here(storage, diary):
    bring(storage, diary)
    other = PersonDiary(a_person(id=uuid4(), name="Bea"), (), (an_answer(),))

    bring(storage, other)

    assert everything(storage, library()) == (diary, other)


def test_only_what_is_missing_is_added(storage, diary):
    bring(storage, replace(diary, entries=diary.entries[:5]))
    later = replace(diary.courses[0], events=(GIVEN, Given(DoseTarget(), 2, date(2026, 5, 25))))

    arriving = bring(storage, replace(diary, courses=(later,)))

    assert len(arriving.write.entries) == len(diary.entries) - 5
    assert everything(storage, library())[0].courses == (later,)


def test_an_older_file_takes_nothing_away(storage, diary):
    bring(storage, diary)
    older = replace(diary, courses=(replace(diary.courses[0], events=()),), entries=())

    assert bring(storage, older).adds_nothing
    assert everything(storage, library()) == (diary,)


def test_a_profile_that_is_here_stays_as_it_is_and_what_is_told_otherwise_is_said(storage, diary):
    bring(storage, diary)
    other = replace(diary.person, name="Old name", surgeries=(Surgery(date(2025, 1, 7)),))

    arriving = bring(storage, replace(diary, person=other))

    assert storage.people() == (diary.person,)
    assert arriving.adds_nothing
    (said,) = two_sided(arriving)
    assert said.startswith(f"The file says something else about {diary.person.name} (name, opera")


def test_what_is_not_known_here_comes_in_and_twice_adds_nothing(storage, diary):
    unknown = replace(diary.person, born_on=None, care=CareTeam(), heart=HeartProfile())
    card = FeverCard(Decimal("37.5"), Decimal("36.0"), TemperatureUnit.CELSIUS)
    known = replace(
        unknown,
        born_on=date(1975, 6, 15),
        care=replace(unknown.care, fever_card=card, contacts=(Contact("Nurse", "1"),)),
        heart=replace(unknown.heart, risk_factors=()),
    )
    bring(storage, replace(diary, person=unknown))

    first = bring(storage, replace(diary, person=known))
    again = bring(storage, replace(diary, person=known))

    assert storage.people() == (known,)
    assert (first.new_people, first.filled_in) == (0, (known.name,))
    assert two_sided(first) == (f"Added what was not known about {known.name}.",)
    assert (again.adds_nothing, two_sided(again)) == (True, ())


@pytest.mark.parametrize("kept", ["courses", "entries"])
def test_what_is_another_persons_here_is_refused_and_she_keeps_it(storage, diary, kept):
    bring(storage, diary)
    both = {"courses": (), "entries": (), kept: getattr(diary, kept)}
    copied = replace(diary, person=replace(diary.person, id=uuid4(), name="Bea"), **both)

    with pytest.raises(NotUnderstoodError, match=f"gives to Bea what is {diary.person.name}'s"):
        bring(storage, copied)

    assert everything(storage, library()) == (diary,)


def test_an_entry_that_was_removed_here_stays_removed(storage, diary):
    bring(storage, diary)
    storage.apply(Write(at=NOW, removed_entries=(diary.entries[0].id,)))

    assert bring(storage, diary).adds_nothing


def a_question(answer=None, text="Why?"):
    stamp = {"id": a_person().id, "day": NOW.date(), "at": NOW, "zone": "UTC", "by": "self"}
    return QuestionEntry(**stamp, text=text, answer=answer)


def with_entry(entry):
    return PersonDiary(a_person(id=uuid4()), (), (entry,))


def test_an_answer_that_was_written_elsewhere_comes_in(storage):
    here = with_entry(a_question())
    bring(storage, here)

    arriving = bring(storage, replace(here, entries=(a_question("Because."),)))
    older = bring(storage, here)

    assert not arriving.adds_nothing
    assert older.adds_nothing
    assert everything(storage, library())[0].entries == (a_question("Because."),)


@pytest.mark.parametrize(
    ("here", "coming"),
    [
        (a_question("Yes."), a_question("No.")),
        (a_question(), a_question(text="Who?")),
        (an_answer(severity=1), None),
    ],
)
def test_of_two_versions_the_one_here_counts_and_the_other_is_kept(storage, here, coming):
    diary = with_entry(here)
    bring(storage, diary)
    other = coming or replace(here, state=AnswerState.PRESENT, severity=2)
    pain = an_answer("pain")

    arriving = bring(storage, replace(diary, entries=(other, pain)))

    assert arriving.write.arrived_versions == (other,)
    assert "1 entry says something else" in two_sided(arriving)[0]
    assert set(everything(storage, library())[0].entries) == {here, pain}
    (line,) = storage.history([here.id])
    assert (line.action, line.after) == (EntryAction.ARRIVED, other)


def test_the_same_other_version_arrives_once(storage):
    diary = with_entry(a_question("Yes."))
    bring(storage, diary)
    other = replace(diary, entries=(a_question("No."),))
    bring(storage, other)

    assert bring(storage, other).adds_nothing
    assert bring(storage, diary).adds_nothing


def test_an_earlier_version_of_what_was_corrected_here_is_no_news(storage):
    diary = with_entry(a_question("Yes."))
    bring(storage, diary)
    storage.apply(Write(at=NOW, changed_entries=(a_question("Yes, twice."),)))

    assert bring(storage, diary).adds_nothing


class ComparedAnswer(SymptomEntry):
    """An answer that counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        ComparedAnswer.compared += 1
        return super().__eq__(other)

    __hash__ = SymptomEntry.__hash__


class ComparedHistory(MemoryStorage):
    """Tells its history in such answers."""

    def history(self, ids):
        lines = super().history(ids)
        return tuple(replace(line, before=None, after=self._compared(line.after)) for line in lines)

    def _compared(self, entry: SymptomEntry) -> ComparedAnswer:
        return ComparedAnswer(**{each.name: getattr(entry, each.name) for each in fields(entry)})


def test_another_version_is_compared_with_the_history_of_its_own_entry_only(diary):
    storage = ComparedHistory()
    answers = tuple(an_answer(severity=1) for _ in range(40))
    bring(storage, replace(diary, entries=answers))
    corrected = tuple(replace(each, severity=2) for each in answers)
    storage.apply(Write(at=NOW, changed_entries=corrected))
    ComparedAnswer.compared = 0

    other = replace(diary, entries=tuple(replace(each, severity=3) for each in answers))
    arriving = arriving_in(storage, other)

    assert arriving.write.arrived_versions == other.entries
    assert ComparedAnswer.compared == len(answers)


@pytest.mark.parametrize(
    "changed",
    [
        {"starts_on": date(2026, 5, 5)},
        {"events": (Given(DoseTarget(), 1, date(2026, 5, 6)),)},
    ],
)
def test_of_two_plans_the_one_here_stays_and_it_is_said(storage, diary, changed):
    bring(storage, diary)
    new = an_answer("pain")
    other = replace(
        diary, courses=(replace(diary.courses[0], **changed),), entries=(*diary.entries, new)
    )

    arriving = bring(storage, other)

    assert "the plan here stays as it is" in two_sided(arriving)[0]
    (kept,) = everything(storage, library())
    assert kept.courses == diary.courses
    assert set(kept.entries) == {*diary.entries, new}
