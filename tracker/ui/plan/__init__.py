"""The Plan page: treatment from surgery to the last dose, month by month, and what changed."""
