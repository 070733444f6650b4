"""Answering a request on pages that are written whole on the server: they need no script."""
