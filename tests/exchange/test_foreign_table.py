"""Tables of other programs, as they really are: separators, encodings, ragged rows."""

import pytest

from tracker.domain.entry_checks import LONGEST_TEXT
from tracker.errors import NotUnderstoodError
from tracker.exchange.foreign_table import read_table, table_of


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_sign_between_the_cells_is_found(separator):
    text = (
        f"Date{separator}Symptom{separator}How bad\r\n2026-05-04{separator}Nausea{separator}2\r\n"
    )

    table = table_of(text)

    assert table.columns == ("Date", "Symptom", "How bad")
    assert table.rows == ((2, ("2026-05-04", "Nausea", "2")),)


def test_commas_in_words_do_not_part_a_table_of_semicolons():
    table = table_of('Day;Note\n2026-05-04;"a, b; c, d"\n2026-05-05;e, f\n')

    assert [cells for _, cells in table.rows] == [
        ("2026-05-04", "a, b; c, d"),
        ("2026-05-05", "e, f"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_read(tmp_path, encoding):
    path = tmp_path / "other.csv"
    path.write_bytes("Date,Symptom\n2026-05-04,Müdigkeit\n".encode(encoding))

    assert read_table(path).rows == ((2, ("2026-05-04", "Müdigkeit")),)


def test_short_long_and_empty_rows_keep_their_number():
    table = table_of("a,b,\n1\n\n2,3,4,5\n")

    assert table.columns == ("a", "b", "Column 3")
    assert table.rows == ((2, ("1", "", "")), (4, ("2", "3", "4")))


def test_a_guard_against_formulas_is_taken_off_and_names_are_told_apart():
    table = table_of("Note,Note\n'=1+1,x\n")

    assert table.columns == ("Note", "Note (2)")
    assert table.rows == ((2, ("=1+1", "x")),)


def test_a_guard_does_not_count_where_a_text_is_as_long_as_a_note_may_be():
    note = "=" + "x" * (LONGEST_TEXT - 1)

    assert table_of(f"a,b\n'{note},1\n").rows == ((2, (note, "1")),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no columns and rows"),
        ("only one\nx\n", "no columns and rows"),
        ("a,b\n", "no columns and rows"),
        ("a,b\n1,\x00\n", "Line 2: this is not text"),
        (
            "a,b\n" + "x" * (LONGEST_TEXT + 1) + ",1\n",
            "Row 2: a text has at most 20,000 characters",
        ),
        ('a,b\n1,2\n"c"d,2\n', "Row 3: this is no table"),
        ('a,b\n\n\n"c"d,2\n', "Row 4: this is no table"),
        ("a,b\n1,2\n" + "x" * 200_000 + ",1\n", "Row 3: this is no table"),
        ("x" * 200_000 + ",b\n1,2\n", "Row 1: this is no table"),
        ("a,b\n" + "1,2\n" * 50_001, "more than 50,000 rows"),
        ("a," * 300 + "\n1,2\n", "more than 200 columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(NotUnderstoodError, match=sentence) as refused:
        table_of(text)

    assert "nothing was brought in" in str(refused.value)


def test_a_table_beyond_all_measure_is_not_even_read(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(10_000_001)

    with pytest.raises(NotUnderstoodError, match="10 MB, and a table at most 10"):
        read_table(path)
    with pytest.raises(NotUnderstoodError, match="cannot be read"):
        read_table(tmp_path / "missing.csv")
