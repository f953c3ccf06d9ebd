"""What a check-in asks first, and what it says beside each question."""

import pytest

from tracker.clinical.library import library
from tracker.domain.checkin import FIRST_ROWS, CheckInRow, rows_for

TCH = ("docetaxel", "carboplatin", "trastuzumab")


def _rows(*drugs: str, watch_heart: bool = True) -> tuple[CheckInRow, ...]:
    known = library()
    return rows_for(drugs, known.drug_profiles, known.symptoms, watch_heart=watch_heart)


def _first(*drugs: str, watch_heart: bool = True) -> list[str]:
    return [row.symptom.id for row in _rows(*drugs, watch_heart=watch_heart) if row.first]


def test_every_symptom_is_offered_once_whatever_the_drugs():
    for drugs in ((), TCH, ("t-dxd",), tuple(library().drugs)):
        offered = [row.symptom.id for row in _rows(*drugs)]

        assert sorted(offered) == sorted(library().symptoms)


def test_the_first_six_on_docetaxel_are_what_it_is_known_for():
    first = _first(*TCH)

    assert first == ["nausea", "vomiting", "diarrhea", "mouth-sores", "fatigue", "breathlessness"]


def test_a_hint_names_the_drug_and_the_usual_days():
    nausea = next(row for row in _rows(*TCH) if row.symptom.id == "nausea")

    assert nausea.hint == "often with docetaxel, usually days 2 to 5"


def test_a_symptom_that_no_drug_is_known_for_has_no_hint():
    worry = next(row for row in _rows(*TCH) if row.symptom.id == "worry")

    assert worry.hint is None


@pytest.mark.parametrize("drug", [each for each, facts in library().drugs.items() if facts.her2])
def test_breathlessness_is_asked_first_on_every_her2_drug(drug):
    first = _first(drug)

    assert "breathlessness" in first
    assert len(first) == FIRST_ROWS


def test_breathlessness_is_asked_first_after_an_anthracycline():
    first = _first("docetaxel", "cyclophosphamide", watch_heart=True)

    assert "breathlessness" in first


def test_without_a_reason_to_watch_the_heart_what_the_drug_brings_takes_the_place():
    first = _first("docetaxel", "cyclophosphamide", watch_heart=False)

    assert "breathlessness" not in first


def test_the_order_does_not_depend_on_the_order_in_which_drugs_are_named():
    assert _rows(*TCH) == _rows(*reversed(TCH))


def test_what_the_drugs_can_bring_stands_before_everything_else():
    rows = [row for row in _rows(*TCH) if not row.first]
    with_hint = [row.hint is not None for row in rows]

    assert with_hint == sorted(with_hint, reverse=True)


def test_a_drug_that_nobody_knows_changes_nothing():
    assert _rows(*TCH, "some-other-drug") == _rows(*TCH)


def test_a_sign_of_a_weaker_heart_is_named_before_a_harmless_reason():
    row = next(
        row for row in _rows("trastuzumab", "pertuzumab") if row.symptom.id == "breathlessness"
    )

    assert row.hint is not None
    assert row.hint.startswith("can be a sign of a weaker heart")


@pytest.mark.parametrize(
    ("cycle_day", "asked"),
    [
        (None, []),
        (1, []),
        (2, ["joint-muscle-pain"]),
        (6, ["joint-muscle-pain"]),
        (7, []),
        (8, ["infection-signs", "feeling-unwell"]),
        (15, ["infection-signs", "feeling-unwell"]),
        (16, []),
    ],
)
def test_what_is_usual_on_this_day_of_the_cycle_is_asked_as_well(cycle_day, asked):
    knowledge = library()

    rows = rows_for(
        {"docetaxel"},
        knowledge.drug_profiles,
        knowledge.symptoms,
        watch_heart=True,
        cycle_day=cycle_day,
    )

    assert sorted(row.symptom.id for row in rows if row.now) == sorted(asked)
    assert not any(row.now and row.first for row in rows)


def test_the_order_of_the_rows_is_the_same_on_every_day():
    knowledge = library()
    orders = {
        tuple(
            row.symptom.id
            for row in rows_for(
                {"docetaxel"},
                knowledge.drug_profiles,
                knowledge.symptoms,
                watch_heart=True,
                cycle_day=day,
            )
        )
        for day in (None, 1, 8, 21)
    }

    assert len(orders) == 1
