"""What every single sheet has in common: it sets itself with a template of its own."""

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from tracker.report.press import Plate, Plates, Press
from tracker.services.printing import Attachment


class TypesetSheet:
    """A frozen content beside its template; text goes in as data, never as markup.

    Attributes:
        template: File in `resources/report`.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    __slots__ = ()
    template: ClassVar[str]
    made_at: int

    def pdf(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return all sheets as one PDF/UA-1 and PDF/A-3a file."""
        return self.press().pdf(attachments)

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per sheet."""
        return self.press().pictures(pixels_per_inch)

    def press(self) -> Press:
        """Return what sets it."""
        return Press(self, self.made_at, self._lay_out)

    def _lay_out(self, said: Any, plates: Plates) -> Plate:
        return plates.plate(self.template, {"content": json.dumps(said)})
