"""Runs the tests; where their packages are missing, `.venv` is made for them.

`python3 -m tests [pytest options]`; paths among the options start at the project's folder.
"""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))  # for a start from another folder

from tracker.own_environment import APP_PACKAGES, run  # noqa: E402 - found only now

LOCKS = ["requirements.lock", "requirements-test.lock"]
PACKAGES = (
    *APP_PACKAGES,
    *("pytest", "pytestqt", "hypothesis", "jsonschema", "PIL", "pypdf"),
    *("fhirkit", "fhir", "vobject"),
)


def main() -> int:
    """Run pytest on the project, without a screen, and return its exit code."""
    import pytest  # noqa: PLC0415 - there only once the environment is

    os.chdir(_ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return int(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    raise SystemExit(run("tests.__main__", LOCKS, PACKAGES, "175 MB to fetch, 620 MB on disk"))
