"""A private diary for chemotherapy and HER2 treatment."""
