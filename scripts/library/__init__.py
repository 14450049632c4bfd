"""The cross-linked data, and everything computed from it."""
