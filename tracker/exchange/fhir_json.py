"""JSON in which a decimal keeps its digits: in FHIR 38.10 says more than 38.1."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

_STEP = "  "


def as_json(value: Any) -> str:
    """Return indented JSON of dicts, lists, texts, truth values, whole numbers and decimals."""
    return "".join(_parts(value, "\n")) + "\n"


def _parts(value: Any, line: str) -> Iterator[str]:
    match value:
        case dict() if value:
            items = [(f"{json.dumps(key)}: ", each) for key, each in value.items()]
            yield from _group("{}", items, line)
        case list() if value:
            yield from _group("[]", [("", each) for each in value], line)
        case Decimal():
            yield f"{value:f}"
        case _:
            yield json.dumps(value, ensure_ascii=False, allow_nan=False)


def _group(braces: str, items: list[tuple[str, Any]], line: str) -> Iterator[str]:
    inner = line + _STEP
    yield braces[0]
    for number, (name, each) in enumerate(items):
        yield f"{',' if number else ''}{inner}{name}"
        yield from _parts(each, inner)
    yield line + braces[1]
