"""Errors that we foresee; anything else is a bug and is shown as one.

Each message is one plain sentence for a person: what happened, what is safe, what to do next.
A message never carries a health value that is not already on the person's own screen.
"""


class TrackerError(Exception):
    """A foreseen failure whose message can be shown as it is.

    Attributes:
        exit_code: What the command line leaves with.
    """

    exit_code = 2


class NotUnderstoodError(TrackerError):
    """What was typed cannot be read, or cannot be right; nothing was stored."""

    exit_code = 2


class DiaryNotOpenedError(TrackerError):
    """The diary file is missing, damaged, locked, newer than the program, or in use."""

    exit_code = 3


class DiaryInUseError(DiaryNotOpenedError):
    """Another program has the diary open or writes to it just now."""


class DiaryEmptyError(DiaryNotOpenedError):
    """The diary holds nobody and nothing: it was emptied to be deleted."""


class DiaryLockedError(DiaryNotOpenedError):
    """The diary is encrypted and nobody gave its passphrase."""


class WrongPassphraseError(DiaryLockedError):
    """What was typed opens this diary neither as its passphrase nor as its recovery key."""


class NotSavedError(TrackerError):
    """The disk or folder refused; what was there before is unchanged."""

    exit_code = 4


class PagesNotMadeError(TrackerError):
    """What sets pages for paper stopped or refused; nothing was written.

    Attributes:
        diagnostic: The words of what refused, "" where nothing was said; they may quote the page,
            so they are for the program alone and stand in no message.
    """

    exit_code = 4

    def __init__(self, diagnostic: str = "") -> None:
        super().__init__(
            "The pages could not be made; nothing was written; your diary is safe; try again."
        )
        self.diagnostic = diagnostic


class KnowledgeError(TrackerError):
    """A clinical data file cannot be trusted, so the program does not start with it."""

    exit_code = 3


class StoppedError(TrackerError):
    """The person stopped what was going on; nothing of it was done."""

    exit_code = 130  # what shells call stopped by hand


def may_be_damaged(error: TrackerError) -> bool:
    """Return whether a diary itself may be damaged: it does not open, and no other has it open."""
    return isinstance(error, DiaryNotOpenedError) and not isinstance(error, DiaryInUseError)
