"""The pages of the site: their data, templates and Markdown."""
