"""All data, linked both ways, and what is computed from it."""
