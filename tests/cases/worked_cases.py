"""The worked examples, each with its diary in full."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def worked_cases() -> tuple[dict[str, Any], ...]:
    """Return every example with its diary as the contract writes it."""
    file = Path(__file__).with_name("open-cases.json")
    facts = json.loads(file.read_text(encoding="utf-8"))
    return tuple(_whole(case, facts) for case in facts["cases"])


def _whole(case: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    if "people" not in case:
        return case
    people = [
        {
            **facts["person"],
            **person,
            "courses": [{**facts["course"], **course} for course in person["courses"]],
            "entries": [{**facts["entry"], **entry} for entry in person["entries"]],
        }
        for person in case["people"]
    ]
    diary = {"format": "chemo-tracker-diary", "version": 1, "people": people}
    return {**case, "diary": diary}
