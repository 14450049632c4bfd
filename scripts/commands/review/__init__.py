"""The command `review`: the summary of a pull request, with problems, changes and previews."""
