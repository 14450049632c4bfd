"""Build the site: run the engine, make the search index and put the result in place."""
