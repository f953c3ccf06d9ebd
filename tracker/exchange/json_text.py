"""JSON read piece by piece: what is done with an object is done before the next one is read.

So a diary of a hundred thousand entries is never in memory as text, as objects and as entries.
"""

import json
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from re import compile as pattern
from typing import Any, BinaryIO

from tracker.errors import NotUnderstoodError
from tracker.exchange.reading import Members, NoValue, wrong
from tracker.services.progress import Progress

_PIECE = 1 << 18
_LONGEST_VALUE = 1 << 22  # an entry of nothing but escaped signs stays far below
_LONGEST_INTEGER = 9
_SPACE = pattern(r"[ \t\n\r]*")


class Utf8Pieces:
    """A file as pieces of text.

    Args:
        size: In bytes, for the progress; a pipe has none.
        largest: So many bytes are read at most.

    Raises:
        NotUnderstoodError: Names the line that is not in UTF-8, or where the file is too long.
    """

    def __init__(self, file: BinaryIO, size: int, largest: int, progress: Progress) -> None:
        self._file, self._size, self._progress = file, max(size, 1), progress
        self._largest = largest
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._bytes_read = 0
        self._line = 1

    def read(self, length: int) -> str:
        """Return some more text, about as long; nothing at the end of the file."""
        piece = self._file.read(length)
        self._bytes_read += len(piece)
        if self._bytes_read > self._largest:
            problem = f"there is more than {self._largest / 1e6:.0f} MB, which is no diary"
            raise wrong(f"line {self._line}", problem)
        self._progress(min(1.0, self._bytes_read / self._size))
        try:
            text = self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            line = self._line + error.object[: error.start].count(b"\n")
            raise wrong(f"line {line}", "this is not text in UTF-8, so it is no diary") from None
        self._line += text.count("\n")
        if piece and not text:  # the beginning of a letter alone
            return self.read(length)
        return text


class JsonText:
    """The place in a JSON text up to which it was read.

    Args:
        more: Returns some more of the text, about so long; nothing at its end.

    Raises:
        NotUnderstoodError: Names line and column of what is not JSON.
    """

    def __init__(self, more: Callable[[int], str]) -> None:
        self._more_text = more
        self._text, self._at, self._ended = "", 0, False
        self._line, self._column = 1, 1

    def members(self) -> Iterator[str]:
        """Yield the keys of an object; whoever takes one reads its value before the next."""
        self._expect("{")
        if self._take("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise self._no_json("a key in quotes was expected")
            self._expect(":")
            yield key
            if self._take("}"):
                return
            self._expect(",")

    def elements(self) -> Iterator[int]:
        """Yield the place of each element of a list, which is read before the next."""
        self._expect("[")
        number = 0
        if self._take("]"):
            return
        while True:
            yield number
            number += 1
            if not self._take(","):
                if self._take("]"):
                    return
                raise self._no_json("Expecting “,”")

    def up_to_brace(self) -> str:
        """Return what stands here up to the next `}`, which is not read yet; nothing without one.

        That is a whole object where no text in it and no object in it holds a brace.
        """
        return self._text[self._at : self._text.find("}", self._at) + 1]

    def pass_over(self, text: str) -> None:
        """Go on after a text that stands here; whoever says so knows that it is whole values."""
        self._at += len(text)

    def value(self) -> Any:
        """Return the value that stands here."""
        while True:
            self.next_sign()
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at > _LONGEST_VALUE or not self._read_on():
                    raise self._no_json(error.msg, error.pos) from None
            except RecursionError:
                raise self._wrong("this is nested too deeply to be a diary") from None
            else:
                # A number at the end of a piece may go on in the next.
                if end < len(self._text) or not self._read_on():
                    self._at = end
                    return value

    def next_sign(self) -> str:
        """Return the sign after the white space; nothing at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = self._at if space is None else space.end()
            if self._at < len(self._text) or not self._read_on():
                return self._text[self._at : self._at + 1]

    def expect_end(self) -> None:
        """Refuse anything after the value."""
        if self.next_sign():
            raise self._no_json("Extra data")

    def _take(self, sign: str) -> bool:
        if self._text.startswith(sign, self._at) or self.next_sign() == sign:
            self._at += 1
            return True
        return False

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._no_json(f"Expecting “{sign}”")

    def _read_on(self) -> bool:
        """Let go of what was read and add the next piece; False at the end."""
        left = len(self._text) - self._at
        piece = "" if self._ended else self._more_text(max(_PIECE, left))
        if not piece:
            self._ended = True
            return False
        self._line, self._column = self._place(self._at)
        self._text, self._at = self._text[self._at :] + piece, 0
        return True

    def _place(self, at: int) -> tuple[int, int]:
        lines = self._text.count("\n", 0, at)
        if not lines:
            return self._line, self._column + at
        return self._line + lines, at - self._text.rindex("\n", 0, at)

    def _no_json(self, why: str, at: int | None = None) -> NotUnderstoodError:
        return self._wrong(f"this is not JSON ({why})", at)

    def _wrong(self, problem: str, at: int | None = None) -> NotUnderstoodError:
        line, column = self._place(self._at if at is None else at)
        return wrong(f"line {line}, column {column}", problem)


def _members(pairs: list[tuple[str, Any]]) -> Members:
    members = Members(pairs)
    if len(members) != len(pairs):
        members.clear()
        for key, value in pairs:
            members.add(key, value)
    return members


def _integer(digits: str) -> int | NoValue:
    if len(digits) > _LONGEST_INTEGER:
        return NoValue(f"the number {digits[:20]}… is too long to be right")
    return int(digits)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_constant=lambda name: NoValue(f"{name} is not a value that a diary can hold"),
    parse_int=_integer,
)
