"""Prints how long things take beside their floors: `python3 -m tests.benchmarks [rounds]`."""

import compileall
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.__main__ import LOCKS, PACKAGES
from tracker.own_environment import run

_SEVEN_OR_MORE = 9


def main() -> int:
    """Measure everything in turn and print medians, ratios and what they should be."""
    # Here, so that a machine without the packages can make them first.
    from tests.benchmarks.table import lines, measures  # noqa: PLC0415
    from tests.benchmarks.timing import ROOT, in_turn  # noqa: PLC0415

    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for folder in ("tracker", "tests"):  # even where Python is told to write no bytecode
        compileall.compile_dir(ROOT / folder, quiet=2)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _SEVEN_OR_MORE
    with TemporaryDirectory() as folder:
        times = in_turn(measures(Path(folder)), rounds)
    print("\n".join(lines(times)))
    return 0


if __name__ == "__main__":
    raise SystemExit(
        run("tests.benchmarks.__main__", LOCKS, PACKAGES, "175 MB to fetch, 620 MB on disk")
    )
