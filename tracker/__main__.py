"""The program's door: `python3 main.py`, `python3 -m tracker` and the command `chemo-tracker`."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code.

    Args:
        argv: Options and verb; None means those this process was started with.
    """
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return 130


def _run(argv: list[str]) -> int:
    from tracker.cli.main import run  # noqa: PLC0415 - loading it can be interrupted, too

    try:
        return run(argv)
    except ImportError as error:
        if ".so" not in str(error):
            raise
        from tracker import system_libraries  # noqa: PLC0415 - needed only in this trouble

        try:
            system_libraries.require_for_import()
        except system_libraries.LibrariesMissingError as missing:
            print(missing, file=sys.stderr)
            return missing.exit_code
        raise


if __name__ == "__main__":
    raise SystemExit(main())
