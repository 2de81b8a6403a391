"""What editors decided about findings: the decisions file, laying it over an audit, writing it, and the baseline."""
