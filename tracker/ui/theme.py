"""Colors, type and spacing of the whole window, switched live from one place."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from tracker.ui.palette import build_palette
from tracker.ui.tokens import DARK, LIGHT

Mode = Literal["system", "light", "dark"]
Style = Literal["display", "num", "h1", "h2", "h3", "body", "small", "tiny"]

_STYLES: dict[str, tuple[int, QFont.Weight]] = {
    "display": (30, QFont.Weight.Bold),
    "num": (34, QFont.Weight.DemiBold),
    "h1": (26, QFont.Weight.Bold),
    "h2": (19, QFont.Weight.DemiBold),
    "h3": (17, QFont.Weight.DemiBold),
    "body": (16, QFont.Weight.Normal),
    "small": (14, QFont.Weight.Normal),
    "tiny": (13, QFont.Weight.Medium),
}
_BODY_PX = _STYLES["body"][0]
_SMALLEST_SCALE, _LARGEST_SCALE = 1.0, 2.0
_SPACE_GROWTH = 0.45
_TARGET_PX, _BIG_TARGET_PX = 44, 56


def new_application() -> QApplication:
    """Return the application in Fusion, the one style that looks the same everywhere.

    Named as an argument: `setStyle` gives back a `QStyle`, whose hundreds of names PySide would
    make before the window is first painted.
    """
    return QApplication(["chemo-tracker", "-style", "Fusion"])


class Theme(QObject):
    """What every widget asks for its colors and sizes.

    Widgets connect a bound method to `changed` and set themselves anew there. Nothing is
    styled by a style sheet: a sheet costs every widget a polish at start and at each switch.

    Signals:
        changed: Colors, text size or target size are different from now on.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "light"
        self._text_scale = 1.0
        self._big_targets = False
        self._strong_outlines = False
        self._system_factor = 1.0
        self._family: str | None = None
        self._app: QApplication | None = None
        self._colors = {name: QColor(value) for name, value in LIGHT.items()}
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @property
    def dark(self) -> bool:
        """Whether the dark colors are in use now."""
        if self._mode == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return scheme == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    @property
    def text_scale(self) -> float:
        """The person's text size, 1.0 to 2.0."""
        return self._text_scale

    @property
    def scale(self) -> float:
        """Text size times the computer's own setting; pixels divided by it are "eff" pixels."""
        return self._text_scale * self._system_factor

    @property
    def big_targets(self) -> bool:
        """Whether buttons are at least 56 px instead of 44 px at 100 %."""
        return self._big_targets

    def tokens(self, name: str) -> QColor:
        """Return one color by its name in `tokens.py`.

        Raises:
            KeyError: There is no such token.
        """
        return self._colors[name]

    def severity(self, grade: int) -> tuple[QColor, QColor]:
        """Return fill and text color of a severity, 0 to 4."""
        return self._colors[f"sev{grade}"], self._colors[f"sevT{grade}"]

    def px(self, n: float) -> int:
        """Return a length that grows with the text."""
        return round(n * self.scale)

    def space(self, n: float) -> int:
        """Return a gap or padding: it grows with 45 % of the growth of the text."""
        return round(n * (1 + (self.scale - 1) * _SPACE_GROWTH))

    def target(self) -> int:
        """Return the least height and width of anything that can be clicked, in pixels."""
        return self.px(_BIG_TARGET_PX if self._big_targets else _TARGET_PX)

    def eff(self, pixels: float) -> float:
        """Return pixels divided by the text size; all breakpoints are given so."""
        return pixels / self.scale

    def font(self, style: Style, *, strong: bool = False) -> QFont:
        """Return a font; `strong` is at least semi-bold. Ask again after `changed`."""
        key = (style, strong)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(style, strong=strong)
        return self._fonts[key]

    def apply(self, app: QApplication) -> None:
        """Dress the application: palette and font. Call it once, before the first widget."""
        if self._app is app:
            return
        self._app = app
        family_font = app.font()
        self._family = family_font.family()
        self._system_factor = max(1.0, QFontInfo(family_font).pixelSize() / _BODY_PX)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._renew()

    def set_dark(self, mode: Mode) -> None:
        """Choose the colors; `system` follows the computer while the program runs."""
        if mode == self._mode:
            return
        self._mode = mode
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(
            {
                "system": Qt.ColorScheme.Unknown,
                "light": Qt.ColorScheme.Light,
                "dark": Qt.ColorScheme.Dark,
            }[mode]
        )
        self._renew()

    def set_text_scale(self, factor: float) -> None:
        """Choose the text size; values outside 1.0 to 2.0 are brought to the nearer end."""
        bounded = min(_LARGEST_SCALE, max(_SMALLEST_SCALE, factor))
        if bounded != self._text_scale:
            self._text_scale = bounded
            self._renew()

    def set_big_targets(self, *, on: bool) -> None:
        """Make every button at least 56 px."""
        if on != self._big_targets:
            self._big_targets = on
            self._renew()

    def set_strong_outlines(self, *, on: bool) -> None:
        """Draw the faint decorative outlines as strongly as those of buttons."""
        if on != self._strong_outlines:
            self._strong_outlines = on
            self._renew()

    def _follow_system(self) -> None:
        if self._mode == "system":
            self._renew()

    def _renew(self) -> None:
        table = DARK if self.dark else LIGHT
        self._colors = {name: QColor(value) for name, value in table.items()}
        if self._strong_outlines:
            self._colors["border"] = self._colors["control"]
        self._fonts = {}
        if self._app is not None:
            palette = build_palette(self._colors)
            self._app.setPalette(palette)
            self._app.setFont(self.font("body"))
            QToolTip.setPalette(palette)
            QToolTip.setFont(self.font("small"))
        self.changed.emit()

    def _make_font(self, style: str, *, strong: bool) -> QFont:
        size, weight = _STYLES[style]
        font = QFont(self._family) if self._family else QFont()
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(max(weight, QFont.Weight.DemiBold) if strong else weight)
        if style == "num":
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


class _Holder:
    theme: Theme | None = None


def current() -> Theme:
    """Return the one theme of the program."""
    if _Holder.theme is None:
        _Holder.theme = Theme()
    return _Holder.theme


def palette_color(name: str) -> QPalette:
    """Return the application's palette with its text in the named token, for labels."""
    palette = QPalette(QGuiApplication.palette())
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, current().tokens(name))
    return palette
