"""One file per version; each spells out its columns and imports nothing of the program."""
