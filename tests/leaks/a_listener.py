"""A system that tells of its lock when a test says so."""

from tracker.app.system_locks.listener import LockListener


class Listener(LockListener):
    """Hears nothing by itself; `locked` is for the test to emit.

    Args:
        refusal: What the system answers to who wants to hear it.
    """

    def __init__(self, refusal: Exception | None = None) -> None:
        super().__init__()
        self._refusal = refusal
        self.begun = self.closed = 0

    def listen(self) -> None:
        self.begun += 1
        if self._refusal is not None:
            raise self._refusal

    def close(self) -> None:
        self.closed += 1
