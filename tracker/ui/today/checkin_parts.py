"""Parts of the check-in: the ways to answer a whole day, and the names of parts of the body."""

from tracker.ui import theme
from tracker.ui.widgets.buttons import ButtonLook, LinkButton
from tracker.ui.widgets.labels import Heading

_ABOVE_GROUP, _BELOW_GROUP = 20, 4


class DayButton(LinkButton):
    """Answers the whole day; narrow, so that it stands beside the title."""

    look = ButtonLook("primary", None, "surface2", None, padding=6)


class GroupHeading(Heading):
    """A part of the body; clear of the line under the row above, near the rows it names."""

    def _restyle(self) -> None:
        space = theme.current().space
        self.setContentsMargins(0, space(_ABOVE_GROUP), 0, space(_BELOW_GROUP))
        super()._restyle()
