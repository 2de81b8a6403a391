"""Records: which column is what, by usual names or the user's, and text or HTML."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.records import Columns, article_from_record, metadata_of_record, record_from_json, record_id
from auditor.text import Metadata, ZoneKind

TEXT = "The quay is shut, the mayor said.\nNobody was hurt.\n"


def read(record, **columns):
    return article_from_record(record, id="a", where="a", columns=Columns(**columns))


def test_usual_names_in_any_spelling():
    article = read(
        {"Article_Text": TEXT, "Head Line": "x", "HEADLINE": "Quay shut", "pub-date": "2024", "Outlet": "Post"}
    )
    assert article.text == "Quay shut\nThe quay is shut, the mayor said.\nNobody was hurt."
    assert article.metadata == Metadata(title="Quay shut", published="2024", publisher="Post")


def test_text_alone_is_read_as_it_stands():
    assert read({"text": TEXT}).text == TEXT


def test_a_title_that_the_text_begins_with_stands_once():
    article = read({"text": f"Quay shut\n{TEXT}", "title": "Quay shut"})
    assert article.text == f"Quay shut\n{TEXT}"
    assert article.paragraphs[0].zone is ZoneKind.HEADLINE


def test_the_users_columns_and_paths_through_nested_records():
    record = {"text": "No.", "story": {"inner": {"words": TEXT}}, "where": "https://a.example/1", "nr": 7}
    article = read(record, text="story.inner.words", url="where")
    assert "quay" in article.text
    assert article.metadata.url == "https://a.example/1"
    assert record_id(record, Columns(id="nr")) == "7"


def test_html_is_taken_apart():
    article = read(
        {"content": "<p>The quay is <a href='https://a.example'>shut</a>.</p><p>Nobody was hurt &amp; safe.</p>"}
    )
    assert article.text == "The quay is shut.\nNobody was hurt & safe."
    assert [article.text[link.start : link.end] for link in article.links] == ["shut"]


def test_signs_alone_are_no_html():
    assert read({"text": "Prices < 3 and > 2, he said."}).text == "Prices < 3 and > 2, he said."


def test_authors_may_be_a_list_of_objects():
    record = {"authors": [{"name": "A B"}, {"name": "By C D"}], "genre": "Op-Ed"}
    assert metadata_of_record(record) == Metadata(byline="A B and By C D", genre="opinion")


def test_a_section_is_a_genre_only_when_it_means_one():
    assert metadata_of_record({"section": "World"}).genre is None
    assert metadata_of_record({"section": "Opinion"}).genre == "opinion"


@pytest.mark.parametrize(
    ("record", "columns", "said"),
    [
        ({"words": TEXT, "nr": 1}, {}, "there are: words, nr"),
        ({"text": TEXT}, {"text": "body"}, "no column 'body'"),
        ({"text": ["a"]}, {}, "no column is known"),
        ({"schema_version": 1, "tool": 1, "article": 1, "findings": []}, {}, "an audit, not an article"),
    ],
)
def test_records_without_an_article(record, columns, said):
    with pytest.raises(InputError, match=said):
        read(record, **columns)


@pytest.mark.parametrize("data", [b"{", b"[1]", b"7", b"\xff\xfe\xfd", b'{"a": ' * 50_000])
def test_what_is_no_record(data):
    with pytest.raises(InputError):
        record_from_json(data, where="a")
