"""A process that crashes leaves no picture of its memory, and no value in what it says."""

import os
import signal
import subprocess
import sys

from tests.leaks.runs import ROOT

OPEN_AND_LOOK = """
import resource, sys
from tracker.storage.connections import connect
connect(":memory:", None, uri=False).close()
print(*resource.getrlimit(resource.RLIMIT_CORE))
try:
    print(int(open("/proc/self/coredump_filter").read(), 16))
except FileNotFoundError:
    print(0)
"""
OPEN_AND_ABORT = """
import os, resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from tracker.storage.connections import connect
connect(":memory:", None, uri=False)
os.abort()
"""
IN_A_THREAD = """
import threading
from tracker.faults import hide_values
hide_values()
def broken(): raise ValueError("planted-zebra 38.7")
thread = threading.Thread(target=broken); thread.start(); thread.join()
class Going:
    def __del__(self): raise ValueError("planted-zebra 38.7")
Going()
"""


def python(code, folder):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=folder,
        check=False, timeout=60,
    )  # fmt: skip


def test_whoever_opens_a_diary_leaves_no_core_file(tmp_path):
    said = python(OPEN_AND_LOOK, tmp_path).stdout.split()
    crashed = python(OPEN_AND_ABORT, tmp_path)

    assert said == ["0", "0", "0"]
    assert crashed.returncode == -signal.SIGABRT
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_a_thread_or_a_dying_object_names_its_place_alone(tmp_path):
    said = python(IN_A_THREAD, tmp_path).stderr

    assert said.count("A fault of the program: ValueError in <string>, line") == 2
    assert "planted-zebra" not in said
