"""How the window looks on this computer: kept whole, and never a reason not to start."""

import json
from pathlib import Path

import pytest

from tracker.errors import NotSavedError
from tracker.ui.settings.window_settings import WindowSettings, WindowSettingsFile


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path):
    path = tmp_path / "data" / "window.json"
    chosen = WindowSettings(colors="dark", text_percent=150, bigger_buttons=True, writer="Tom")

    WindowSettingsFile(path).save(chosen)

    assert WindowSettingsFile(path).settings == chosen
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"colors": "pink"}', "\x00"])
def test_an_unreadable_file_means_the_usual_look(tmp_path: Path, content: str):
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")

    assert WindowSettingsFile(path).settings == WindowSettings()


def test_only_what_cannot_be_right_is_replaced(tmp_path: Path):
    path = tmp_path / "window.json"
    path.write_text(json.dumps({"colors": "dark", "text_percent": 900, "writer": 7, "more": 1}))

    assert WindowSettingsFile(path).settings == WindowSettings(colors="dark")


def test_a_refused_setting_holds_for_this_run_and_says_so(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    file = WindowSettingsFile(blocked / "window.json")

    with pytest.raises(NotSavedError, match="until you close"):
        file.save(file.settings._replace(colors="dark"))
    assert file.settings.colors == "dark"


def test_a_sample_keeps_nothing():
    file = WindowSettingsFile(None)

    file.save(WindowSettings(colors="dark"))

    assert file.settings.colors == "dark"
