"""Many articles: read, audited by several processes, and written into one folder."""
