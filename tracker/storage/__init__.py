"""The diary file: one SQLite database; its rows never leave this package."""

from tracker.storage.network_put_off import put_off

put_off()
