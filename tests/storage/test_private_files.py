"""A file is there whole or not at all, for its owner alone, whoever was killed meanwhile."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.builders import NOW, a_person
from tracker import private_files
from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.private_files import write_whole
from tracker.services.ports import Write
from tracker.storage.opening import create_diary, new_lock


@pytest.fixture(params=[True, False], ids=["Linux", "elsewhere"])
def any_system(request, monkeypatch):
    if not request.param:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.mark.usefixtures("any_system")
def test_a_file_is_whole_private_and_alone_in_its_folder(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")

    write_whole(path, b"after" * 10_000)

    assert path.read_bytes() == b"after" * 10_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("any_system")
def test_a_disk_that_refuses_leaves_what_was_there_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")

    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_files.os, "fsync", full)

    with pytest.raises(NotSavedError, match="No space left"):
        write_whole(path, b"after")

    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_a_kill_in_the_middle_of_writing_leaves_nothing(tmp_path, by):
    path = tmp_path / "a.pdf"
    program = f"""
        import os, sys
        from pathlib import Path
        from tracker.private_files import write_whole

        os.fsync = lambda number: os.kill(os.getpid(), {int(by)})
        write_whole(Path({str(path)!r}), b"x" * 1_000_000)
    """

    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)

    assert ran.returncode == -by
    left = list(tmp_path.iterdir())
    assert path not in left
    # Other systems name a file at once, and what a kill leaves of it has a name of its own.
    assert not left or not hasattr(os, "O_TMPFILE")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no such names on this system")
def test_a_name_of_an_open_file_is_written_to_after_what_is_there_and_stays_a_name(tmp_path):
    path = tmp_path / "redirected"
    with path.open("wb", buffering=0) as file:
        file.write(b"before ")
        name = tmp_path / "stdout"
        name.symlink_to(f"/dev/fd/{file.fileno()}")

        write_whole(name, b"written")
        file.write(b" after")

    assert path.read_bytes() == b"before written after"
    assert name.is_symlink()
    assert sorted(tmp_path.iterdir()) == [path, name]


@pytest.mark.usefixtures("any_system")
@pytest.mark.parametrize("before", [None, b"before"])
def test_a_link_stays_and_the_file_it_leads_to_is_replaced(tmp_path, before):
    away = tmp_path / "away"
    away.mkdir()
    path, link = away / "a.pdf", tmp_path / "link.pdf"
    link.symlink_to(path)
    if before is not None:
        path.write_bytes(before)

    write_whole(link, b"after")

    assert (link.readlink(), path.read_bytes()) == (path, b"after")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (list(away.iterdir()), sorted(tmp_path.iterdir())) == ([path], [away, link])


def test_a_link_that_leads_nowhere_but_to_itself_is_said(tmp_path):
    link = tmp_path / "a.pdf"
    link.symlink_to(link)

    with pytest.raises(NotSavedError, match="cannot be written"):
        write_whole(link / "b.pdf", b"text")


def test_an_encrypted_diary_is_never_written_over_though_it_looks_like_nothing(tmp_path):
    diary = tmp_path / "diary.sqlite"
    create_diary(
        diary, Write(at=NOW, people=(a_person(),)), new_lock("correct horse battery")
    ).close()
    before = diary.read_bytes()
    assert not before.startswith(b"SQLite")

    link = tmp_path / "link.pdf"
    link.symlink_to(diary)

    for name in (diary, link):
        with pytest.raises(NotUnderstoodError, match="not touched"):
            write_whole(name, b"%PDF")

    assert diary.read_bytes() == before
    assert link.readlink() == diary
