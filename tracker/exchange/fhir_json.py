"""A bundle as JSON in which a decimal keeps its digits: in FHIR 38.10 says more than 38.1."""

import json
from decimal import Decimal
from re import compile as pattern
from typing import Any

_NUMBER = pattern(r'"\\u0000(-?[\d.]+)\\u0000"')


def bundle_as_json(bundle: dict[str, Any]) -> str:
    """Return a bundle with one line per resource."""
    head = {key: value for key, value in bundle.items() if key != "entry"}
    entries = ",\n".join(map(_encode, bundle["entry"]))
    return _NUMBER.sub(r"\1", f'{_encode(head)[:-1]},"entry":[\n{entries}\n]}}\n')


def _digits(value: Any) -> str:
    """Return a decimal between marks that no text of a bundle holds; they are taken off again."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is not of a bundle")
    return f"\x00{value:f}\x00"


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_digits
).encode
