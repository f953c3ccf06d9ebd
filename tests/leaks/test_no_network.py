"""There is no network code in the process: neither Python's modules nor Qt's library."""

import subprocess
import sys

import pytest

from tests.builders import NOW, a_course, a_person
from tests.leaks.runs import ROOT, a_whole_run
from tracker.services.ports import Write
from tracker.storage.opening import create_diary

MODULES = {
    "_socket", "_ssl", "asyncio", "ftplib", "http", "http.client", "imaplib", "poplib", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "xmlrpc", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "requests", "urllib3", "httpx", "aiohttp",
}  # fmt: skip
LIBRARIES = ("Qt6Network", "libssl", "libcurl", "_socket.", "_ssl.")


@pytest.fixture
def diary(diary_file):
    create_diary(diary_file, Write(at=NOW, people=(a_person(),), courses=(a_course(),))).close()
    return diary_file


def test_a_window_that_showed_and_saved_everything_holds_no_network_code(diary, tmp_path):
    loaded = a_whole_run(tmp_path, diary, "look").loaded

    assert "sqlalchemy" in loaded["modules"]
    assert MODULES & set(loaded["modules"]) == set()
    assert [each for each in loaded["libraries"] if any(part in each for part in LIBRARIES)] == []


@pytest.mark.parametrize(
    "verb", ["alerts", "check", "log temperature 38.1 --unit C", "export fhir --out x.json"]
)
def test_no_verb_loads_network_code(diary, tmp_path, verb):
    code = (
        "import sys; from tracker.cli.main import run; "
        f"assert run({['--diary', str(diary), *verb.split()]!r}) == 0; "
        "real = [n for n, m in sys.modules.items() if getattr(m, '__spec__', None)]; "
        "print(*real, file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}, cwd=tmp_path, check=True,
        timeout=60,
    )  # fmt: skip

    loaded = set(done.stderr.split())
    assert "tracker.storage.connections" in loaded
    assert MODULES & loaded == set()


def test_who_really_asks_for_a_network_module_gets_the_real_one():
    code = (
        "import tracker.storage.engine, asyncio, inspect; inspect.stack(); import email.utils\n"
        "from sqlalchemy.util.concurrency import iscoroutine\n"
        "async def three(): return 3\n"
        "assert asyncio.run(three()) == 3\n"
        "later = three(); assert iscoroutine(later); later.close()\n"
        "import socket, ssl, asyncio.events\n"
        "assert socket.socket.__mro__[1].__module__ == '_socket'\n"
        "assert email.utils.make_msgid()"
    )

    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, check=True)
