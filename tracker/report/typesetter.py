"""Sets pages with Typst, from plain values alone: in this process, or served to the one beside it.

Typst and what Python has built in are all it needs: a process of its own is started for one print
alone, and each further import would stand between a person and her page.
"""

import marshal
import sys

from typst import Compiler, Fonts, TypstError

from tracker.errors import PagesNotMadeError

# At most two: the shipped fonts alone, and with those of the computer.
_fonts: dict[tuple[str, bool], Fonts] = {}


class Typesetter:
    """Keeps the plates of one print under their numbers; nothing that goes in is markup."""

    def __init__(self) -> None:
        self._plates: list[tuple[Compiler, dict[str, str]]] = []

    def take(self, paths: tuple[str, str, str], said: dict[str, str], system_fonts: int) -> int:
        """Return the number of a new plate.

        Args:
            paths: The template, the folder that it may read, and that of the shipped fonts.
            said: What the template is given.
            system_fonts: 1 where the fonts of the computer are looked through as well, else 0.
        """
        template, folder, fonts = paths
        found = _fonts_of(fonts, system=bool(system_fonts))
        self._plates.append((Compiler(template, folder, found, sys_inputs=said), said))
        return len(self._plates) - 1

    def value(self, plate: int, label: str) -> str:
        """Return what a template says of itself under a label, as JSON."""
        return self._plates[plate][0].query(f"<{label}>", field="value", one=True)

    def pdf(self, plate: int, made_at: int, inside: dict[str, str]) -> bytes:
        """Return one PDF/UA-1 and PDF/A-3a file.

        Both at once: UA-1 is what screen readers need; A-3a is what archives take, with the files
        inside it.

        Args:
            plate: Its number.
            made_at: Seconds since 1970.
            inside: The files inside and what `attached.typ` reads of them.

        Raises:
            PagesNotMadeError: Typst refuses; its diagnostic names letters that no font has.
        """
        compiler, said = self._plates[plate]
        try:
            made = compiler.compile(
                format="pdf",
                pdf_standards=["ua-1", "a-3a"],
                timestamp=made_at,
                sys_inputs={**said, **inside},
            )
        except TypstError as error:
            raise PagesNotMadeError(error.diagnostic) from None
        return _pages(made)[0]

    def pictures(self, plate: int, pixels_per_inch: float) -> list[bytes]:
        """Return one PNG per page."""
        compiler, said = self._plates[plate]
        return _pages(compiler.compile(format="png", ppi=pixels_per_inch, sys_inputs=said))


def serve() -> None:
    """Answer on standard output what is asked on standard input, until nobody asks any more.

    A question is the name of a method and its arguments; an answer is what the method returns and
    "", or None and the diagnostic. Any other fault ends the process, and who asks finds it gone.
    """
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    typesetter = Typesetter()
    while True:
        try:
            name, arguments = marshal.load(asked)  # noqa: S302 - from the window, through a pipe
        except EOFError:
            return
        try:
            answer = (getattr(typesetter, name)(*arguments), "")
        except PagesNotMadeError as error:
            answer = (None, error.diagnostic)
        marshal.dump(answer, told)
        told.flush()


def _fonts_of(folder: str, *, system: bool) -> Fonts:
    if (folder, system) not in _fonts:
        _fonts[folder, system] = Fonts(
            include_system_fonts=system, include_embedded_fonts=False, font_paths=[folder]
        )
    return _fonts[folder, system]


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())
