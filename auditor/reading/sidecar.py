"""Metadata beside an article: a file for one article, or a table for a folder.

`story.meta.yaml` or `story.meta.json` beside `story.txt` holds the fields of `Metadata` by name. `metadata.csv` in a
folder has a column `file` and one for each field it states. A side-car file wins over its table, and both over what the
article says.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

from auditor.errors import InputError
from auditor.reading.decoding import decode
from auditor.reading.sources import overlaid, stated_fields
from auditor.text import Metadata

TABLE = "metadata.csv"
ENDINGS = (".meta.yaml", ".meta.yml", ".meta.json")
_FIELDS = tuple(field.name for field in dataclasses.fields(Metadata))
_BYTES = 20_000_000

# Gives the bytes of a file beside the article by its name, or null when there is none.
Beside = Callable[[str], bytes | None]


def is_sidecar(name: str) -> bool:
    """Tell whether a file of this name holds metadata of others, and no article."""
    lower = PurePath(name).name.lower()
    return lower == TABLE or lower.endswith(ENDINGS)


def metadata_beside(path: Path) -> tuple[Metadata, tuple[str, ...]]:
    """Give the metadata that stand beside a file, and notes that say where they came from.

    Raises:
        InputError: the side-car file or the table is wrong.
    """
    table = _table_at(path.parent / TABLE)
    return _gathered(path.name, lambda name: _bytes(path.with_name(name)), table, str(path.parent))


def metadata_in(name: str, beside: Beside, where: str) -> tuple[Metadata, tuple[str, ...]]:
    """Give the metadata that stand beside a member of an archive, and notes that say where they came from.

    Raises:
        InputError: the side-car file or the table is wrong.
    """
    data = beside(TABLE)
    table = _rows(data, f"{where}/{TABLE}") if data is not None else {}
    return _gathered(PurePath(name).name, beside, table, where)


def _gathered(name: str, beside: Beside, table: Mapping[str, Metadata], where: str) -> tuple[Metadata, tuple[str, ...]]:
    stem = name.partition(".")[0] if name.startswith(".") else PurePath(name).stem
    found = table.get(name) or table.get(stem) or Metadata()
    notes = [_note(found, TABLE)] if stated_fields(found) else []
    for candidate in dict.fromkeys(f"{start}{ending}" for ending in ENDINGS for start in (name, stem)):
        data = beside(candidate)
        if data is not None:
            own = _one(data, f"{where}/{candidate}", json_only=candidate.endswith(".json"))
            return overlaid(found, own), (*notes, _note(own, candidate))
    return found, tuple(notes)


def _note(metadata: Metadata, name: str) -> str:
    return f"From {name}: {', '.join(stated_fields(metadata)) or 'nothing'}."


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror or error}", where=str(path)) from error


@lru_cache(maxsize=8)
def _table_at(path: Path) -> Mapping[str, Metadata]:
    data = _bytes(path)
    return _rows(data, str(path)) if data is not None else {}


def _one(data: bytes, where: str, *, json_only: bool) -> Metadata:
    text = decode(data, where=where).text
    if not json_only:
        return metadata_from(yaml_fields(text, where), where)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", where=where) from error
    return metadata_from(_fields_of(value, where), where)


def yaml_fields(text: str, where: str) -> dict[str, Any]:
    """Read fields with their values from YAML, as side-car files and the front matter of Markdown hold them.

    Raises:
        InputError: it is not readable, or no list of fields.
    """
    import yaml

    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            fix = "Write the values out where they belong."
            raise InputError(
                "anchors and aliases are not allowed", where=where, fix=fix
            )  # a few lines can mean gigabytes
        # BaseLoader keeps dates and numbers as they are written, and builds no objects.
        value = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"not readable: {' '.join(str(error).split())}", where=where) from error
    return _fields_of(value, where)


def _fields_of(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError("not a list of fields with their values", where=where, fix=f"Fields are {_known()}.")
    return value


def metadata_from(fields: Mapping[str, Any], where: str) -> Metadata:
    """Make metadata of fields by name.

    Raises:
        InputError: a field is not known.
    """
    unknown = [str(name) for name in fields if name not in _FIELDS]
    if unknown:
        raise InputError(f"there is no field '{unknown[0]}'", where=where, fix=f"Fields are {_known()}.")
    values: dict[str, object] = {}
    for name, value in fields.items():
        if name == "corrections":
            told = value if isinstance(value, list) else [value]
            values["corrections"] = tuple(" ".join(str(one).split()) for one in told if one)
        elif value not in (None, ""):
            values[str(name)] = " ".join(str(value).split())
    return Metadata(**values)  # type: ignore[arg-type]


def _known() -> str:
    return ", ".join(_FIELDS)


def _rows(data: bytes, where: str) -> dict[str, Metadata]:
    text = decode(data[:_BYTES], where=where).text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    names = rows.fieldnames or []
    if "file" not in names:
        return {}  # a table of something else
    found = {}
    try:
        for row in rows:
            stated = {name: value for name, value in row.items() if name in _FIELDS and value}
            found[row["file"]] = metadata_from(stated, where)
    except csv.Error as error:
        raise InputError(f"not a readable table: {error}", where=where) from error
    return found
