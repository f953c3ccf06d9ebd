"""Starts the diary from a checkout; where its packages are missing, `.venv` is made for them."""

from tracker.own_environment import APP, run

raise SystemExit(run("tracker.__main__", *APP))
