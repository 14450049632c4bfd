"""Text helpers that know nothing about the data: Swedish formatting, Markdown escaping, spelling suggestions."""
