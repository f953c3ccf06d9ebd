"""The bin, and what happened to an entry since it was written."""
