"""Options about inputs: columns of corpora, what is passed over, what is known about the articles, pages kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

import click

from auditor.errors import SettingsError
from auditor.reading.inputs import Input, expand
from auditor.reading.read import Reading
from auditor.reading.records import Columns
from auditor.reading.unpacking import opened
from auditor.text import Metadata

_FIELDS = tuple(field.name for field in dataclasses.fields(Metadata))

INPUT_OPTIONS = (
    click.option(
        "--allow-private-addresses",
        "allow_private",
        is_flag=True,
        help="Fetch pages from your own network too. Only for addresses you trust.",
    ),
    click.option("--save-page", metavar="DIR", help="Keep every fetched page in this folder as it came."),
    click.option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        help="Pass over files and folders of this name or path in folders and archives; may be given several times.",
    ),
    click.option("--text-field", metavar="COLUMN", help="The column of a corpus (JSON, CSV, Parquet) with the text."),
    click.option("--id-field", metavar="COLUMN", help="The column with the id."),
    click.option("--url-field", metavar="COLUMN", help="The column with the address."),
    click.option("--title-field", metavar="COLUMN", help="The column with the headline."),
    click.option(
        "--meta",
        multiple=True,
        metavar="FIELD=VALUE",
        help=f"Say what is known about the articles, whatever they say: {', '.join(_FIELDS)}.",
    ),
)
INPUT_NAMES = (
    "allow_private",
    "save_page",
    "exclude",
    "text_field",
    "id_field",
    "url_field",
    "title_field",
    "meta",
)


def reading_asked(values: Mapping[str, Any]) -> Reading:
    """Gather the options about inputs.

    Raises:
        SettingsError: `--meta` names no field, or the same one twice.
    """
    return Reading(
        allow_private=values.get("allow_private", False),
        metadata=metadata_asked(values.get("meta", ())),
        columns=Columns(
            text=values.get("text_field"),
            id=values.get("id_field"),
            url=values.get("url_field"),
            title=values.get("title_field"),
        ),
        exclude=tuple(values.get("exclude", ())),
        save_page=values.get("save_page"),
    )


def metadata_asked(stated: Iterable[str]) -> Metadata:
    """Read what `--meta` states.

    Raises:
        SettingsError: it names no field, or the same one twice.
    """
    known: dict[str, Any] = {}
    for one in stated:
        name, sign, value = one.partition("=")
        name = name.strip().lower()
        if not sign or name not in _FIELDS:
            raise SettingsError(f"'{one}' states no field", where="--meta", fix=f"Fields are {', '.join(_FIELDS)}.")
        if name == "corrections":
            known[name] = (*known.get(name, ()), value.strip())
        elif name in known:
            raise SettingsError(f"'{name}' is stated twice", where="--meta")
        else:
            known[name] = value.strip()
    return Metadata(**known)


# So many inputs are opened before a run begins, to know whether there are more.
_AHEAD = 32


def counted(sources: Iterator[Input]) -> list[Input] | Iterator[Input]:
    """Give few inputs as a list, whose length is known, and many as they come."""
    first = list(islice(sources, _AHEAD))
    return first if len(first) < _AHEAD else chain(first, sources)


def sources_of(places: Iterable[str], reading: Reading, *, results: str | None = None) -> Iterator[Input]:
    """Give an input for every article that the places stand for, one at a time.

    Args:
        places: what was typed.
        reading: how inputs are read.
        results: the folder for the results, which is not searched.

    Raises:
        InputError: a place does not exist, or is a folder without articles.
        SettingsError: results would be written among the articles.
    """
    return opened(expand(places, results=results, exclude=reading.exclude), reading)
