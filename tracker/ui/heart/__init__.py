"""The Heart page: scan results, what is due, and what the drug labels say about the numbers."""
