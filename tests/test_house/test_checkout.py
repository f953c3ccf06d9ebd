"""What every commit keeps: short files, pinned packages, no address of a machine."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.__main__ import PACKAGES
from tracker.own_environment import APP_PACKAGES

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".toml", ".md", ".lock", ".json", ".yaml", ".typ", ".svg", ".txt", ".mako", ""}
# Put together here, so that this file does not find itself.
_PLACES = ("root", "work", "opt", "shared")
_REGISTRIES = (("py", "pi.org"), ("python", "hosted.org"))
MACHINE = (*map("".join, _REGISTRIES), *(f"/{place}/" for place in _PLACES))


def _project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _names(requirements: list[str]) -> set[str]:
    """The packages for this system, as pip spells them."""
    here = [line for line in requirements if "sys_platform == 'win32'" not in line]
    return {re.split(r"[<>=!~; ]", line)[0].lower() for line in here}


def _pins(lock: str) -> set[str]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return {line.split()[0] for line in lines if re.match(r"[a-z]", line)}


def _files() -> list[Path]:
    folders = ["tracker", "tests", "resources", "docs", ".ci", ".github"]
    inside = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    # In a second working tree `.git` is a file that says where the first one is.
    every = [p for p in [*ROOT.glob("*"), *inside] if p.is_file() and p.name != ".git"]
    return [path for path in every if path.suffix in TEXT and "__pycache__" not in path.parts]


def test_no_source_file_is_longer_than_300_lines():
    sources = [path for path in _files() if path.suffix == ".py"]

    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in sources}

    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine():
    found = {
        str(path): name
        for path in _files()
        for name in MACHINE
        if name in path.read_text("utf-8", errors="replace")
    }

    assert found == {}


def test_no_day_is_named_in_the_language_of_the_computer():
    # Where Qt runs, these codes of strftime give "lunes" in the middle of an English sentence.
    named = re.compile(r"(?:strftime\(|\{[^{}]*:)[^{}\n]*%[aAbBcpxX]")
    sources = [path for path in (ROOT / "tracker").rglob("*.py") if "__pycache__" not in path.parts]

    assert [str(path) for path in sources if named.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_a_hash_for_every_package_and_no_address(lock: str):
    text = (ROOT / lock).read_text("utf-8")

    assert "://" not in text
    assert "--index-url" not in text
    for entry in re.split(r"\n(?=[a-z])", text.strip()):
        assert "--hash=sha256:" in entry


def test_no_lock_with_addresses_is_kept():
    assert not [name for name in ("uv.lock", "pylock.toml") if (ROOT / name).exists()]


def test_the_locks_hold_every_package_that_the_project_asks_for():
    asked = _names(_project()["dependencies"])
    asked_by_tests = _names(_project()["optional-dependencies"]["test"])

    app, tests = _pins("requirements.lock"), _pins("requirements-test.lock")

    assert asked <= {pin.partition("==")[0] for pin in app}
    assert asked_by_tests <= {pin.partition("==")[0] for pin in tests}
    assert app <= tests


def test_the_set_up_looks_for_every_package_that_the_program_needs():
    distributions = packages_distributions()

    def providers(packages: tuple[str, ...]) -> set[str]:
        names = {name for package in packages for name in distributions[package]}
        return {re.sub(r"[-_.]+", "-", name).lower() for name in names}

    found, found_by_tests = providers(APP_PACKAGES), providers(PACKAGES)

    assert _names(_project()["dependencies"]) <= found
    locked = {pin.partition("==")[0] for pin in _pins("requirements-test.lock")}
    assert found <= found_by_tests <= locked


def test_qt_stays_below_the_version_that_kills_the_process():
    qt = next(line for line in _project()["dependencies"] if line.startswith("PySide6"))
    pin = next(pin for pin in _pins("requirements.lock") if pin.startswith("pyside6"))

    assert qt.endswith("<6.12")
    assert tuple(map(int, pin.partition("==")[2].split(".")))[:2] < (6, 12)


def test_main_py_sets_up_and_starts_and_does_nothing_else():
    statements = ast.parse((ROOT / "main.py").read_text("utf-8")).body

    assert [type(statement) for statement in statements] == [ast.Expr, ast.ImportFrom, ast.Raise]
