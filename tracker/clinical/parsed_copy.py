"""A faster copy of the knowledge files, used for a file only while it is exactly that file.

Reading TOML takes most of the time that the knowledge may take at the start. `parsed.json` holds
what was read from each file under the SHA-256 of the file; a file that was changed since is simply
read as TOML again, so the copy can be old but never wrong.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from tomllib import loads as loads_toml
from typing import Any

from tracker.resource_files import resource_file


def parsed_before(content: bytes) -> dict[str, Any] | None:
    """Return what this very content was parsed to when the copy was made; None: not in it."""
    return _copy().get(sha256(content).hexdigest())


def copy_of(paths: Iterable[Path]) -> str:
    """Return the text of a new copy of these TOML files."""
    contents = (path.read_bytes() for path in sorted(paths))
    parsed = {sha256(each).hexdigest(): loads_toml(each.decode("utf-8")) for each in contents}
    return dumps(parsed, ensure_ascii=False, default=str, separators=(",", ":")) + "\n"


@cache
def _copy() -> dict[str, dict[str, Any]]:
    try:
        copy: dict[str, dict[str, Any]] = loads(
            resource_file("clinical", "parsed.json").read_bytes()
        )
    except (FileNotFoundError, JSONDecodeError):
        return {}
    return copy
