"""Speed of the auditor, measured against the plain spaCy pipeline in the same run: ``python -m benchmarks``.

Nothing in the package ``auditor`` imports this, and no test asks how long anything takes.
"""
