"""Today: where am I in treatment, how am I, what comes next."""
