"""Fixtures that many tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading.plain import article_from_text

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline with every step, loaded once."""
    from auditor.language.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def annotated(nlp):
    """Annotate a text as a plain-text article: `annotated("…", publisher="…")`."""
    from auditor.language.pipeline import annotate
    from auditor.text import Metadata

    def make(text: str, **metadata: str):
        return next(annotate(nlp, [article_from_text(text, metadata=Metadata(**metadata))]))

    return make
