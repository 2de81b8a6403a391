"""Settings of a newsroom: `auditor.toml`, found upwards from the article, and the command line, which wins."""
