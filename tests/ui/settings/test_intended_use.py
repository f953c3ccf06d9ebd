"""About shows what the program is for, all of it, from the file that ships."""

from PySide6.QtWidgets import QLabel

from tracker.resource_files import resource_file
from tracker.ui.settings.about_section import AboutSection
from tracker.ui.settings.intended_use import BlockKind, intended_use


def test_nothing_of_the_file_is_left_out():
    words = resource_file("intended_use.md").read_text("utf-8").split("\n", 1)[1].split()

    shown = " ".join(block.text for block in intended_use()).split()

    assert shown == [word for word in words if word not in {"##", "-"}]


def test_headings_bullets_and_paragraphs_are_told_apart():
    kinds = {block.kind for block in intended_use()}

    assert kinds == set(BlockKind)


def test_about_shows_every_block(qtbot):
    about = AboutSection("1.2.3")
    qtbot.addWidget(about)

    texts = "\n".join(label.text() for label in about.findChildren(QLabel))

    assert all(block.text in texts for block in intended_use())
    assert "1.2.3" in texts
