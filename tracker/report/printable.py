"""Free text made fit for paper: nothing is lost silently, nothing can reorder its surroundings."""

from re import Match, escape
from re import compile as pattern
from unicodedata import category, name

from tracker.report.font_coverage import drawable

_LONGEST_UNBROKEN = 36
_ZERO_WIDTH_SPACE = "\u200b"
_TOO_LONG_A_WORD = pattern(rf"(\S{{{_LONGEST_UNBROKEN}}})(?=\S)")
_LEFT_OUT = " … (the rest is in the diary)"
_EMBEDDINGS = {
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
}
_FLAG = pattern("[\U0001f1e6-\U0001f1ff]{2}")
_FIRST_LETTER_OF_FLAGS = ord("\U0001f1e6")
# Skin tones, letters that make a flag of a flag, and what joins several emoji into one picture.
_PARTS_OF_EMOJI = pattern(
    "(?<=[^\\w\\s])[\U0001f3fb-\U0001f3ff]"
    "|(?<=[\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]"
    "|(?<=[^\\w\\s])\u200d(?=[^\\w\\s])"
)
_NO_GLYPH_NEEDED = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060"}
_ALWAYS_DROPPED = _EMBEDDINGS | {"\ufeff"} | {chr(code) for code in range(0xFE00, 0xFE10)}


def on_one_line(text: str) -> str:
    """Return the text without line breaks, controls and direction overrides.

    Overrides go because a note that carries one could turn round the number printed next to it.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)
    return " ".join("".join(letter for letter in kept if letter not in _ALWAYS_DROPPED).split())


def shortened(text: str, most: int) -> str:
    """Return at most about `most` characters, with a mark that says where the rest is.

    One that would not become shorter by it, mark and all, stays as it is.
    """
    whole = on_one_line(text)
    line = whole.removesuffix(_LEFT_OUT)
    if len(line) <= most:
        return whole
    cut = line[:most].rsplit(" ", 1)[0] if " " in line[most // 2 : most] else line[:most]
    made = f"{cut.rstrip()}{_LEFT_OUT}"
    return made if len(made) < len(whole) else whole


def foreign_letters(text: str) -> frozenset[str]:
    """Return the letters of a text that are in none of the shipped fonts."""
    return frozenset(
        letter for letter in set(text) if not _drawable(letter) and not _is_symbol(letter)
    )


def on_paper(text: str, lost: frozenset[str]) -> str:
    """Return a text as it is printed; letters of `lost` cannot be drawn and are counted."""
    line = with_named_symbols(on_one_line(text))
    return breakable(_with_counted_gaps(line, lost) if lost else line)


def breakable(text: str) -> str:
    """Return the text with invisible places to break inside words too long for a line."""
    return _TOO_LONG_A_WORD.sub(rf"\1{_ZERO_WIDTH_SPACE}", text)


def with_named_symbols(text: str) -> str:
    """Return the text with each symbol that no shipped font draws put into words.

    An emoji becomes `[grinning face]`, on every computer alike, and a flag `[flag ES]`.
    """
    if text.isascii():
        return text
    plain = _PARTS_OF_EMOJI.sub("", _FLAG.sub(lambda found: _flag_named(found[0]), text))
    return "".join(
        f"[{name(letter, 'symbol').lower()}]"
        if _is_symbol(letter) and not _drawable(letter)
        else letter
        for letter in plain
    )


def _flag_named(letters: str) -> str:
    country = "".join(chr(ord("A") + ord(letter) - _FIRST_LETTER_OF_FLAGS) for letter in letters)
    return f"[flag {country}]"


def _with_counted_gaps(text: str, lost: frozenset[str]) -> str:
    """Return the text with all words that cannot be drawn, up to the next that can, counted."""
    letters = "".join(map(escape, sorted(lost)))

    def counted(found: Match[str]) -> str:
        number = sum(not letter.isspace() for letter in found[0])
        what = "character" if number == 1 else "characters"
        return f"[{number} {what} this computer cannot print]"

    return pattern(rf"[{letters}](?:\s*[{letters}])*").sub(counted, text)


def _drawable(letter: str) -> bool:
    return letter in drawable() or letter in _NO_GLYPH_NEEDED or letter.isspace()


def _is_symbol(letter: str) -> bool:
    return category(letter) in {"So", "Sk", "Sm", "Sc", "Co", "Cn", "Cf"}
