from pathlib import Path

import pytest

from auditor.language.tagger import Tagger, load_tagger


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return load_tagger()


@pytest.fixture(scope="session")
def invented_article() -> str:
    return (Path(__file__).parent / "invented_article.txt").read_text(encoding="utf-8")
