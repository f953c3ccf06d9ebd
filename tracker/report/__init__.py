"""What the page for the clinic says, and its typesetting. No Qt, no SQL."""
