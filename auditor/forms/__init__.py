"""The forms of an audit document besides the HTML report: JSON, JSON lines, and text for a terminal."""
