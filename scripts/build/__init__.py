"""Build the site: run the engine, create the search index and replace the old site."""
