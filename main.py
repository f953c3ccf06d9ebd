"""Starts the diary from a checkout; where its packages are missing, `.venv` is made for them."""

from tracker.own_environment import APP_PACKAGES, run

raise SystemExit(
    run("tracker.__main__", ["requirements.lock"], APP_PACKAGES, "115 MB to fetch, 380 MB on disk")
)
