"""The first start: one question per step, then a diary."""
