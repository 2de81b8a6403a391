"""What a page says about its article: JSON-LD first, then OpenGraph and other meta elements, then links.

Sources: schema.org NewsArticle and its kinds, the Open Graph protocol's article properties. Values are kept as the page
states them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from auditor.reading.credits import agency_in, byline_in, without_by
from auditor.reading.genres import genre_in_address, genre_named
from auditor.reading.markup import Element, words_in
from auditor.text import Metadata

_DEPTH = 12
_NODES = 5000
_ARTICLE = ("article", "blogposting", "posting", "report")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Metadata of a page.

    Attributes:
        metadata: as the page states them.
        description: the summary it gives for search engines, often its standfirst.
        words: number of words that it says its article has; null when it does not say.
        restricted: whether it says that the article is not free to read.
    """

    metadata: Metadata
    description: str | None = None
    words: int | None = None
    restricted: bool = False


def page_facts(root: Element, *, url: str | None = None) -> PageFacts:
    """Gather what a page says about its article; `url` is the address it was fetched from."""
    nodes = list(_nodes(root))
    article = _article_among(nodes)
    meta = _meta(root)
    canonical = _canonical(root, meta, article)
    address = url or canonical
    section = _first(_texts(article.get("articleSection")), meta.get("article:section"))
    byline = _byline(root, article, nodes, meta)
    metadata = Metadata(
        title=_first(_texts(article.get("headline")), meta.get("og:title"), meta.get("twitter:title")),
        byline=byline,
        publisher=_first(_names(article.get("publisher"), nodes), meta.get("og:site_name")),
        published=_first(_texts(article.get("datePublished")), *map(meta.get, _PUBLISHED), _shown_time(root)),
        updated=_first(_texts(article.get("dateModified")), *map(meta.get, _UPDATED)),
        url=address,
        language=_first(_texts(article.get("inLanguage")), root.get("lang"), meta.get("og:locale")),
        genre=_genre(article, section, address),
        agency=agency_in(_first(_names(article.get("sourceOrganization"), nodes), meta.get("source"), byline)),
        corrections=tuple(_corrections(article.get("correction"))),
    )
    return PageFacts(
        metadata,
        description=_first(_texts(article.get("description")), meta.get("og:description"), meta.get("description")),
        words=_words(article),
        restricted=str(article.get("isAccessibleForFree")).lower() == "false",
    )


_PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "parsely-pub-date", "pubdate")
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_AUTHORS = ("author", "article:author", "parsely-author", "byl", "dc.creator", "twitter:creator")


def _nodes(root: Element) -> Iterator[dict[str, Any]]:
    """Give every JSON-LD object of a page, outer ones first."""
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(_json_text(script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _objects(data):
            count += 1
            if count > _NODES:
                return
            yield node


def _json_text(text: str) -> str:
    return text.strip().removeprefix("<!--").removesuffix("-->").removesuffix(";").strip()


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _objects(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _objects(value, depth + 1)


def _types(node: dict[str, Any]) -> list[str]:
    return [text.rpartition("/")[2].casefold() for text in _texts(node.get("@type"))]


def _article_among(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the object that describes the article: the first one of such a type that has a headline or a body."""
    found = [node for node in nodes if any(kind.endswith(_ARTICLE) for kind in _types(node))]
    told = [node for node in found if node.get("headline") or node.get("articleBody")]
    return next(iter(told or found), {})


def _meta(root: Element) -> dict[str, str]:
    """Give the meta elements by name in lower case, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _canonical(root: Element, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    main = article.get("mainEntityOfPage")
    told = main.get("@id") if isinstance(main, dict) else main
    found = _first(links, meta.get("og:url"), _texts(article.get("url")), _texts(told))
    base = meta.get("og:url")
    return urljoin(base, found) if found and base else found


def _byline(root: Element, article: dict[str, Any], nodes: list[dict[str, Any]], meta: dict[str, str]) -> str | None:
    names = _names(article.get("author"), nodes) or _names(article.get("creator"), nodes)
    if not names:
        told = [meta[name] for name in _AUTHORS if name in meta and "://" not in meta[name]]
        names = told[:1] or _shown_byline(root)
    names = list(dict.fromkeys(without_by(name).lstrip("@") for name in names))
    return (", ".join(names[:-1]) + " and " + names[-1]) if len(names) > 1 else next(iter(names), None)


def _shown_byline(root: Element) -> list[str]:
    """Give the by-line that a page only shows."""
    for element in root.iter("a", "span", "div", "p", "address", "li"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}".lower()
        if not re.search(r"byline|by-line|author", marks):
            continue
        words = words_in(element)
        if byline_in(words) or ("author" in (element.get("rel") or "") and byline_in(f"By {words}")):
            return [words]
    return []


def _shown_time(root: Element) -> str | None:
    """Give the first time that a page shows and marks as one."""
    return next((time.get("datetime") for time in root.iter("time") if time.get("datetime")), None)


def _genre(article: dict[str, Any], section: str | None, url: str | None) -> str | None:
    labels = [*_types(article), *_texts(article.get("genre")), section or ""]
    found = [genre for label in labels if (genre := genre_named(label)) not in (None, "blog")]
    return next(iter(found), None) or genre_in_address(url)


def _names(value: object, nodes: list[dict[str, Any]]) -> list[str]:
    """Give the names of people or organisations, which may be text, an object, a reference to one, or a list."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and not one.get("name") and one.get("@id"):
            one = next((node for node in nodes if node.get("@id") == one["@id"] and node.get("name")), one)
        names.extend(_texts(one.get("name") if isinstance(one, dict) else one))
    return [name for name in names if "://" not in name]


def _texts(value: object) -> list[str]:
    """Give the texts of a value that may be a text, an object with one, or a list of them."""
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    if isinstance(value, dict):
        return _texts(value.get("@value") or value.get("name") or value.get("alternateName"))
    if isinstance(value, str) and value.strip():
        return [" ".join(value.split())]
    return []


def _first(*values: Iterable[str | None] | str | None) -> str | None:
    for value in values:
        options = [value] if isinstance(value, str) or value is None else list(value)
        for option in options:
            if option and option.strip():
                return " ".join(option.split())
    return None


def _corrections(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from _texts(one.get("text") or one.get("description") or one.get("name"))
        else:
            yield from _texts(one)


def _words(article: dict[str, Any]) -> int | None:
    body = _texts(article.get("articleBody"))
    count = article.get("wordCount")
    if body:
        return len(body[0].split())
    return int(count) if isinstance(count, int | str) and str(count).isdigit() else None


def title_element(root: Element) -> str | None:
    """Give the title of the browser's tab, which often names the outlet too."""
    return words_in(next(root.iter("title"), None)) or None
