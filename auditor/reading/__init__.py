"""Reading: files, pages and standard input to an `Article`; see `read` for the way in."""
