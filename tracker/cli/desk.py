"""What a verb works with: options, clock, knowledge, and the open diary where it needs one."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.ways_out import naming_the_way_out
from tracker.clinical.library import Library, library
from tracker.errors import NotUnderstoodError
from tracker.private_files import open_file_behind
from tracker.services.start import StartOptions, choose_person, clock_of

if TYPE_CHECKING:
    from tracker.services.companion import Companion
    from tracker.storage.sql_storage import SqlStorage

_STANDARD_OUTPUT = 1


@dataclass(frozen=True, slots=True)
class Bench:
    """One run of the command line."""

    options: StartOptions

    @property
    def library(self) -> Library:
        """The knowledge that ships with the program."""
        return library()

    def now(self) -> datetime:
        """Return the moment of this run."""
        if self.options.sample:
            from tracker.services.sample import SAMPLE_NOW  # noqa: PLC0415 - for samples alone

            return clock_of(self.options, SAMPLE_NOW)()
        return clock_of(self.options)()

    @contextmanager
    def storage(self) -> Iterator["SqlStorage"]:
        """Open the diary; SQLAlchemy is loaded for this alone."""
        from tracker.storage.sessions import open_storage  # noqa: PLC0415

        sample = self.options.sample
        told = nullcontext() if sample else naming_the_way_out(self.diary_path())
        with told, closing(open_storage(self.options, self.now())) as opened:
            yield opened

    @contextmanager
    def companion(self, by: str | None = None) -> Iterator["Companion"]:
        """Open the diary of the person who is meant."""
        from tracker.services.companion import Companion  # noqa: PLC0415

        now = self.now()
        with self.storage() as storage:
            person = choose_person(storage.people(), self.options.person)
            yield Companion(storage, self.library, lambda: now, person.id, by or "self")

    def show(self, plain: dict[str, Any], lines: Sequence[str]) -> None:
        """Print the machine's answer or the person's."""
        if self.options.as_json:
            print(json.dumps(plain, ensure_ascii=False, indent=2))
        else:
            print("\n".join(lines))

    def acknowledge(self, plain: dict[str, Any], lines: Sequence[str]) -> None:
        """Say at once that something is on the disk; a machine gets one line and no more."""
        said = [json.dumps(plain, ensure_ascii=False)] if self.options.as_json else lines
        print("\n".join(said), flush=True)

    def show_written(self, out: Path, plain: dict[str, Any], lines: Sequence[str]) -> None:
        """Say what was written to `out`, where it does not mix with it."""
        said_to = sys.stderr if open_file_behind(out) == _STANDARD_OUTPUT else sys.stdout
        with redirect_stdout(said_to):
            self.show({"out": str(out), **plain}, lines)

    def passphrase(self) -> str | None:
        """Return the passphrase of the diary; None where none was named.

        Raises:
            NotUnderstoodError: Its file cannot be read.
        """
        from tracker.storage.sessions import passphrase_of  # noqa: PLC0415

        return passphrase_of(self.options)

    def diary_path(self) -> Path:
        """Return the file that is meant.

        Raises:
            NotUnderstoodError: A sample has no file.
        """
        from tracker.storage.places import diary_path  # noqa: PLC0415

        if self.options.sample:
            raise NotUnderstoodError("The sample is kept in no file; nothing was done.")
        return diary_path(self.options.diary, self.options.data_folder)
