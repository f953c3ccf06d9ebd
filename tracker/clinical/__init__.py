"""Reads the clinical knowledge in `resources/clinical` strictly into domain objects."""
