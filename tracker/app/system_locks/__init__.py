"""How each system tells that nobody is at its screen any more; each is imported there alone."""
