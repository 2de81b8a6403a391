"""How a field of an annotation is read: one function a way of reading; the fields themselves are listed in `fields`."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from auditor.language.annotations import ReasonKind
from auditor.rules.context import Context, Subject, first_place
from auditor.text import Article, Span

FieldValue = str | float | bool | None
Getter = Callable[[Any, Context], FieldValue]


def own(path: str) -> Getter:
    """Read an attribute of the annotation itself."""
    read = attrgetter(path)

    def get(subject: Subject, context: Context) -> FieldValue:
        value: FieldValue = read(subject)
        return value

    return get


def identity(subject: Subject, context: Context) -> FieldValue:
    """Give the kind of source that the annotation is or rests on."""
    return context.identity_of(subject)


def zone(subject: Subject, context: Context) -> FieldValue:
    """Give the part of the article where the annotation begins."""
    return context.zone_of(subject)


def of_source(name: str) -> Getter:
    """Read a text of the source on which the annotation rests."""

    def get(subject: Subject, context: Context) -> FieldValue:
        source = context.source_of(subject)
        text: str | None = getattr(source, name) if source else None
        return text

    return get


def of_statement(name: str) -> Getter:
    """Read an attribute of the attribution that carries the annotation; none without one."""

    def get(subject: Subject, context: Context) -> FieldValue:
        statement = context.attribution_of(subject)
        value: FieldValue = getattr(statement, name) if statement else None
        return value

    return get


def reason(subject: Subject, context: Context) -> FieldValue:
    """Give the kind of reason that the article states for the source's anonymity."""
    source = context.source_of(subject)
    return source.anonymity.reason if source and source.anonymity else ReasonKind.NONE


def disclosed(name: str) -> Getter:
    """Read the words in which the article states this about the source's anonymity."""

    def get(subject: Subject, context: Context) -> FieldValue:
        source = context.source_of(subject)
        part = getattr(source.anonymity, name) if source and source.anonymity else None
        return part.text if part else None

    return get


def statements(subject: Subject, context: Context) -> FieldValue:
    """Count the statements attributed to the source."""
    source = context.source_of(subject)
    return len(context.by_source.get(source.id, ())) if source else 0


def metadata(name: str) -> Getter:
    """Read what is known about the article besides its text."""

    def get(subject: Subject, context: Context) -> FieldValue:
        value: str | None = getattr(context.article.metadata, name)
        return value

    return get


def count_of(name: str) -> Getter:
    """Count the parts of the annotation that have this name; for the article, its annotations of one kind."""

    def get(subject: Any, context: Context) -> FieldValue:  # noqa: ANN401
        return len(getattr(context.annotations if isinstance(subject, Article) else subject, name))

    return get


def words_of(name: str) -> Getter:
    """Read the words of a part of the annotation, which may be split; none where it has no such part."""

    def get(subject: Any, context: Context) -> FieldValue:  # noqa: ANN401
        parts = getattr(subject, name)
        spans: tuple[Span, ...] = parts if isinstance(parts, tuple) else (parts,) if parts else ()
        return " … ".join(span.text for span in spans) or None

    return get


def sentence(subject: Subject, context: Context) -> FieldValue:
    """Give the sentence in which the annotation begins."""
    span = first_place(subject)
    found = context.sentences_around(span) if span else ()
    return context.article.text[found[0].start : found[-1].end] if found else None


def paragraph(subject: Subject, context: Context) -> FieldValue:
    """Give the paragraph in which the annotation begins."""
    span = first_place(subject)
    found = context.article.paragraph_at(span.start) if span else None
    return context.article.text[found.start : found.end] if found else None


def article_text(subject: Article, context: Context) -> FieldValue:
    """Give the whole text."""
    return context.article.text


def article_words(subject: Article, context: Context) -> FieldValue:
    """Count the words of the article."""
    return context.words


def independent_sources(subject: Article, context: Context) -> FieldValue:
    """Count the sources that are independent of one another."""
    return len(context.independent)
