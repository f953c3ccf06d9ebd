"""From a bare checkout, the two commands make what they need, once, and never show a traceback."""

import shutil
from pathlib import Path

import pytest

from tests.test_house.bare_checkout import OWN_ENVIRONMENT, BareCheckout, bare_checkout


@pytest.fixture
def bare(tmp_path: Path) -> BareCheckout:
    return bare_checkout(tmp_path / "bare")


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> BareCheckout:
    """A checkout whose tests have run once."""
    checkout = bare_checkout(tmp_path_factory.mktemp("tested") / "checkout")
    exit_code, _, errors = checkout.start("tests.py")
    assert exit_code == 7, errors
    return checkout


@pytest.fixture
def ready(tested: BareCheckout, tmp_path: Path) -> BareCheckout:
    return tested.copy(tmp_path / "ready")


def test_the_first_start_says_one_line_makes_venv_and_goes_on_inside(bare: BareCheckout):
    exit_code, output, errors = bare.start("main.py", "--json", "two words")

    assert (exit_code, output) == (7, f"1.0|{bare.venv}|--json|two words")
    assert errors == f"Setting up {bare.venv}, only this once: 1 kB."


def test_packages_are_compiled_even_where_python_is_told_to_write_no_bytecode(ready: BareCheckout):
    assert list(ready.venv.glob("**/invented/__pycache__/*.pyc"))
    assert list(ready.folder.glob("tracker/__pycache__/hello.*.pyc"))


def test_a_later_start_of_either_command_finds_everything_in_place(ready: BareCheckout):
    for program in ("tests.py", "main.py"):
        exit_code, output, errors = ready.start(program)

        assert (exit_code, output, errors) == (7, f"1.0|{ready.venv}", "")


def test_a_changed_lock_is_installed_into_the_environment(ready: BareCheckout):
    kept = ready.venv / "somebody's notes"
    kept.touch()
    ready.write_locks("2.0")

    exit_code, output, errors = ready.start()

    assert (exit_code, output) == (7, f"2.0|{ready.venv}")
    assert errors.startswith("Setting up")
    assert kept.exists()
    assert ready.start() == (7, output, "")


def test_killed_in_the_middle_it_is_made_again(bare: BareCheckout):
    first = bare.begin()
    while not (bare.venv / "bin" / "python").exists() and first.poll() is None:
        pass
    first.kill()
    first.communicate()

    exit_code, output, _ = bare.start()

    assert (exit_code, output) == (7, f"1.0|{bare.venv}")


def _without_stamp(venv: Path) -> None:
    (venv / "installed-locks").unlink()
    shutil.rmtree(next(venv.glob("lib/*/site-packages/pip")))


def _without_package(venv: Path) -> None:
    shutil.rmtree(next(venv.glob("lib/*/site-packages/invented")))
    shutil.rmtree(next(venv.glob("lib/*/site-packages/invented-*")))


def _without_python(venv: Path) -> None:
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to("/nowhere/python")


@pytest.mark.parametrize("damage", [_without_stamp, _without_package, _without_python])
def test_a_damaged_environment_is_made_again(ready: BareCheckout, damage):
    damage(ready.venv)

    exit_code, output, errors = ready.start()

    assert (exit_code, output) == (7, f"1.0|{ready.venv}"), errors


def test_somebodys_own_environment_is_added_to_and_never_cleared(ready: BareCheckout):
    settings = ready.venv / "pyvenv.cfg"
    settings.write_text(settings.read_text().replace("prompt = 'tracker'", "prompt = 'mine'"))
    (ready.venv / "installed-locks").unlink()
    (ready.venv / "my notes").touch()
    _without_package(ready.venv)

    exit_code, output, _ = ready.start()

    assert (exit_code, output) == (7, f"1.0|{ready.venv}")
    assert (ready.venv / "my notes").exists()


def test_two_starts_at_the_same_moment_set_up_once(bare: BareCheckout):
    both = [bare.begin("main.py"), bare.begin("main.py")]

    results = [process.communicate() for process in both]

    assert [process.returncode for process in both] == [7, 7]
    assert sorted(len(errors.splitlines()) for _, errors in results) == [0, 1]


def test_an_environment_with_the_packages_is_left_alone(bare: BareCheckout):
    (bare.folder / "invented.py").write_text("VERSION = 'of my own'")

    exit_code, output, errors = bare.start()

    assert (exit_code, output.split("|")[0], errors) == (7, "of my own", "")
    assert not bare.venv.exists()


def _refused(checkout: BareCheckout, **extra: str) -> tuple[int, str]:
    exit_code, output, errors = checkout.start(**extra)
    assert output == ""
    assert "Your diary was not touched" in errors
    assert "Traceback" not in errors
    return exit_code, errors.splitlines()[-1]


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(bare: BareCheckout):
    bare.venv.write_text("a file in the way")

    exit_code, sentence = _refused(bare)

    assert exit_code == 4
    assert str(bare.venv) in sentence


def test_missing_venv_support_names_the_command_that_installs_it(bare: BareCheckout):
    start = bare.folder / "main.py"
    start.write_text(f"import sys; sys.modules['ensurepip'] = None\n{start.read_text()}")

    exit_code, sentence = _refused(bare)

    assert exit_code == 2
    assert "`sudo apt install python3-venv`" in sentence
    assert not bare.venv.exists()


def test_packages_that_cannot_be_fetched_are_said_in_one_sentence(ready: BareCheckout):
    ready.write_locks("3.0")

    exit_code, sentence = _refused(ready)

    assert exit_code == 4
    assert "No matching distribution found for invented==3.0" in sentence


def test_packages_that_pip_puts_elsewhere_do_not_send_us_round_in_circles(ready: BareCheckout):
    ready.write_locks("2.0")
    _without_package(ready.venv)

    exit_code, sentence = _refused(ready, PIP_TARGET=str(ready.folder / "elsewhere"))

    assert exit_code == 4
    assert "PIP_TARGET" in sentence


def test_the_set_up_stays_under_80_lines():
    assert len(OWN_ENVIRONMENT.read_text().splitlines()) < 80
