"""What the shipped knowledge must hold: drugs, templates, what the starting text names, sources."""

from collections import Counter
from decimal import Decimal

import pytest

from tracker.clinical.cross_checks import check_everything
from tracker.clinical.library import library
from tracker.domain.drugs import HowCommon
from tracker.domain.regimen import Regimen, Setting, Track

REGIMENS = [
    "ac-th",
    "ddac-th",
    "ddac-thp",
    "ac-dh",
    "ddac-t",
    "tch",
    "tch-weekly-h",
    "tchp",
    "thp-fec",
    "apt",
    "tc",
    "tc-h",
    "fec-dh",
    "fec-dhp",
    "ec-thp",
    "t-dm1",
    "t-dxd",
    "t-dxd-thp",
    "h-year",
    "hp-year",
    "phesgo-year",
    "neratinib",
    "tamoxifen",
    "aromatase-inhibitor",
    "goserelin",
]
CHEMOTHERAPY = [each for each, drug in library().drugs.items() if drug.track is Track.CHEMO]


def _doses(regimen: Regimen, drug: str) -> int:
    return sum(
        phase.cycles * len(administration.days)
        for phase in regimen.phases
        for administration in phase.administrations
        if administration.drug == drug
    )


def _named_effects(drug: str) -> set[str]:
    return {row.effect for row in library().drug_profiles[drug].effects if row.named_in_seed}


def test_all_knowledge_fits_together():
    check_everything(library())


def test_every_treatment_template_of_the_contract_is_there():
    assert sorted(library().regimens) == sorted(REGIMENS)


@pytest.mark.parametrize(
    ("regimen", "drug", "doses"),
    [
        ("h-year", "trastuzumab", 18),
        ("tc-h", "trastuzumab", 18),
        ("tch", "trastuzumab", 18),
        ("tchp", "pertuzumab", 18),
        ("tch-weekly-h", "trastuzumab", 18 + 12),
        ("ac-th", "trastuzumab", 12 + 14),
        ("ddac-th", "trastuzumab", 12 + 14),
        ("apt", "trastuzumab", 12 + 14),
        ("ac-dh", "trastuzumab", 12 + 14),
        ("ddac-thp", "trastuzumab", 18),
        ("ddac-thp", "paclitaxel", 12),
        ("thp-fec", "trastuzumab", 18),
        ("thp-fec", "pertuzumab", 4),
        ("thp-fec", "epirubicin", 3),
        ("fec-dh", "trastuzumab", 18),
        ("fec-dhp", "pertuzumab", 18),
        ("ec-thp", "pertuzumab", 18),
        ("ec-thp", "paclitaxel", 12),
        ("hp-year", "pertuzumab", 18),
        ("phesgo-year", "pertuzumab-trastuzumab-sc", 18),
        ("t-dm1", "t-dm1", 14),
        ("t-dxd", "t-dxd", 14),
        ("t-dxd-thp", "t-dxd", 4),
        ("t-dxd-thp", "trastuzumab", 4),
        ("ddac-t", "paclitaxel", 4),
        ("tc", "docetaxel", 4),
        ("goserelin", "goserelin", 26),
    ],
)
def test_a_template_holds_as_many_doses_as_its_source_says(regimen, drug, doses):
    assert _doses(library().regimens[regimen], drug) == doses


def test_neratinib_is_taken_for_fifty_two_weeks():
    (phase,) = library().regimens["neratinib"].phases

    assert phase.cycles * phase.cycle_days == 52 * 7
    assert phase.administrations[0].is_daily_tablet
    assert not phase.open_ended


@pytest.mark.parametrize("regimen", ["tamoxifen", "aromatase-inhibitor"])
def test_hormone_tablets_have_no_end_until_the_team_names_one(regimen):
    (phase,) = library().regimens[regimen].phases

    assert phase.open_ended
    assert phase.administrations[0].is_daily_tablet


def test_the_usual_setting_of_a_template_stands_first():
    usual = {each.id: each.settings[0] for each in library().regimens.values()}
    before_surgery = {each for each, setting in usual.items() if setting is Setting.NEOADJUVANT}

    assert before_surgery == {"tchp", "ddac-thp", "thp-fec", "ec-thp", "t-dxd-thp"}


@pytest.mark.parametrize(
    ("drug", "loading"),
    [
        ("trastuzumab", "late-by-more-than-a-week"),
        ("trastuzumab-sc", "never"),
        ("pertuzumab", "gap-of-six-weeks"),
        ("pertuzumab-trastuzumab-sc", "gap-of-six-weeks"),
        ("t-dm1", "never"),
        ("t-dxd", "never"),
    ],
)
def test_a_drug_has_the_loading_rule_that_its_label_states(drug, loading):
    facts = library().drugs[drug]

    assert facts.loading == loading
    assert facts.loading_source in library().sources


def test_no_drug_but_the_infused_her2_drugs_has_a_loading_rule():
    with_rule = {each.id for each in library().drugs.values() if each.loading_source}

    assert with_rule == {
        each.id for each in library().drugs.values() if each.her2 and each.infusion
    }


LOW_COUNTS = {
    "doxorubicin": ((8, 15), None),
    "epirubicin": ((8, 15), None),
    "cyclophosphamide": ((8, 15), None),
    "fluorouracil": ((8, 15), None),
    "docetaxel": ((8, 15), None),
    "paclitaxel": ((8, 15), None),
    "nab-paclitaxel": ((8, 15), None),
    "carboplatin": ((8, 15), (18, 21)),
}


def test_low_counts_are_expected_7_to_14_days_after_chemotherapy_and_late_with_carboplatin():
    windows = {
        each.id: (each.low_count_days, each.late_low_count_days)
        for each in library().drugs.values()
        if each.low_count_days or each.late_low_count_days
    }

    assert windows == LOW_COUNTS


@pytest.mark.parametrize("drug", CHEMOTHERAPY)
def test_every_chemotherapy_drug_offers_what_the_starting_text_names(drug):
    assert _named_effects(drug) >= {
        "nausea",
        "vomiting",
        "mouth-sores",
        "hair-loss",
        "low-white-cells",
    }


def test_trastuzumab_offers_fever_chills_and_the_heart_as_the_starting_text_names():
    assert _named_effects("trastuzumab") == {"fever", "chills", "heart-weakness"}


def test_pertuzumab_offers_diarrhea_anemia_and_neutropenia_as_the_starting_text_names():
    assert _named_effects("pertuzumab") == {"diarrhea", "anemia", "neutropenia"}


def test_the_starting_text_names_three_drugs():
    named = {each for each, drug in library().drug_profiles.items() if drug.named_in_seed}

    assert named == {"trastuzumab", "pertuzumab", "t-dm1"}


def test_the_late_effects_of_the_starting_text_belong_to_every_chemotherapy_drug():
    known = library().late_effects

    for effect in ("early-menopause", "heart-damage-chemotherapy", "leukemia"):
        assert known[effect].named_in_seed
        assert set(known[effect].drugs) == set(CHEMOTHERAPY)


def test_heart_failure_is_given_as_a_range_that_newer_studies_put_lower():
    known = library().late_effects

    assert known["heart-failure-her2"].of_100 == (Decimal(3), Decimal(5))
    assert known["heart-failure-without-anthracycline"].of_100 == (Decimal("0.5"), Decimal("0.5"))
    assert "may not be permanent" in known["heart-may-recover"].text


def test_lung_inflammation_is_serious_on_both_joined_antibodies():
    for drug in ("t-dm1", "t-dxd"):
        effects = library().drug_profiles[drug].effects
        assert "lung-inflammation" in {each.effect for each in effects if each.serious}


def test_each_band_agrees_with_its_percentage():
    for profile in library().drug_profiles.values():
        for row in profile.effects:
            if row.percent is None:
                continue
            band = HowCommon.VERY_COMMON if row.percent >= 10 else HowCommon.COMMON
            assert row.how_common is band, (profile.id, row.effect)


def test_effects_of_a_drug_stand_in_the_order_of_how_common_they_are():
    for profile in library().drug_profiles.values():
        ranks = [row.how_common.rank for row in profile.effects]
        assert ranks == sorted(ranks)


def test_every_side_effect_rests_on_a_source():
    for profile in library().drug_profiles.values():
        for row in profile.effects:
            assert row.source in library().sources


def test_every_code_was_seen_and_has_words_beside_it():
    codes = library().codes
    groups = (codes.measurements, codes.labs, codes.symptoms, codes.severity, codes.drugs)
    every = [code for group in groups for rows in group.values() for code in rows]

    assert every
    assert all(code.display.strip() and code.system.startswith("http") for code in every)


def test_no_code_stands_for_two_different_things_of_one_kind():
    codes = library().codes
    for group in (codes.labs, codes.symptoms, codes.severity):
        seen = Counter(code.code for rows in group.values() for code in rows)
        assert max(seen.values()) == 1


@pytest.mark.parametrize(
    ("drug", "hint"),
    [
        ("trastuzumab", "often with trastuzumab, mostly with the first dose"),
        ("t-dxd", "often with T-DXd"),
    ],
)
def test_a_hint_is_worded_from_band_and_time(drug, hint):
    assert hint in {row.hint for row in library().drug_profiles[drug].effects}
