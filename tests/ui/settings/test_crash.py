"""What is said about a fault of the program: where it happened, never what was in the diary."""

from tracker.faults import place_of


def raise_with(value: str) -> None:
    raise ValueError(f"cannot use {value}")


def test_the_place_of_a_fault_is_named_and_its_words_are_not():
    try:
        raise_with("38.2 °C")
    except ValueError as error:
        place = place_of(error)

    assert place.startswith("ValueError in test_crash.py, line ")
    assert "38.2" not in place


def test_a_fault_without_a_place_is_named_by_its_kind():
    assert place_of(ValueError("38.2 °C")) == "ValueError"
