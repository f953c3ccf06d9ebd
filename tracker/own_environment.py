"""Makes and enters `.venv` beside main.py where packages are missing; standard library only."""

import os
import sys
from importlib import import_module, util
from importlib.machinery import PathFinder
from pathlib import Path

_CRYPT = ("sqlcipher3", "argon2")
APP_PACKAGES = ("PySide6", "sqlalchemy", "alembic", "typst", "dateutil", "icalendar", *_CRYPT)
APP = (["requirements.lock"], APP_PACKAGES, "125 MB to fetch, 410 MB on disk")
_VENV = Path(__file__).resolve().parent.parent / ".venv"
_STAMP = _VENV / "installed-locks"  # their digests, written when everything is in place
_PYTHON = str(_VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def run(program: str, locks: list[str], packages: tuple[str, ...], size: str) -> int:
    """Return what `main()` of `program` returns; the last lock is installed, it has the others."""
    if not all(map(util.find_spec, packages)):
        try:
            _make_ready([_VENV.parent / lock for lock in locks], packages, size)
            if os.name == "nt":  # execv would give the console back at once
                return int(import_module("subprocess").call([_PYTHON, *sys.orig_argv[1:]]))
            os.execv(_PYTHON, [_PYTHON, *sys.orig_argv[1:]])
        except (OSError, KeyboardInterrupt) as error:
            cause = f"{_VENV} is not set up: {getattr(error, 'strerror', 'interrupted')}"
            _stop(4, cause, "Check that folder, the free space and the network")
    return int(import_module(program).main())


def _make_ready(locks: list[Path], packages: tuple[str, ...], size: str) -> None:
    sha256 = import_module("hashlib").sha256  # loaded here: an ordinary start needs neither this
    digests = [sha256(lock.read_bytes()).hexdigest() for lock in locks]
    if sys.executable == _PYTHON:  # inside, so the stamp promises what is not there
        _STAMP.unlink(missing_ok=True)
    if _is_complete(digests[-1], packages):
        return
    if sys.version_info < (3, 11) or not all(map(util.find_spec, ("venv", "ensurepip"))):
        _stop(2, "Python 3.11 or its venv is missing", "Run `sudo apt install python3-venv`")
    with locks[0].open("r+b") as held:
        if os.name == "nt":  # a byte beyond the end: pip must still be able to read
            os.lseek(held.fileno(), 1 << 30, os.SEEK_SET)
            import_module("msvcrt").locking(held.fileno(), 1, 1)
        else:
            import_module("fcntl").flock(held, 2)
        if not _is_complete(digests[-1], packages):
            print(f"Setting up {_VENV}, only this once: {size}.", file=sys.stderr, flush=True)
            _install(locks[-1], held.fileno())
            _STAMP.write_text("\n".join(digests), "ascii")
    if not _is_complete(digests[-1], packages):  # going inside would only lead back here
        _stop(4, "pip put the packages elsewhere", "Remove PIP_TARGET from your settings")


def _is_complete(digest: str, packages: tuple[str, ...]) -> bool:
    site = [*map(str, _VENV.glob("lib/python3*/site-packages")), str(_VENV / "Lib/site-packages")]
    known = _STAMP.is_file() and digest in _STAMP.read_text("ascii") and Path(_PYTHON).exists()
    return known and all(PathFinder.find_spec(name, site) for name in packages)


def _install(lock: Path, held: int) -> None:
    pip = "-m pip install -q --no-input --disable-pip-version-check --compile --only-binary=:all:"
    steps = [[_PYTHON, *pip.split(), "--require-hashes", "-r", str(lock)]]
    theirs = (cfg := _VENV / "pyvenv.cfg").exists() and "prompt = 'tracker'" not in cfg.read_text()
    if not theirs and not _is_complete("", ("pip",)):  # somebody's own is added to, never cleared
        base = getattr(sys, "_base_executable", sys.executable)
        steps.insert(0, [base, "-m", "venv", "--clear", "--prompt=tracker", str(_VENV)])
    _STAMP.unlink(missing_ok=True)
    subprocess = import_module("subprocess")  # nor this
    kept = () if os.name == "nt" else (held,)  # a pip that outlives a killed start keeps its turn
    for step in steps:
        done = subprocess.run(step, capture_output=True, errors="replace", pass_fds=kept)
        if done.returncode:
            raise ChildProcessError(0, done.stderr.strip().rpartition("\n")[2] or step[2])
    subprocess.run([_PYTHON, "-m", "compileall", "-qq", str(_VENV.parent / "tracker")])


def _stop(exit_code: int, cause: str, todo: str) -> None:
    print(f"{cause}. Your diary was not touched. {todo}, then start again.", file=sys.stderr)
    raise SystemExit(exit_code)
