"""Speed of the auditor, measured against the plain spaCy pipeline in the same run: ``python -m benchmarks``.

Nothing in the package ``auditor`` imports this, and no test asks how long anything takes.
"""

import os

# Before numpy is imported: all contenders run on one thread.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
