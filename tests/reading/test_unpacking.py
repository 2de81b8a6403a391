"""Containers to articles: lazily, each with an id of its own, and what is broken in its place."""

from __future__ import annotations

import gzip
import io
import json
import pickle

import pytest
from reading import forms
from reading.harbour import PARAGRAPHS, TITLE

from auditor.errors import InputError
from auditor.reading.inputs import Input, expand
from auditor.reading.read import Reading, read_input
from auditor.reading.sources import Content
from auditor.reading.unpacking import opened
from auditor.text import Metadata

ROWS = "\n".join(json.dumps({"id": id, "text": f"Words of {id}."}) for id in ("a", "b", "a"))


@pytest.fixture
def put(tmp_path):
    def make(name: str, data: bytes | str) -> list[Input]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return expand([str(path)])

    return make


def test_a_file_that_is_one_article_passes_through_unopened(put):
    sources = put("a.txt", "Words.")
    assert list(opened(sources)) == sources


def test_rows_get_their_own_ids_and_no_two_the_same(put):
    found = list(opened(put("corpus.jsonl", ROWS)))
    assert [source.id for source in found] == ["corpus/a", "corpus/b", "corpus/a-2"]
    assert {source.container for source in found} == {found[0].place.partition(" (")[0]}
    assert [read_input(source).text for source in found] == ["Words of a.", "Words of b.", "Words of a."]


def test_what_was_opened_can_be_read_in_another_process(put):
    found = pickle.loads(pickle.dumps(list(opened(put("corpus.jsonl", ROWS)))))
    assert read_input(found[1]).text == "Words of b."


def test_a_file_that_holds_one_article_keeps_its_id(put):
    (source,) = opened(put("crane.rss", forms.rss()))
    assert source.id == "crane"


def test_it_is_lazy(put):
    rows = b"".join(b'{"text": "Words %d."}\n' % number for number in range(50_000))
    found = opened(put("corpus.jsonl.gz", gzip.compress(rows)))
    assert read_input(next(found)).text == "Words 0."


def test_archives_inside_archives_and_folders_below_them(put):
    inner = forms.zipped(**{"deep/b.jsonl": ROWS.encode(), "c.txt": b"Words of c."})
    data = forms.zipped(**{"desk/inner.zip": inner, "desk/a.docx": forms.word(), "notes.jpg": b"x"})
    ids = [source.id for source in opened(put("all.zip", data))]
    assert ids == ["all/desk/a", "all/desk/inner/c", *(f"all/desk/inner/deep/b/{name}" for name in ("a", "b", "a-2"))]


def test_members_are_excluded_by_their_names(put):
    data = forms.zipped(**{"drafts/a.txt": b"No.", "b.txt": b"Yes."})
    (source,) = opened(put("all.zip", data), Reading(exclude=("drafts",)))
    assert source.id == "all/b"


def test_side_cars_inside_an_archive(put):
    (source,) = opened(put("crane.zip", forms.zip_file()))
    assert read_input(source).metadata.byline == "Ingrid Solberg"


def test_an_archive_without_articles_is_an_error(put):
    (source,) = opened(put("all.zip", forms.zipped(**{"a.jpg": b"x"})))
    assert source.problem.what == "there is no article in this ZIP file"


def test_a_broken_row_is_an_error_in_its_place(put):
    found = list(opened(put("corpus.jsonl", '{"text": "One."}\n{"text": \n{"text": "Three."}')))
    assert read_input(found[0]).text == "One."
    with pytest.raises(InputError, match="not JSON"):
        read_input(found[1])
    assert read_input(found[2]).text == "Three."


def test_every_item_of_a_feed_and_every_page_of_an_archive(put):
    feed = forms.rss().replace(b"</item>", b"</item><item><guid>x y</guid><description>Short.</description></item>")
    found = list(opened(put("news.rss", feed)))
    assert [source.id for source in found][1] == "news/x-y"
    pages = (("https://a.example/1", forms.broadsheet().encode()), ("https://a.example/2", forms.broadsheet().encode()))
    found = list(opened(put("web.warc.gz", forms.warc(pages))))
    assert [source.id for source in found] == ["web/2-a.example/1", "web/3-a.example/2"]
    assert [read_input(source).metadata.url for source in found] == ["https://a.example/1", "https://a.example/2"]


def test_standard_input_may_be_a_corpus():
    found = list(opened([Input("-", "standard-input")], stdin=io.BytesIO(ROWS.encode())))
    assert [source.id for source in found][:2] == ["standard-input/a", "standard-input/b"]


def test_what_is_known_of_a_container_holds_for_its_parts():
    content = Content(ROWS.encode(), "a.jsonl", fields=Metadata(publisher="Post"))
    found = list(opened([Input("a.jsonl", "a", content=content)]))
    assert {read_input(source).metadata.publisher for source in found} == {"Post"}


def test_several_articles_are_not_one(put):
    with pytest.raises(InputError, match="several articles"):
        read_input(put("corpus.jsonl", ROWS)[0])


def test_columns_are_the_users(put):
    rows = json.dumps({"body": "No.", "words": PARAGRAPHS[0], "head": TITLE}) + "\n"
    from auditor.reading.records import Columns

    article = read_input(put("a.jsonl", rows)[0], Reading(columns=Columns(text="words", title="head")))
    assert article.text == f"{TITLE}\n{PARAGRAPHS[0]}"
