"""Everything that is read from Git. No other package runs it."""
