"""The signs of the heart on its page: today's answers, and what the rules say to do."""

from datetime import date
from decimal import Decimal

from tests.ui.heart.shown import Shown
from tests.ui.heart_and_plan import Life, a_life
from tracker.domain.measurements import WeightUnit
from tracker.ui.heart.signs_state import HeartSign, HeartSigns, heart_signs


def signs_of(life: Life, *, on_her2: bool = True) -> HeartSigns:
    return heart_signs(life.companion, on_her2=on_her2)


def sign(life: Life, name: str, *, on_her2: bool = True) -> HeartSign:
    return next(each for each in signs_of(life, on_her2=on_her2).signs if each.name == name)


def line_about(name: str, shown: Shown) -> str:
    return next(line for line in shown.words().splitlines() if name in line)


def test_every_sign_that_a_good_scan_does_not_settle_has_its_row():
    names = [each.name for each in signs_of(a_life()).signs]

    assert names == [
        "Short of breath",
        "Short of breath lying flat",
        "Swollen ankles",
        "Racing or uneven heartbeat",
        "Fainting",
        "Chest pain",
    ]


def test_a_day_without_an_answer_is_not_a_day_without_the_sign():
    found = sign(a_life(), "Fainting")

    assert (found.severity, found.answer, found.was_skipped) == (None, None, False)


def test_a_skip_is_neither_an_answer_nor_none():
    life = a_life()
    life.companion.diary.answer("fainting", None)

    found = sign(life, "Fainting")

    assert (found.answer, found.was_skipped) == (None, True)


def test_todays_answer_brings_the_advice_of_its_own_level():
    life = a_life()
    life.companion.diary.answer("breathlessness", 4)

    found = sign(life, "Short of breath")

    assert found.calls_now
    assert found.call.startswith("Call 911 now.")


def test_a_mild_answer_names_the_words_from_which_on_to_call():
    life = a_life()
    life.companion.diary.answer("breathlessness", 1)

    found = sign(life, "Short of breath")

    assert not found.calls_now
    assert found.call_from == life.companion.library.symptoms["breathlessness"].words(2)
    assert found.call.startswith("Call your team today.")


def test_chest_pain_asks_for_the_emergency_number_at_any_strength():
    found = sign(a_life(), "Chest pain")

    assert found.call_from is None
    assert found.call.startswith("Call 911 now.")


def test_swollen_ankles_ask_for_a_call_sooner_on_a_her2_drug():
    life = a_life()

    assert sign(life, "Swollen ankles").call_from is None
    assert sign(life, "Swollen ankles", on_her2=False).call_from is not None


def test_all_weight_limits_stand_with_whose_they_are_and_what_else_it_can_be():
    signs = signs_of(a_life())

    limits = [(each.more_than, each.unit, each.within_days) for each in signs.weight_limits]
    assert limits == [(Decimal("2.0"), "kg", 3), (Decimal(3), "lb", 1), (Decimal(5), "lb", 7)]
    assert "European Society" in signs.weight_limits[0].source.publisher
    for confounder in ("docetaxel", "steroid"):
        assert confounder in signs.weight_call


def test_todays_weight_is_shown_beside_the_limits(qtbot):
    life = a_life()
    life.companion.diary.weight("70.2", WeightUnit.KILOGRAM)

    words = Shown(qtbot, life).words()

    assert "70.2 kg today." in words


def test_an_answer_given_elsewhere_shows_at_once(qtbot):
    shown = Shown(qtbot, a_life())
    assert "no answer today." in line_about("Fainting", shown)

    saved = shown.life.companion.diary.answer("fainting", 0)
    shown.notifier.tell(saved.changes)

    assert "today “" in line_about("Fainting", shown)


def test_yesterdays_answer_is_not_todays():
    life = a_life()
    life.companion.diary.answer("fainting", 3, day=date(2026, 5, 26))

    assert sign(life, "Fainting").answer is None


def test_answers_are_given_on_the_today_page(qtbot):
    shown = Shown(qtbot, a_life())

    shown.press("Answer on the Today page")

    assert shown.asked == ["today"]
