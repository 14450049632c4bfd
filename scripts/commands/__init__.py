"""The commands of `python -m scripts`, one module or package per command."""
