"""What each label says: every row at each of its boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.diary_builders import lvef
from tests.domain.label_readings import REGIMEN, rows_of, says


@pytest.mark.parametrize(
    ("baseline", "value", "limit", "expected"),
    [
        ("65", "50", "50", "no-hold"),
        ("65.9", "50", "50", "no-hold"),
        ("66", "50", "50", "hold"),
        ("70", "54", "50", "hold"),
        ("70", "55", "50", "no-hold"),
        ("59", "49", "50", "hold"),
        ("58.9", "49", "50", "no-hold"),
        ("59.9", "49.9", "50", "hold"),
        ("60", "50", "50", "no-hold"),
        ("62", "52", "53", "hold"),
        ("63", "53", "53", "no-hold"),
        ("60", "50", "55", "hold"),
        ("55", "58", "50", "no-hold"),
        ("45", "45", "50", "no-hold"),
        ("66", "50", None, "hold"),
        ("65", "50", None, "cannot-tell"),
        ("65", "64", None, "cannot-tell"),
    ],
)
def test_us_trastuzumab(baseline: str, value: str, limit: str | None, expected: str) -> None:
    assert says("trastuzumab", baseline, (value, 0), limit=limit) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "limit", "expected"),
    [
        ("60", "50", "50", "no-hold"),
        ("59.9", "49.9", "50", "hold"),
        ("59", "49", "50", "hold"),
        ("58.9", "49", "50", "no-hold"),
        ("70", "50", "50", "no-hold"),
        ("65", "52", "55", "no-hold"),
        ("66", "49.9", None, "hold"),
    ],
)
def test_eu_trastuzumab(baseline: str, value: str, limit: str | None, expected: str) -> None:
    assert says("trastuzumab", baseline, (value, 0), label="EU", limit=limit) == expected


@pytest.mark.parametrize("drug", ["pertuzumab", "pertuzumab-trastuzumab-sc"])
@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("58", "49", "no-hold"),
        ("59", "49", "hold"),
        ("59.9", "49.9", "hold"),
        ("60", "50", "no-hold"),
        ("70", "50", "no-hold"),
    ],
)
@pytest.mark.parametrize("label", ["US", "EU"])
def test_pertuzumab(drug: str, baseline: str, value: str, expected: str, label: str) -> None:
    assert says(drug, baseline, (value, 0), label=label, limit=None) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("70", "50", "no-hold"),
        ("59", "49.9", "repeat-soon"),
        ("59", "49.1", "repeat-soon"),
        ("59", "49", "hold"),
        ("54", "45", "repeat-soon"),
        ("55", "45", "hold"),
        ("50", "44.9", "hold"),
        ("60", "44", "hold"),
    ],
)
def test_t_dm1_in_early_disease(baseline: str, value: str, expected: str) -> None:
    assert says("t-dm1", baseline, (value, 0)) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("55", "46", "no-hold"),
        ("56", "46", "no-hold"),
        ("66", "46", "no-hold"),
        ("66.1", "46", "hold"),
        ("70", "50", "no-hold"),
        ("70", "49.9", "hold"),
        ("55.1", "45.1", "no-hold"),
        ("54.9", "45", "repeat-soon"),
        ("55", "45", "hold"),
        ("49", "40", "repeat-soon"),
        ("50", "40", "hold"),
        ("49", "39.9", "hold"),
        ("48", "39", "hold"),
    ],
)
def test_t_dxd(baseline: str, value: str, expected: str) -> None:
    assert says("t-dxd", baseline, (value, 0)) == expected


@pytest.mark.parametrize("label", ["US", "EU"])
def test_only_a_baseline_names_no_hold(label: str) -> None:
    assert says("trastuzumab", "61", label=label) == "no-hold"


def test_only_a_baseline_without_the_limit_tells_nothing() -> None:
    assert says("trastuzumab", "61", limit=None) == "cannot-tell"


@pytest.mark.parametrize("scans", [(), (lvef("38", "2026-08-03"),)])
@pytest.mark.parametrize("regimen", ["h-year", "t-dm1"])
def test_without_a_start_value_there_is_no_verdict(scans: tuple, regimen: str) -> None:
    rows = rows_of(*scans, regimen=regimen, now="2026-08-04 10:00")

    assert {verdict for _, _, verdict in rows} == {"cannot-tell"}


@pytest.mark.parametrize(("label", "other"), [("US", "EU"), ("EU", "US")])
def test_each_drug_has_a_row_per_label_the_own_one_first(label: str, other: str) -> None:
    rows = rows_of(lvef("62", "2026-05-01"), regimen="hp-year", label=label, now="2026-05-20 10:00")

    assert rows == [
        ("pertuzumab", label, "no-hold"),
        ("trastuzumab", label, "no-hold"),
        ("trastuzumab", other, "no-hold"),
    ]


def test_the_two_trastuzumab_labels_can_differ() -> None:
    rows = rows_of(lvef("70", "2026-05-01"), lvef("54", "2026-08-03"), now="2026-08-03 18:00")

    assert rows == [("trastuzumab", "US", "hold"), ("trastuzumab", "EU", "no-hold")]


def test_without_a_her2_drug_there_is_no_row() -> None:
    assert rows_of(lvef("62", "2026-05-01"), regimen="tc", now="2026-05-20 10:00") == []


values = st.integers(min_value=20, max_value=80)


@given(values, values, st.sampled_from(sorted(REGIMEN)), st.sampled_from(["US", "EU"]))
def test_a_lower_value_never_sounds_better(
    baseline: int, value: int, drug: str, label: str
) -> None:
    order = ["no-hold", "repeat-soon", "hold"]

    higher = says(drug, str(baseline), (str(value), 0), label=label)
    lower = says(drug, str(baseline), (str(value - 1), 0), label=label)

    assert order.index(higher) <= order.index(lower)
