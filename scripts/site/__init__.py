"""The pages of the site: what each shows, and how it is rendered and written as Markdown."""
