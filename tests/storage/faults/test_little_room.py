"""A disk that is really too small: a tmpfs of a megabyte where one may be mounted, and a limit.

The system's own refusal at a size of file is there on every Unix; a small disk needs the right to
mount one, which a user has in a namespace of her own on most Linux systems.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.faults.test_kills import FIRST, ROOT, a_diary, ids_in

FILL = [sys.executable, "-m", "tests.storage.faults.actions", "fill"]
MOUNTED = 'mount -t tmpfs -o size=1m none "$0" && cp "$1" "$0/diary.sqlite" && '
MOUNTED += '"$2" -m tests.storage.faults.actions fill "$0/diary.sqlite"; cp "$0"/diary.sqlite* "$3"'
LIMITED = (
    'ulimit -f 1000; trap "" XFSZ; exec "$2" -m tests.storage.faults.actions fill "$3/diary.sqlite"'
)


def in_namespace(script: str, *arguments: str) -> list[str]:
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, *arguments]


def can_mount(folder: Path) -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = in_namespace('mount -t tmpfs -o size=1m none "$0"', str(folder))
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def rooms() -> list[str]:
    if sys.platform == "win32":
        return []
    return ["limited", "mounted"] if can_mount(ROOT / "tests") else ["limited"]


@pytest.mark.parametrize("room", rooms())
def test_a_disk_that_is_full_refuses_in_one_sentence_and_keeps_what_it_acknowledged(tmp_path, room):
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").mkdir()
    path = a_diary(tmp_path)
    if room == "limited":
        shutil.copy(path, tmp_path / "out" / "diary.sqlite")
    arguments = (str(tmp_path / "disk"), str(path), sys.executable, str(tmp_path / "out"))
    command = ["sh", "-c", LIMITED, *arguments]
    if room == "mounted":
        command = in_namespace(MOUNTED, *arguments)

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    begun, *saved, refused, _done = done.stdout.splitlines()
    assert begun == "begin"
    assert refused.startswith("refused: Not saved")
    assert len(saved) > 10
    assert {*saved, str(FIRST.id)} == ids_in(tmp_path / "out" / "diary.sqlite")
