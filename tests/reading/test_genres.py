"""Genre labels of pages, agencies and addresses, in one vocabulary."""

from __future__ import annotations

import pytest

from auditor.reading.genres import genre_in_address, genre_named


@pytest.mark.parametrize(
    ("label", "genre"),
    [
        ("OpinionNewsArticle", "opinion"),
        ("Op-Ed", "opinion"),
        ("LiveBlogPosting", "live blog"),
        (" Press  Release ", "press release"),
        ("NewsArticle", None),
        ("", None),
        (None, None),
    ],
)
def test_labels(label, genre):
    assert genre_named(label) == genre


@pytest.mark.parametrize(
    ("url", "genre"),
    [
        ("https://a.example/opinion/2024/quay", "opinion"),
        ("https://a.example/world/live-blog/quay", "live blog"),
        ("https://a.example/opinion", None),  # the last part is the article's own name
        ("https://[broken/opinion/x", None),
        (None, None),
    ],
)
def test_addresses(url, genre):
    assert genre_in_address(url) == genre
