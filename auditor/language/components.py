"""The language steps as spaCy components; `nlp.add_pipe("auditor")` adds them all to any English pipeline.

Each component wraps one pure function over values; the values are kept on the document: `doc._.quotations`,
`doc._.attributions`, `doc._.sources`, `doc._.relays`, `doc._.figures`, `doc._.names`. `doc._.article` holds the
article, made from the bare text by the plain-text rules when nobody set it.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from auditor.language.annotations import Annotations, Attribution, Quotation
from auditor.language.attributions import find_attributions
from auditor.language.figures import find_figures
from auditor.language.house_outlets import HouseOutlets, keep_house_outlets
from auditor.language.names import find_names
from auditor.language.persons import find_persons
from auditor.language.quotations import cued_quotations, find_quotations, govern_quotations
from auditor.language.relays import find_relays
from auditor.language.sources import resolve_sources
from auditor.language.tagger import TaggedAttribution, load_tagger
from auditor.reading.plain import article_from_text
from auditor.text import Article

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_GOES_ON = 2**64 - 1  # -1 in spaCy's arrays, which have no sign: surely no beginning of a sentence
LAYERS = ("quotations", "attributions", "sources", "relays", "figures", "names")

for _layer in LAYERS:
    if not Doc.has_extension(_layer):
        Doc.set_extension(_layer, default=())
if not Doc.has_extension("article"):
    Doc.set_extension("article", default=None)


def prepare(nlp: Language, article: Article, house: HouseOutlets | None = None) -> Doc:
    """Tokenise an article and keep it with its document, so that every step sees paragraphs and metadata.

    Half of a surrogate pair, which spaCy cannot store, is a replacement character in the document; offsets stay.
    """
    doc = nlp.make_doc(_LONE_SURROGATE.sub("\ufffd", article.text))
    doc._.article = article
    keep_house_outlets(doc, house)
    return doc


def article_of(doc: Doc) -> Article:
    """Give the article of a document, made from its bare text when the caller set none."""
    if doc._.article is None:
        doc._.article = article_from_text(doc.text)
    article: Article = doc._.article
    return article


def annotations_of(doc: Doc) -> Annotations:
    """Collect what the steps found."""
    return Annotations(**{layer: tuple(getattr(doc._, layer)) for layer in LAYERS})


@Language.component("auditor_paragraphs", assigns=["token.is_sent_start"])
def mark_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence at each paragraph, so that the parser never joins a headline to the text below it.

    The word behind the first one begins none: below a headline without a full stop the parser would part "Union" from
    "leaders said", and below a dateline or a closing mark likewise.
    """
    starts = {paragraph.start for paragraph in article_of(doc).paragraphs}
    opening = [token.i for token in doc if token.idx in starts]
    second = {place + 1 for place in opening}.difference(opening, (len(doc),))
    # All at once: each `token.is_sent_start = True` would look through the whole document for a parse.
    marks: Any = doc.to_array(["SENT_START"])
    marks[opening] = 1
    marks[[place for place in second if not doc[place].is_space]] = _GOES_ON
    doc.from_array(["SENT_START"], marks)
    return doc


@Language.component("auditor_persons", requires=["token.dep", "token.head", "token.tag"], assigns=["doc.ents"])
def add_persons(doc: Doc) -> Doc:
    """Find names of persons where the pipeline has no entity recognition of its own."""
    if not doc.ents:
        doc.ents = find_persons(doc)
    return doc


@Language.component("auditor_quotations", assigns=["doc._.quotations"])
def add_quotations(doc: Doc) -> Doc:
    """Find everything between quotation marks."""
    doc._.quotations = find_quotations(article_of(doc))
    return doc


@Language.component(
    "auditor_attributions",
    requires=["token.dep", "token.head", "token.tag", "doc._.quotations"],
    assigns=["doc._.attributions", "doc._.quotations"],
)
def add_attributions(doc: Doc) -> Doc:
    """Find who said what, and which attribution governs which quotation."""
    article = article_of(doc)
    doc._.attributions, doc._.quotations = _read_attributions(doc, article, load_tagger().tag(doc.text))
    return doc


def _read_attributions(
    doc: Doc, article: Article, tagged: tuple[TaggedAttribution, ...]
) -> tuple[tuple[Attribution, ...], tuple[Quotation, ...]]:
    """Join what the tagger read; where a quotation has no speaker though a cue stands beside it, read again."""
    attributions = find_attributions(doc, article, doc._.quotations, tagged=tagged)
    quotations = govern_quotations(doc, doc._.quotations, attributions)
    more = cued_quotations(doc, article, quotations, attributions)
    if more:
        attributions = find_attributions(doc, article, doc._.quotations, tagged=(*tagged, *more))
        quotations = govern_quotations(doc, doc._.quotations, attributions)
    return attributions, quotations


@Language.component(
    "auditor_sources",
    requires=["doc._.attributions", "doc._.quotations"],
    assigns=["doc._.sources", "doc._.attributions"],
)
def add_sources(doc: Doc) -> Doc:
    """Resolve the sources over the whole article and decide what each attribution counts for."""
    attributions, sources = resolve_sources(doc, article_of(doc), doc._.attributions, doc._.quotations)
    doc._.attributions = attributions
    doc._.sources = sources
    return doc


@Language.component("auditor_relays", requires=["doc._.attributions", "doc._.sources"], assigns=["doc._.relays"])
def add_relays(doc: Doc) -> Doc:
    """Find outlets, programmes and platforms that carried the words."""
    doc._.relays = find_relays(doc, article_of(doc), doc._.attributions, doc._.sources)
    return doc


@Language.component("auditor_figures", requires=["doc._.attributions", "doc._.sources"], assigns=["doc._.figures"])
def add_figures(doc: Doc) -> Doc:
    """Find quantities and what they rest on."""
    doc._.figures = find_figures(doc, article_of(doc), doc._.attributions, doc._.sources)
    return doc


@Language.component("auditor_names", assigns=["doc._.names"])
def add_names(doc: Doc) -> Doc:
    """Find names that are written in more than one way."""
    doc._.names = find_names(doc, article_of(doc))
    return doc


STEPS = (add_persons, add_quotations, add_attributions, add_sources, add_relays, add_figures, add_names)


@Language.component(
    "auditor",
    requires=["token.dep", "token.head", "token.tag"],
    assigns=[f"doc._.{layer}" for layer in LAYERS],
)
def audit_document(doc: Doc) -> Doc:
    """Run every step in its order."""
    for step in STEPS:
        doc = step(doc)
    return doc
