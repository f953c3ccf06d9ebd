"""Bringing things in: diaries, symptoms from other programs, and the choice between versions."""
