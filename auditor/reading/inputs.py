"""What the user named, expanded into articles to read: files, folders, patterns, URLs and standard input.

Every article gets an id, unique in the run: its path relative to the input, without the ending, parts joined by
`/`. Order is the order of the inputs; within a folder or a pattern it is sorted. Nothing is opened here.
"""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from auditor.errors import InputError, SettingsError
from auditor.reading.selection import ARTICLE_ENDINGS, is_article, is_excluded, unpacked_name
from auditor.reading.sidecar import is_sidecar
from auditor.reading.sources import Input as Input  # for those who expand

STANDARD_INPUT = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class _Found:
    place: str
    path: PurePosixPath  # relative to the input, with the ending


@dataclass(frozen=True, slots=True)
class _Search:
    """How folders are searched: the folder that is passed over, and the patterns."""

    results: Path | None
    exclude: tuple[str, ...]


def is_url(place: str) -> bool:
    """Tell whether a place is a URL of any scheme; a drive letter is none."""
    return _URL.match(place) is not None


def is_several(places: Iterable[str]) -> bool:
    """Tell whether the inputs may stand for more than one article: several of them, a folder, or a pattern."""
    named = list(places)
    return len(named) > 1 or any(_is_pattern(place) or (not is_url(place) and Path(place).is_dir()) for place in named)


def expand(places: Iterable[str], *, results: str | None = None, exclude: Sequence[str] = ()) -> list[Input]:
    """Give the files and addresses that the inputs stand for, each once; what they hold is `unpacking`'s to say.

    Args:
        places: paths, patterns, URLs, or `-`.
        results: the folder that results are written to; it is not searched, so that a second run does not take the
            reports of the first for articles.
        exclude: patterns of names or relative paths that folders and patterns pass over.

    Raises:
        InputError: an input does not exist, or is a folder or a pattern without any article.
        SettingsError: results would be written among the articles of an input folder.
    """
    own = _absolute(results) if results is not None else None
    found: dict[str, _Found] = {}
    for place in places:
        for article in _articles(place, _Search(own, tuple(exclude))):
            found.setdefault(_identity(article.place), article)
    return [Input(article.place, id) for article, id in zip(found.values(), _ids(found.values()), strict=True)]


def _articles(place: str, search: _Search) -> Iterator[_Found]:
    if place == STANDARD_INPUT:
        return iter([_Found(place, PurePosixPath("standard-input"))])
    if is_url(place):
        return iter([_Found(place, _path_of_url(place))])
    if _is_pattern(place):
        return _in_pattern(place, search)
    if Path(place).is_dir():
        return _in_folder(place, search)
    if not Path(place).exists():
        raise InputError("no such file or folder", where=place, fix="Check the spelling, or name a URL with https://.")
    return iter([_Found(place, PurePosixPath(_readable(Path(place).name)))])


def _is_pattern(place: str) -> bool:
    """Tell whether the name is a pattern; shells leave patterns to us when quoted, Windows always."""
    return not is_url(place) and _PATTERN.search(place) is not None and not os.path.lexists(place)


def _in_folder(folder: str, search: _Search) -> Iterator[_Found]:
    if _absolute(folder) == search.results:
        raise SettingsError("the results would lie among the articles", where=folder, fix="Choose another folder.")
    found = _files_below(folder, search)
    if not found:
        endings = ", ".join(sorted(ARTICLE_ENDINGS))
        raise InputError(f"no article in this folder (files ending in {endings})", where=folder)
    return iter(found)


def _files_below(folder: str, search: _Search) -> list[_Found]:
    def refuse(error: OSError) -> None:
        raise InputError(f"the folder cannot be read: {error.strerror}", where=str(error.filename)) from error

    found = []
    for parent, folders, files in os.walk(folder, onerror=refuse):
        below = Path(parent).relative_to(folder)
        kept = (name for name in folders if not _is_passed_over(parent, name, files, search))
        folders[:] = [name for name in kept if not is_excluded(PurePosixPath(below.as_posix()) / name, search.exclude)]
        for name in files:
            relative = PurePosixPath(_readable((below / name).as_posix()))
            if is_article(relative, search.exclude):
                found.append(_Found(str(Path(parent) / name), relative))
    return sorted(found, key=lambda article: article.path.parts)


def _is_passed_over(parent: str, name: str, files: Sequence[str], search: _Search) -> bool:
    """Tell whether a folder is hidden, the results', or holds the pictures and frames of a saved page beside it."""
    page = name.removesuffix("_files")
    if page != name and (f"{page}.html" in files or f"{page}.htm" in files):
        return True
    return name.startswith(".") or (search.results is not None and _absolute(Path(parent) / name) == search.results)


def _in_pattern(pattern: str, search: _Search) -> Iterator[_Found]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute patterns too
    base = _base_of(pattern)
    if search.results is not None and not _absolute(base).is_relative_to(search.results):
        matches = [match for match in matches if not _absolute(match).is_relative_to(search.results)]
    found = [article for match in matches for article in _of_match(match, base, search)]
    if not found:
        raise InputError("nothing matches this pattern", where=pattern)
    return iter(found)


def _of_match(match: str, base: Path, search: _Search) -> Iterator[_Found]:
    relative = PurePosixPath(_readable(Path(match).relative_to(base).as_posix()))
    if is_excluded(relative, search.exclude) or is_sidecar(relative.name):
        return iter([])
    if not Path(match).is_dir():
        return iter([_Found(match, relative)])
    return (_Found(article.place, relative / article.path) for article in _files_below(match, search))


def _base_of(pattern: str) -> Path:
    """Give the folder that a pattern starts from: the parts before the first one with a wildcard."""
    parts = []
    for part in Path(pattern).parts:
        if _PATTERN.search(part):
            break
        parts.append(part)
    return Path(*parts)


def _path_of_url(url: str) -> PurePosixPath:
    parts = urlsplit(url)
    path = PurePosixPath(parts.netloc.rpartition("@")[2]) / parts.path.strip("/")
    # The ending of a bare host name (".org") is no file's ending.
    return path if parts.path.strip("/") else PurePosixPath(f"{path}.html")


def _identity(place: str) -> str:
    return place if place == STANDARD_INPUT or is_url(place) else str(_absolute(place))


def _absolute(place: str | Path) -> Path:
    """Make a path absolute without following links: two links to one file are two articles."""
    return Path(os.path.abspath(place))  # noqa: PTH100 - resolve() would follow them


def _ids(found: Iterable[_Found]) -> list[str]:
    """Give the ids in order; articles that would share one get their endings back, then a number."""
    paths = [article.path for article in found]
    shared = Counter(_without_ending(path) for path in paths)
    wanted = [_without_ending(path) if shared[_without_ending(path)] == 1 else str(path) for path in paths]
    taken: set[str] = set()
    ids = []
    reserved = Counter(wanted)
    for id in wanted:
        unique, number = id, 1
        while unique in taken or (number > 1 and reserved[unique]):
            number += 1
            unique = f"{id}-{number}"
        taken.add(unique)
        ids.append(unique)
    return ids


def _without_ending(path: PurePosixPath) -> str:
    path = unpacked_name(path)
    return str(path.with_suffix("")) if path.suffix else str(path)


def _readable(name: str) -> str:
    """Replace the bytes of a file name that are not valid text, so that an id can be written anywhere."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
