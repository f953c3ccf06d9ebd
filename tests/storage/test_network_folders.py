"""A diary on another computer's disk is recognized by what the system says of its folder."""

import sys

import pytest

from tracker.storage.network_folders import is_on_network

LIST = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
40 22 0:40 / {folder}/home rw - nfs4 server:/home rw
41 40 0:41 / {folder}/home/ana/local rw - ext4 /dev/sdb1 rw
42 22 0:42 / {folder}/our\\040share rw shared:7 - cifs //nas/our rw
"""


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("home/diary.sqlite", True),
        ("home/ana/diary.sqlite", True),
        ("home/ana/local/deep/diary.sqlite", False),
        ("our share/diary.sqlite", True),
        ("diary.sqlite", False),
    ],
)
def test_the_innermost_mount_says_whose_disk_it_is(tmp_path, place, remote):
    mounts = tmp_path / "mounts"
    folder = str(tmp_path).replace(" ", r"\040")
    mounts.write_text(LIST.format(folder=folder), encoding="utf-8")

    assert is_on_network(tmp_path / place, mounts) is (remote and sys.platform != "win32")


def test_where_the_system_says_nothing_nothing_is_claimed(tmp_path):
    assert not is_on_network(tmp_path / "diary.sqlite", tmp_path / "missing")
