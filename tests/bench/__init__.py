"""A benchmark of the site with invented data of any size."""
