"""The summary of a pull request: what is wrong, what changes, and how the pages will look."""
