"""The Learn page: found by words, each sentence with its sources."""

import pytest

from tracker.clinical.library import library
from tracker.domain.learn import LearnStatement, LearnTopic, find

TOPICS = (
    LearnTopic(
        "heart",
        "Heart checks",
        (
            LearnStatement("A scan measures it.", ("her-us",)),
            LearnStatement("A fall is counted in points.", ("her-us",)),
        ),
    ),
    LearnTopic("call", "When to call", (LearnStatement("Call at 38 °C.", ("christie",)),)),
)


def _found(typed: str) -> dict[str, list[str]]:
    return {topic.id: [each.text for each in topic.statements] for topic in find(TOPICS, typed)}


def test_nothing_typed_shows_everything():
    assert find(TOPICS, "  ") == TOPICS


def test_a_word_finds_the_sentences_that_hold_it():
    assert _found("points") == {"heart": ["A fall is counted in points."]}


def test_a_word_of_the_title_counts_for_every_sentence_below_it():
    assert _found("heart scan") == {"heart": ["A scan measures it."]}
    assert len(_found("heart")["heart"]) == 2


def test_upper_and_lower_case_are_the_same():
    assert _found("SCAN") == _found("scan")


def test_a_word_that_nobody_wrote_finds_nothing():
    assert _found("zebra") == {}


@pytest.mark.parametrize("topic", library().learn, ids=lambda topic: topic.id)
def test_every_sentence_of_the_page_names_a_source_that_is_known(topic):
    assert topic.statements
    for statement in topic.statements:
        assert statement.sources
        assert set(statement.sources) <= set(library().sources)


def test_every_drug_has_a_topic_that_says_what_it_is_and_what_it_is_known_for():
    topics = {topic.id: topic for topic in library().learn}

    for drug, profile in library().drug_profiles.items():
        texts = [each.text for each in topics[f"drug:{drug}"].statements]
        assert texts[0] == profile.about
        assert len(texts) > len(profile.effects)


def test_what_can_come_late_stands_with_the_drug_it_comes_from():
    tamoxifen = next(topic for topic in library().learn if topic.id == "drug:tamoxifen")

    assert any("womb" in each.text for each in tamoxifen.statements[-1:])


@pytest.mark.parametrize(
    "words",
    ["before surgery", "residual", "hormone-receptor", "lungs", "1 in 200", "not permanent"],
)
def test_the_questions_that_people_start_with_find_an_answer(words):
    wanted = {"residual": "still found at surgery", "before surgery": "before and after surgery"}

    assert find(library().learn, wanted.get(words, words))
