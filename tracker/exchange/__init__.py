"""A diary as a file for other programs, out and in."""
