"""The language layer: what an article says, who says it, and how; no judgement about it."""
