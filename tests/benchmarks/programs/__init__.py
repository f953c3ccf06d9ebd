"""Small programs, each its own process, that print milliseconds."""
