"""Broken texts of alerts are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.errors import KnowledgeError

TEXTS = "texts/en/alert_rules.toml"

BROKEN = {
    "a rule without advice": (
        TEXTS,
        'weight-1-day = "',
        'weight-2-days = "',
        "advice.weight-1-day: expected a text, but the key is missing",
    ),
    "empty advice": (TEXTS, '[advice]\nnausea = "', '[advice]\nnausea = ""\nx = "', "not empty"),
    "advice for no rule": (
        TEXTS,
        "[advice]",
        '[advice]\nhiccups = "Wait."',
        "advice.hiccups: expected no such key",
    ),
    "a place that is never filled in": (
        TEXTS,
        '[advice]\nnausea = "',
        '[advice]\nnausea = "{phone} ',
        "advice.nausea: expected braces only around advice_line, crisis_line, emergency_number",
    ),
    "a brace that is not closed": (
        TEXTS,
        '[advice]\nnausea = "',
        '[advice]\nnausea = "{advice_line ',
        "advice.nausea: expected braces only around",
    ),
    "a brace that is not opened": (
        TEXTS,
        '[advice]\nnausea = "',
        '[advice]\nnausea = "advice_line} ',
        "advice.nausea: expected braces only around",
    ),
    "a title for no rule": (
        TEXTS,
        "[titles]",
        '[titles]\nhiccups = "Hiccups"',
        "titles.hiccups: expected the id of a rule",
    ),
    "a level without words": (
        TEXTS,
        "[levels.mention]",
        "[levels.later]",
        "levels.mention: expected a table, but the key is missing",
    ),
    "a reason that is missing": (TEXTS, "weight = ", "mass = ", "reasons.weight: expected a text"),
    "no sentence for an empty list": (TEXTS, "empty = ", "none = ", "statement.empty"),
    "a word that nobody uses": (
        TEXTS,
        "[unknown]",
        '[unknown]\ndoctor = "your doctor"',
        "unknown.doctor: expected no such key",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_broken_texts_of_alerts_are_refused_with_their_place(
    tmp_path, file, old, new, expected
) -> None:
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError) as refusal:
        _ = broken.alert_rules

    assert expected in str(refusal.value)
