"""Newsroom policies: which rules they ask for, and how an article stands to each of their requirements."""
