"""The commands of `python -m scripts`, one module or package a command."""
