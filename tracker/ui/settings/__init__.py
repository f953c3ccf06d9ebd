"""Settings: care team, heart, display, who writes, and where the data is."""
