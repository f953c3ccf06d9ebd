"""What a worked example may ask of an answer; each function names what does not hold."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Answer = dict[str, Any]


def misses(verb: str, expect: dict[str, Any], answer: Answer, person: Answer) -> list[str]:
    """Return one line per expectation that the answer does not meet."""
    checks = _CHECKS[verb]
    return [
        f"{key}: {problem}"
        for key, wanted in expect.items()
        for problem in checks[key](wanted, answer, person)
    ]


def _days(answer: Answer, drug: str) -> list[str]:
    return [visit["on"] for visit in answer["visits"] if visit["drug"] == drug]


def _given_days(answer: Answer, drug: str) -> list[str]:
    return [
        visit["on"]
        for visit in answer["visits"]
        if visit["drug"] == drug and visit["status"] != "omitted"
    ]


def _equal(wanted: Any, got: Any) -> Iterator[str]:
    if wanted != got:
        yield f"wanted {wanted}, got {got}"


def _each_drug(read: Any) -> Any:
    def check(wanted: dict[str, Any], answer: Answer, _person: Answer) -> Iterator[str]:
        for drug, value in wanted.items():
            yield from (f"{drug} {problem}" for problem in read(value, answer, drug))

    return check


def _dates(wanted: Any, answer: Answer, drug: str) -> Iterator[str]:
    accepted = wanted["any"] if isinstance(wanted, dict) else [wanted]
    if _days(answer, drug) not in accepted:
        yield f"wanted {wanted}, got {_days(answer, drug)}"


def _dates_if_used(wanted: Any, answer: Answer, drug: str) -> Iterator[str]:
    if _days(answer, drug):
        yield from _dates(wanted, answer, drug)


def _dates_begin(wanted: list[str], answer: Answer, drug: str) -> Iterator[str]:
    yield from _equal(wanted, _days(answer, drug)[: len(wanted)])


def _includes(wanted: list[str], answer: Answer, drug: str) -> Iterator[str]:
    missing = sorted(set(wanted) - set(_days(answer, drug)))
    yield from _equal([], missing)


def _loading(wanted: list[list[str]], answer: Answer, drug: str) -> Iterator[str]:
    got = [
        [visit["on"], visit["loading_why"]]
        for visit in answer["visits"]
        if visit["drug"] == drug and visit["loading"]
    ]
    yield from _equal(wanted, got)


def _loading_on(wanted: dict[str, bool], answer: Answer, drug: str) -> Iterator[str]:
    for day, is_loading in wanted.items():
        got = [v["loading"] for v in answer["visits"] if v["drug"] == drug and v["on"] == day]
        yield from _equal([is_loading], got)


def _next_after(wanted: dict[str, str], answer: Answer, drug: str) -> Iterator[str]:
    for day, following in wanted.items():
        later = [each for each in _days(answer, drug) if each > day]
        yield from _equal(following, min(later, default=None))


def _dose_numbers(wanted: dict[str, int], answer: Answer, drug: str) -> Iterator[str]:
    got = {visit["on"]: visit["dose"] for visit in answer["visits"] if visit["drug"] == drug}
    yield from _equal(wanted, {day: got.get(day) for day in wanted})


def _all_before(wanted: list[list[str]], answer: Answer, _person: Answer) -> Iterator[str]:
    for first, then in wanted:
        if not max(_given_days(answer, first)) < min(_given_days(answer, then)):
            yield f"{then} begins before {first} ends"


def _low_counts(wanted: dict[str, list[str]], answer: Answer, _person: Answer) -> Iterator[str]:
    got = {
        str(each["cycle"]): [each["from"], each["to"]]
        for each in answer["windows"]
        if each["what"] == "low-counts"
    }
    yield from _equal(wanted, {cycle: got.get(cycle) for cycle in wanted})


def _check_due(
    wanted: list[dict[str, Any]], answer: Answer, checks: list[dict[str, Any]]
) -> Iterator[str]:
    for each in wanted:
        first, last = each["between"]
        found = [
            check["due"]
            for check in checks
            if check["why"] == each["why"] and check["drug"] == each["drug"]
        ]
        if not any(first <= due <= last for due in found):
            yield f"wanted {each}, got {found} in {sorted(answer)}"


def _level(wanted: list[str], answer: Answer, _person: Answer) -> Iterator[str]:
    alerts = answer["alerts"]
    got = alerts[0]["level"] if alerts else "none"
    if got not in wanted:
        yield f"wanted {wanted}, got {[(each['rule'], each['level']) for each in alerts]}"


def _because(wanted: list[str], answer: Answer, _person: Answer) -> Iterator[str]:
    got = {each["entry"] for alert in answer["alerts"] for each in alert["because"]}
    yield from _equal([], sorted(set(wanted) - got))


def _says(wanted: list[str], answer: Answer, _person: Answer) -> Iterator[str]:
    said = str(answer).casefold()
    for words in wanted:
        if not any(word.casefold() in said for word in words.split("|")):
            yield f"nothing says {words}"


def _labels(wanted: dict[str, list[str]], answer: Answer, person: Answer) -> Iterator[str]:
    own = person["heart"]["label"]
    for drug, accepted in wanted.items():
        got = [
            each["says"]
            for each in answer["labels"]
            if each["drug"] == drug and each["label"] == own
        ]
        if not got or any(each not in accepted for each in got):
            yield f"{drug} {own}: wanted {accepted}, got {got}"


def _number(wanted: str | None, got: str | None) -> Iterator[str]:
    as_number = [None if each is None else Decimal(each) for each in (wanted, got)]
    yield from _equal(*as_number)


def _risk(wanted: dict[str, Any], answer: Answer, _person: Answer) -> Iterator[str]:
    got = answer["risk"] or {}
    yield from _equal(wanted, {key: got.get(key) for key in wanted})


def _doxorubicin(wanted: list[str], answer: Answer, _person: Answer) -> Iterator[str]:
    got = answer["anthracycline"]["doxorubicin_equivalent_mg_m2"]
    if got is None or Decimal(got) not in [Decimal(each) for each in wanted]:
        yield f"wanted {wanted}, got {got}"


def _worst(wanted: dict[str, Any], answer: Answer, _person: Answer) -> Iterator[str]:
    cycles = {each["from"]: each["worst"] for each in answer["cycles"]}
    for first, symptoms in wanted.items():
        got = {symptom: cycles.get(first, {}).get(symptom) for symptom in symptoms}
        yield from _equal(symptoms, got)


def _by_cycle_day(wanted: dict[str, Any], answer: Answer, _person: Answer) -> Iterator[str]:
    for symptom, days in wanted.items():
        for day, row in days.items():
            got = list(answer["by_cycle_day"].get(symptom, {}).get(day, []))
            longest = max(len(row), len(got))
            padded = [each + [None] * (longest - len(each)) for each in (list(row), got)]
            yield from (f"{symptom} day {day} {each}" for each in _equal(*padded))


def _spans(wanted: dict[str, str], answer: Answer, _person: Answer) -> Iterator[str]:
    got = {each["from"]: each["to"] for each in answer["cycles"]}
    yield from _equal(wanted, {first: got.get(first) for first in wanted})


_PLAN = {
    "dates": _each_drug(_dates),
    "dates_begin": _each_drug(_dates_begin),
    "dates_if_used": _each_drug(_dates_if_used),
    "includes": _each_drug(_includes),
    "count": _each_drug(lambda wanted, answer, drug: _equal(wanted, len(_days(answer, drug)))),
    "first": _each_drug(lambda wanted, answer, drug: _equal(wanted, _days(answer, drug)[0])),
    "last": _each_drug(lambda wanted, answer, drug: _equal(wanted, _days(answer, drug)[-1])),
    "loading": _each_drug(_loading),
    "loading_on": _each_drug(_loading_on),
    "next_after": _each_drug(_next_after),
    "dose_numbers": _each_drug(_dose_numbers),
    "all_before": _all_before,
    "low_counts": _low_counts,
    "heart_checks": lambda wanted, answer, _: _check_due(wanted, answer, answer["heart_checks"]),
    "window": lambda wanted, answer, _: _equal(wanted, answer["window"]),
    "start_in_window": lambda wanted, answer, _: _equal(wanted, answer["start_in_window"]),
}
_CHECKS: dict[str, dict[str, Any]] = {
    "plan": _PLAN,
    "alerts": {"level": _level, "because": _because, "says": _says},
    "heart": {
        "label": lambda wanted, _, person: _equal(wanted, person["heart"]["label"]),
        "labels": _labels,
        "change_points": lambda wanted, answer, _: _number(wanted, answer["change_points"]),
        "method_changed": lambda wanted, answer, _: _equal(wanted, answer["method_changed"]),
        "baseline": lambda wanted, answer, _: _number(wanted, answer["baseline"]["value"]),
        "risk": _risk,
        "doxorubicin": _doxorubicin,
        "overdue": lambda wanted, answer, _: _equal(
            wanted, any(check["overdue"] for check in answer["checks"])
        ),
        "due": lambda wanted, answer, _: _check_due(wanted, answer, answer["checks"]),
    },
    "history": {
        "worst": _worst,
        "spans": _spans,
        "by_cycle_day": _by_cycle_day,
        "unanswered_days": lambda wanted, answer, _: _equal(wanted, answer["unanswered_days"]),
    },
}
