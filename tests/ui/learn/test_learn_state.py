"""What the Learn page shows, without a window."""

from datetime import date

import pytest

from tests.builders import NOW, a_companion, a_course
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.services.ports import Write
from tracker.ui.learn.state import Group, LearnKnowledge, LearnState, learn_state, own_drugs

KNOWLEDGE = LearnKnowledge(library().learn, library().sources)
TCHP = ("carboplatin", "docetaxel", "pertuzumab", "trastuzumab")


def groups(state: LearnState) -> dict[Group, list[str]]:
    return {each.group: [topic.title for topic in each.topics] for each in state.groups}


def texts(state: LearnState) -> list[str]:
    return [
        each.text for group in state.groups for topic in group.topics for each in topic.statements
    ]


def test_a_persons_own_drugs_come_first_in_the_order_of_their_first_days():
    storage = MemoryStorage()
    companion = a_companion(storage=storage, regimen="ac-th")
    tablets = a_course("tamoxifen", starts_on=date(2026, 4, 1))
    storage.apply(Write(at=NOW, courses=(tablets,)))

    own = own_drugs(companion.plan.all())
    shown = groups(learn_state(KNOWLEDGE, own, ""))

    assert own[0] == "tamoxifen"
    assert own.index("doxorubicin") < own.index("paclitaxel")
    assert list(shown) == [Group.OWN_DRUGS, Group.ILLNESS, Group.OTHER_DRUGS]
    assert shown[Group.OWN_DRUGS][:2] == ["Tamoxifen", "Cyclophosphamide"]
    assert "Tamoxifen" not in shown[Group.OTHER_DRUGS]


def test_without_a_plan_there_are_no_own_drugs_and_every_drug_can_be_read_about():
    shown = groups(learn_state(KNOWLEDGE, (), ""))

    assert Group.OWN_DRUGS not in shown
    assert len(shown[Group.OTHER_DRUGS]) == len(library().drugs)


def test_every_topic_of_the_knowledge_is_shown_whole_while_nothing_is_typed():
    state = learn_state(KNOWLEDGE, TCHP, "  ")

    assert state.found is None
    assert len(texts(state)) == sum(len(topic.statements) for topic in KNOWLEDGE.topics)


@pytest.mark.parametrize("typed", ["hair", "HAIR", " hair "])
def test_a_word_leaves_only_the_statements_that_hold_it_and_counts_them(typed):
    state = learn_state(KNOWLEDGE, TCHP, typed)

    assert state.found == len(texts(state)) > 3
    assert all("hair" in text.casefold() for text in texts(state))
    first = state.groups[0].topics[0]
    assert len(first.statements) < first.of


@pytest.mark.parametrize("typed", ["t-dm1", "tdm1", "T-DM1", "kadcyla"])
def test_a_drug_is_found_by_its_name_however_it_is_written_and_by_its_brand(typed):
    state = learn_state(KNOWLEDGE, (), typed)

    drugs = next(each for each in state.groups if each.group is Group.OTHER_DRUGS)
    found = next(topic for topic in drugs.topics if topic.id == "drug:t-dm1")
    assert len(found.statements) == found.of


def test_what_nobody_wrote_finds_nothing():
    state = learn_state(KNOWLEDGE, TCHP, "zebra")

    assert state == LearnState((), 0)


def test_every_statement_shown_comes_with_at_least_one_source():
    state = learn_state(KNOWLEDGE, TCHP, "")

    topics = [topic for group in state.groups for topic in group.topics]
    shown = [each for topic in topics for each in topic.statements]
    assert shown
    assert [each.text for each in shown if not each.sources] == []
