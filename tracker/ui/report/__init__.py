"""The page that prints what the clinic needs."""
