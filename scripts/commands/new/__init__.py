"""A new case at the terminal: what is asked, and the commented file that it becomes."""
