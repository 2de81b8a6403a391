"""Libraries that only some readers need: imported when used; a missing one is said to be installed how."""

from __future__ import annotations

import importlib
from types import ModuleType

from auditor.errors import InputError


def needed(module: str, *, extra: str, what: str, where: str) -> ModuleType:
    """Import a library.

    Args:
        module: its module.
        extra: the extra of this package that installs it.
        what: what is being read, for the message: "web pages".
        where: the file or URL.

    Raises:
        InputError: it is not installed; the line says what to install.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        fix = f"Install it: pip install 'source-auditor[{extra}]'."
        library = module.partition(".")[0]
        raise InputError(f"reading {what} needs {library}, which is not installed", where=where, fix=fix) from error
