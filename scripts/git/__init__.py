"""Reading from Git. No other package runs it."""
