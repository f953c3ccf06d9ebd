"""Facts and rules of treatment and diary. No clock, no files, no Qt, no SQL."""
