"""The real start of the program on a diary, up to its first paint or to Today on the screen.

Arguments: moment of the start, `paint` or `diary`, the diary file.
"""

import sys

import tracker.app
from tracker.own_environment import APP, run
from tracker.services.start import StartOptions

_, _begun, _moment, _diary = sys.argv


def _measured_window(options: StartOptions) -> int:
    """Do what `tracker.app.run_window` does, and end when the window has been painted."""
    program = tracker.app.load_program()
    method = {"paint": "start", "diary": "open_diary"}[_moment]
    original = getattr(program.Program, method)

    def then_tell_of_the_paint(own) -> None:
        from tests.benchmarks.programs.first_paint import FirstPaint  # noqa: PLC0415

        original(own)
        window = own.window
        if _moment == "diary":  # the page with what she wrote, not the window around it
            window = window.page("today").view.checkin
        FirstPaint(window, int(_begun))

    setattr(program.Program, method, then_tell_of_the_paint)
    program.has_screen = lambda: True  # a window that nobody sees is painted all the same
    return program.run(options)


tracker.app.run_window = _measured_window
sys.argv = ["main.py", "--diary", _diary]
raise SystemExit(run("tracker.__main__", *APP))
