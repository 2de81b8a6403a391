"""Finds the key claims of an annotated article and what each rests on."""

from __future__ import annotations

from auditor.claims.candidates import find_candidates
from auditor.claims.claim import Claim
from auditor.claims.support import Evidence, claim_of
from auditor.claims.text_words import Sentence, sentences_of
from auditor.language.pipeline import AnnotatedArticle


def find_claims(annotated: AnnotatedArticle, sentences: tuple[Sentence, ...] | None = None) -> tuple[Claim, ...]:
    """Give the key claims in the order of the text.

    Args:
        annotated: the annotated article.
        sentences: its sentences, where the caller has them.
    """
    if sentences is None:
        sentences = sentences_of(annotated.doc)
    candidates = find_candidates(annotated.doc, annotated.article, annotated.annotations, sentences)
    evidence = Evidence(annotated.article, annotated.annotations, sentences)
    return tuple(claim_of(candidate, number, evidence) for number, candidate in enumerate(candidates, start=1))
