"""Small pieces of sentences that every page, file and line of a terminal writes alike."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its word: "1 entry", "12 entries", "1,200 days".

    Args:
        number: How many, from 0.
        one: The word for one.
        many: The word for any other number; None: `one` with an s.
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: small, unless written large (T-DM1, LVEF)."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def at_start(words: str) -> str:
    """Return words as they begin a sentence; all but the first letter stay (T-DM1)."""
    return words[:1].upper() + words[1:]
