"""The page on what the program is for, read from the file that ships with it; no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.resource_files import resource_file


class BlockKind(StrEnum):
    """What a block of the page is."""

    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, bullet or paragraph, without its marks."""

    kind: BlockKind
    text: str


def intended_use() -> tuple[Block, ...]:
    """Return the blocks of `resources/intended_use.md` below its title."""
    blocks: list[Block] = []
    for part in resource_file("intended_use.md").read_text(encoding="utf-8").split("\n\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines or lines[0].startswith("# "):
            continue
        if lines[0].startswith("## "):
            blocks.append(Block(BlockKind.HEADING, lines[0].removeprefix("## ")))
            lines = lines[1:]
        bullets = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        blocks += [Block(BlockKind.BULLET, bullet) for bullet in bullets]
        rest = " ".join(line for line in lines if not line.startswith("- "))
        if rest:
            blocks.append(Block(BlockKind.PARAGRAPH, rest))
    return tuple(blocks)
