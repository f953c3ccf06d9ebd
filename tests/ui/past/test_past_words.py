"""What the bin and the history of an entry say, with every date as the window writes dates."""

from tests.builders import NOW, Clock, a_companion
from tracker.ui.past.wording import bin_lines, past_lines


def in_words(text):
    return text.replace("\u00a0", " ")


def test_the_bin_says_on_which_weekday_something_was_removed_and_until_when_it_stays():
    companion = a_companion()
    entry = companion.diary.answer("nausea", 2).entry
    companion.diary.remove(entry.id)

    (line,) = bin_lines(companion)

    assert in_words(line.words).startswith("Tuesday 12 May 2026: Nausea: 2 ")
    assert in_words(line.removed) == (
        "Removed Tuesday 12 May 2026, 20:00, by Ana Sample; stays until Thursday 11 June 2026"
    )


def test_the_history_of_an_entry_says_the_time_as_the_window_does_everywhere():
    companion = a_companion(clock=Clock(NOW.replace(hour=9, minute=5)))
    entry = companion.diary.answer("nausea", 2).entry

    (line,) = past_lines(companion, entry.id)

    assert in_words(line.title) == "Written Tuesday 12 May 2026, 9:05, by Ana Sample"
