"""The diary file: one SQLite database; its rows never leave this package."""
