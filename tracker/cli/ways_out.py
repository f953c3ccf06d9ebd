"""What to do about a diary that is damaged, in the words of the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import DiaryNotOpenedError


@contextmanager
def naming_the_way_out(path: Path) -> Iterator[None]:
    """Name the verbs that help, where a diary turns out to be damaged.

    Raises:
        DiaryNotOpenedError: As it was, or with those verbs.
    """
    try:
        yield
    except DiaryNotOpenedError as error:
        from tracker.storage.foreseen import damaged  # noqa: PLC0415 - seldom needed

        if str(error) != str(damaged(path)):
            raise
        said = str(error).removesuffix(".")
        raise DiaryNotOpenedError(
            f"{said} (“restore COPY”); without one, “salvage NEW-FILE” writes what can still be "
            "read into a new diary."
        ) from None
