"""Has the pages of the window set in a process of its own, which ends with each print.

What Typst keeps grows with every page and would stay as long as the window, and a crash in it would
take the window along. What is said goes through a pipe: no word of a diary stands in an argument,
in the environment or in a file. Memory stays out of core dumps as in the window, whose limits a
process that it starts takes over (`storage/no_dumps.py`).
"""

import marshal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any, Self, cast

from tracker.errors import PagesNotMadeError
from tracker.report.press import Press, Pressed
from tracker.services.printing import Attachment, PreparedReport

# What it reads first is where this process found its packages: to look for them anew would take
# as long as everything else before its first page.
_PROGRAM = (
    "import marshal, sys;"
    "sys.path[:] = marshal.load(sys.stdin.buffer);"
    "from tracker.report.typesetter import serve;"
    "serve()"
)


class Printery:
    """Sets the pages of one window, each print in a process of its own."""

    def __init__(self) -> None:
        self._ready: list[Worker] = []
        self._looked_at: set[Worker] = set()
        self._is_closed = False

    def takes(self, read: Callable[[], Pressed]) -> PreparedReport:
        """Return the pages that `read` finds, set apart; as they are where no Python can start.

        Their process starts first: it gets ready while the diary is read.
        """
        if not can_be_apart():
            return read()
        if not self._ready and not self._is_closed:
            with suppress(PagesNotMadeError):  # said when the pages are asked for
                self._ready.append(Worker())
        with ExitStack() as refused:
            refused.callback(self._end_what_is_ready)
            pages = read()
            refused.pop_all()
        return _SetApart(pages, self)

    def pdf(self, press: Press, attachments: Sequence[Attachment]) -> bytes:
        """Return one PDF."""
        with self._worker() as worker:
            return press.pdf(attachments, worker)

    def pictures(self, press: Press, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page."""
        with self._worker() as worker:
            self._looked_at.add(worker)
            try:
                if self._is_closed:
                    worker.end()
                return press.pictures(pixels_per_inch, worker)
            finally:
                self._looked_at.discard(worker)

    def close(self) -> None:
        """End what is being set to be looked at; a file that is being saved becomes whole."""
        self._is_closed = True
        for worker in tuple(self._looked_at):
            worker.end()
        self._end_what_is_ready()

    def _end_what_is_ready(self) -> None:
        while self._ready:
            with self._ready.pop():
                pass

    def _worker(self) -> "Worker":
        """Return the one that is ready; another where it has ended meanwhile, or there is none."""
        while self._ready:
            worker = self._ready.pop()
            if worker.is_running:
                return worker
            with worker:
                pass
        return Worker()


@dataclass(frozen=True, slots=True)
class _SetApart:
    pages: Pressed
    printery: Printery

    def pdf(self, attachments: Sequence[Attachment] = ()) -> bytes:
        return self.printery.pdf(self.pages.press(), attachments)

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        return self.printery.pictures(self.pages.press(), pixels_per_inch)


def can_be_apart() -> bool:
    """Return whether there is a Python to start; a frozen build has none."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class Worker:
    """A `Typesetter` in a process of its own; ends with its `with` block.

    Raises:
        PagesNotMadeError: From every method: the process cannot be started, ended before it had
            answered, or refused.
    """

    def __init__(self) -> None:
        with _or_none_made():
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and no word of a diary
                [sys.executable, "-I", "-S", "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a fault there may quote what it was given
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        self._asked = cast("IO[bytes]", self._process.stdin)
        self._told = cast("IO[bytes]", self._process.stdout)
        try:
            self._say(sys.path)
        except PagesNotMadeError:
            self.__exit__()
            raise

    @property
    def is_running(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    @property
    def process_id(self) -> int:
        """Its number at the system."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.end()
        self._process.wait()
        for pipe in (self._asked, self._told):
            with suppress(OSError):  # there may be words left that it no longer took
                pipe.close()

    def end(self) -> None:
        """End the process now, whatever it does; from any thread."""
        self._process.kill()

    def take(self, paths: tuple[str, str, str], said: dict[str, str], system_fonts: int) -> int:
        """Return the number of a new plate."""
        return int(self._ask("take", paths, said, system_fonts))

    def value(self, plate: int, label: str) -> str:
        """Return what a template says of itself under a label, as JSON."""
        return str(self._ask("value", plate, label))

    def pdf(self, plate: int, made_at: int, inside: dict[str, str]) -> bytes:
        """Return one PDF."""
        return bytes(self._ask("pdf", plate, made_at, inside))

    def pictures(self, plate: int, pixels_per_inch: float) -> list[bytes]:
        """Return one PNG per page."""
        return list(self._ask("pictures", plate, pixels_per_inch))

    def _ask(self, what: str, *arguments: Any) -> Any:
        with _or_none_made():
            self._say((what, arguments))
            answer, diagnostic = marshal.load(self._told)  # noqa: S302 - from our own program
        if answer is None:
            raise PagesNotMadeError(diagnostic)
        return answer

    def _say(self, message: Any) -> None:
        with _or_none_made():
            self._asked.write(marshal.dumps(message))
            self._asked.flush()


@contextmanager
def _or_none_made() -> Iterator[None]:
    """Turn what a pipe says when its other end died, or died amid an answer, into one sentence."""
    try:
        yield
    except (OSError, EOFError, ValueError, TypeError):
        raise PagesNotMadeError from None
