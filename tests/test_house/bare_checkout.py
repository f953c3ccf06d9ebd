"""A tiny checkout with the real set-up and an invented package, so that no network is needed."""

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

OWN_ENVIRONMENT = Path(__file__).parents[2] / "tracker" / "own_environment.py"
_START = """\
from tracker.own_environment import run
raise SystemExit(run("tracker.hello", {locks}, {packages}, "1 kB"))
"""
_HELLO = """\
import sys

def main():
    import invented
    print(invented.VERSION, sys.prefix, *sys.argv[1:], sep="|")
    return 7
"""


@dataclass(frozen=True)
class BareCheckout:
    """One folder with main.py and tests.py in the place of the two commands."""

    folder: Path

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    def begin(self, program: str = "main.py", *arguments: str, **extra: str) -> subprocess.Popen:
        known = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "wheels", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.Popen(
            [sys.executable, str(self.folder / program), *arguments],
            cwd=self.folder,
            env=os.environ | known | extra,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(
        self, program: str = "main.py", *arguments: str, **extra: str
    ) -> tuple[int, str, str]:
        """Return exit code, output and errors of one whole run."""
        process = self.begin(program, *arguments, **extra)
        output, errors = process.communicate()
        return process.returncode, output.strip(), errors.strip()

    def copy(self, folder: Path) -> "BareCheckout":
        shutil.copytree(self.folder, folder, symlinks=True)
        return BareCheckout(folder)

    def write_locks(self, version: str) -> None:
        """Let both locks ask for that version of the invented package."""
        wheel = self.folder / "wheels" / f"invented-{version}-py3-none-any.whl"
        digest = sha256(wheel.read_bytes()).hexdigest() if wheel.exists() else "0" * 64
        line = f"invented=={version} --hash=sha256:{digest}\n"
        (self.folder / "requirements.lock").write_text(line)
        (self.folder / "requirements-test.lock").write_text(f"# also for the tests\n{line}")


def bare_checkout(folder: Path) -> BareCheckout:
    (folder / "tracker").mkdir(parents=True)
    shutil.copy(OWN_ENVIRONMENT, folder / "tracker")
    (folder / "tracker" / "__init__.py").touch()
    (folder / "tracker" / "hello.py").write_text(_HELLO)
    app, tests = ["requirements.lock"], ["requirements.lock", "requirements-test.lock"]
    for program, locks in {"main.py": app, "tests.py": tests}.items():
        text = _START.format(locks=locks, packages=("invented",))
        (folder / program).write_text(text)
    for version in ("1.0", "2.0"):
        _make_wheel(folder / "wheels", version)
    checkout = BareCheckout(folder)
    checkout.write_locks("1.0")
    return checkout


def _make_wheel(folder: Path, version: str) -> None:
    folder.mkdir(exist_ok=True)
    about = f"invented-{version}.dist-info"
    members = {
        "invented/__init__.py": f"VERSION = '{version}'\n",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: invented\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    members[f"{about}/RECORD"] = "".join(f"{name},,\n" for name in [*members, f"{about}/RECORD"])
    with zipfile.ZipFile(folder / f"invented-{version}-py3-none-any.whl", "w") as wheel:
        for name, text in members.items():
            wheel.writestr(name, text)
