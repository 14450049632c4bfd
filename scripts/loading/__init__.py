"""Load data files into models, and report what is wrong with them at its place in the file."""
