"""Finds the settings of an article: `auditor.toml`, or `[tool.auditor]` in `pyproject.toml`, in its folder or above."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from auditor.configuration.model import Configuration
from auditor.configuration.reading import MAX_CHARACTERS, configuration_from_text
from auditor.decisions.entries import FILE_NAME
from auditor.errors import SettingsError
from auditor.reading.inputs import STANDARD_INPUT, is_url

OWN_FILE = "auditor.toml"
SHARED_FILE = "pyproject.toml"
SHARED_TABLE = ("tool", "auditor")

_MENTIONED = re.compile(r"^\s*\[+\s*tool\s*\.\s*auditor\b|^\s*(?:tool\s*\.\s*)?auditor\b[^\n=]*=", re.MULTILINE)


def folder_of(place: str) -> Path:
    """Give the folder of an article; for a web address or standard input, the current one."""
    if is_url(place) or place == STANDARD_INPUT:
        return Path.cwd()
    path = Path(os.path.abspath(place))  # noqa: PTH100 - resolve() would leave the folder the user named
    return path if path.is_dir() else path.parent


@cache
def find_configuration(folder: Path) -> Configuration:
    """Give the settings for the articles of a folder: the nearest ones, in it or above it; empty ones without any.

    Raises:
        RuleFileError: the settings are wrong; every problem is named.
        SettingsError: the file cannot be read.
    """
    for each in (folder, *folder.parents):
        if (each / OWN_FILE).is_file():
            return _own(each / OWN_FILE)
        found = _shared(each / SHARED_FILE)
        if found is not None:
            return found
    return Configuration()


def find_decisions(folder: Path, configuration: Configuration) -> Path | None:
    """Give the decisions file for the articles of a folder: the one that is set, or the nearest one above; else null.

    A link is not followed: the file may have come with the articles.
    """
    if configuration.decisions is not None:
        return configuration.decisions
    paths = (each / FILE_NAME for each in (folder, *folder.parents))
    return next((path for path in paths if path.is_file() and not path.is_symlink()), None)


def new_decisions(folder: Path, configuration: Configuration) -> Path:
    """Give the path of the decisions file, where it is to be made when there is none: beside the settings, or here."""
    return find_decisions(folder, configuration) or (configuration.folder or folder) / FILE_NAME


def rule_files(paths: Iterable[str]) -> Iterator[Path]:
    """Give the rule files that paths of files and folders stand for."""
    for path in map(Path, paths):
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else [path]


def _own(path: Path) -> Configuration:
    return configuration_from_text(_text(path), path)


def _shared(path: Path) -> Configuration | None:
    """Give the settings in a project file; null when it has none, or belongs to something else altogether."""
    if not path.is_file():
        return None
    try:
        text = _text(path)
    except SettingsError:
        return None
    if len(text) > MAX_CHARACTERS or not _MENTIONED.search(text):
        return None
    found = configuration_from_text(text, path, table=SHARED_TABLE)
    return found if found.origins else None


def _text(path: Path) -> str:
    if path.is_symlink():
        raise SettingsError("the settings file is a link", where=str(path), fix="Put the file itself there.")
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(MAX_CHARACTERS + 1)
    except UnicodeDecodeError as error:
        raise SettingsError("the settings file is not UTF-8", where=str(path), fix="Save it in UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"the settings file cannot be read ({error.strerror})", where=str(path)) from error
