"""One audit, read from a file or made of an article, for the commands that look at an audit again."""

from __future__ import annotations

from pathlib import Path

from auditor.batch.articles import Failure, Settings, audit_inputs
from auditor.document import AuditDocument, from_json
from auditor.errors import InputError
from auditor.reading.inputs import expand

_AUDITS = (".json", ".jsonl")


def audit_of(place: str, settings: Settings) -> AuditDocument:
    """Read an audit, or make one of an article.

    Raises:
        InputError: it cannot be read, or several articles are named.
    """
    if Path(place).suffix.lower() in _AUDITS:
        try:
            return from_json(Path(place).read_bytes(), where=place)
        except OSError as error:
            raise InputError(f"cannot be read ({error.strerror})", where=place) from error
    sources = expand([place])
    if len(sources) != 1:
        raise InputError("one article is asked for, not several", where=place, fix="Name one file or address.")
    (result,) = audit_inputs(sources, settings)
    if isinstance(result, Failure):  # pragma: no cover - the only input raises instead
        raise InputError(result.reason, where=place)
    return result
