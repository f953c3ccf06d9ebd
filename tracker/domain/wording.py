"""Small pieces of sentences that every page, file and line of a terminal writes alike."""

from collections.abc import Iterable, Mapping

_MOST_NEAR = 3
_LIKENESS = 0.65
_SHORTEST_PART = 4


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


def nearest(typed: str, known: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return at most three ids that are meant most probably; none where nothing is like them.

    Args:
        typed: The name that is not known.
        known: The ids, each with the other names by which people call it.
    """
    # What is typed right needs none of it, and the window starts without it.
    from difflib import get_close_matches  # noqa: PLC0415

    wanted = _plain(typed)
    ids = {_plain(name): each for each, names in known.items() for name in (each, *names)}
    holding = [name for name in ids if len(wanted) >= _SHORTEST_PART and wanted in name]
    alike = get_close_matches(wanted, ids, _MOST_NEAR, _LIKENESS)
    return tuple(dict.fromkeys(ids[name] for name in (*holding, *alike)))[:_MOST_NEAR]


def perhaps(typed: str, known: Mapping[str, Iterable[str]]) -> str:
    """Return the part of a sentence that names what is near; empty where nothing is."""
    near = nearest(typed, known)
    return f"perhaps {' or '.join(near)} is meant; " if near else ""


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())
