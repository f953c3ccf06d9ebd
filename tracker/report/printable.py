"""Free text made fit for paper: nothing is lost silently, nothing can reorder its surroundings."""

from re import sub
from unicodedata import category, name

from tracker.report.font_coverage import drawable

_LONGEST_UNBROKEN = 36
_ZERO_WIDTH_SPACE = "\u200b"
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
_NO_GLYPH_NEEDED = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060"}
_ALWAYS_DROPPED = _EMBEDDINGS | {"\ufeff"} | {chr(code) for code in range(0xFE00, 0xFE10)}


def on_one_line(text: str) -> str:
    """Return the text without line breaks, controls and direction overrides.

    Overrides go because a note that carries one could turn round the number printed next to it.
    """
    kept = (" " if category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)
    return " ".join("".join(letter for letter in kept if letter not in _ALWAYS_DROPPED).split())


def shortened(text: str, most: int) -> str:
    """Return at most about `most` characters, with a mark that says how many were left out."""
    line = on_one_line(text)
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0] if " " in line[most // 2 : most] else line[:most]
    left_out = len(line) - len(cut)
    return f"{cut.rstrip()} … (and {left_out:,} more characters in the diary)"


def breakable(text: str) -> str:
    """Return the text with invisible places to break inside words too long for a line."""
    return sub(rf"(\S{{{_LONGEST_UNBROKEN}}})(?=\S)", rf"\1{_ZERO_WIDTH_SPACE}", text)


def needs_other_fonts(text: str) -> bool:
    """Return whether a letter of the text is in none of the shipped fonts."""
    return any(not _drawable(letter) and not _is_symbol(letter) for letter in text)


def with_named_symbols(text: str) -> str:
    """Return the text with each symbol that no shipped font draws put into words.

    An emoji becomes `[grinning face]`, on every computer alike.
    """
    return "".join(
        f"[{name(letter, 'symbol').lower()}]"
        if _is_symbol(letter) and not _drawable(letter)
        else letter
        for letter in text
    )


def with_counted_gaps(text: str) -> str:
    """Return the text with each run of letters that cannot be drawn replaced by their number."""
    pieces: list[str] = []
    run = 0
    for letter in [*text, ""]:
        if letter and not _drawable(letter):
            run += 1
            continue
        if run:
            pieces.append(f"[{run} characters this computer cannot print]")
        pieces.append(letter)
        run = 0
    return "".join(pieces)


def _drawable(letter: str) -> bool:
    return letter in drawable() or letter in _NO_GLYPH_NEEDED or letter.isspace()


def _is_symbol(letter: str) -> bool:
    return category(letter) in {"So", "Sk", "Sm", "Sc", "Co", "Cn", "Cf"}
