"""The generator: from case files in YAML to the Markdown pages of the site."""
