"""The key of an audit: a hash of everything that decides what it says. The same key means the same audit.

What is in it: the article as read, the program, the models, the rules in force, policies, outlets, decisions and
baseline, whether the text is kept, and how reports look. What is not: the clock, unless decisions have a last day.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from auditor import __version__
from auditor.batch.articles import Desk, Settings, prepared_for
from auditor.document import SCHEMA_VERSION
from auditor.text import Article


def article_key(article: Article, desk: Desk, settings: Settings) -> str:
    """Give the key under which this article is audited."""
    read = dataclasses.asdict(dataclasses.replace(article, text=""))
    parts = [means_key(desk, settings), json.dumps(read, sort_keys=True, default=str)]
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    digest.update(article.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def means_key(desk: Desk, settings: Settings) -> str:
    """Give the hash of what the articles of a desk are audited with; files are looked at once a run."""
    from auditor.language.pipeline import DEFAULT_MODEL
    from auditor.language.tagger import TAGGER_VERSION
    from auditor.rules.model import rules_hash

    means = prepared_for(desk, settings)
    model = settings.model or DEFAULT_MODEL
    parts = [
        __version__,
        _program(),
        SCHEMA_VERSION,
        model,
        _version(model),
        TAGGER_VERSION,
        rules_hash(means.rules),
        repr((means.policies, means.outlets, means.notices)),
        _content(desk.decisions),
        _content(settings.baseline),
        repr(means.overlay.standing),
        str(settings.today) if desk.decisions else "",
        str(settings.keep_text),
        repr(desk.configuration.report),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _program() -> str:
    """Give the hash of the program's own files: a changed word list makes other audits under the same version."""
    place = resources.files("auditor")
    digest = hashlib.sha256()
    with resources.as_file(place) as folder:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".so"}:
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _version(model: str) -> str:
    """Give the version of an installed pipeline, or what its folder says about itself."""
    meta = Path(model) / "meta.json"
    if meta.is_file():
        return hashlib.sha256(meta.read_bytes()).hexdigest()
    try:
        return version(model)
    except PackageNotFoundError:
        return ""


def _content(file: Path | None) -> str:
    if file is None or not file.is_file():
        return ""
    return hashlib.sha256(file.read_bytes()).hexdigest()
