"""Serve the site locally and rebuild it at every saved change."""
