"""Metadata beside an article: one file for it, or a table for its folder."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.read import Reading, read_input
from auditor.reading.sidecar import is_sidecar, metadata_beside, metadata_from, yaml_fields
from auditor.text import Metadata


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "quay.txt").write_text("The quay is shut, the mayor said.")

    def put(**files: str):
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_text(text, encoding="utf-8")
        return tmp_path / "quay.txt"

    return put


def test_a_file_beside_it(desk):
    path = desk(quay__meta__yaml="byline: Ingrid Solberg\npublished: 2024-03-05\ncorrections: [One., Two.]\n")
    metadata, notes = metadata_beside(path)
    assert metadata == Metadata(byline="Ingrid Solberg", published="2024-03-05", corrections=("One.", "Two."))
    assert notes == ("From quay.meta.yaml: byline, published, corrections.",)


@pytest.mark.parametrize("name", ["quay.meta.json", "quay.txt.meta.json", "quay.meta.yml", "quay.txt.meta.yaml"])
def test_names_of_side_car_files(tmp_path, desk, name):
    path = desk()
    (tmp_path / name).write_text('{"genre": "opinion"}')
    assert metadata_beside(path)[0].genre == "opinion"


def test_a_table_of_the_folder_which_a_file_wins_over(desk):
    path = desk(
        metadata__csv="file,byline,publisher,words\nquay.txt,A B,Nordkyst Post,7\n",
        quay__meta__json='{"byline": "C D"}',
    )
    metadata, notes = metadata_beside(path)
    assert (metadata.byline, metadata.publisher) == ("C D", "Nordkyst Post")
    assert len(notes) == 2


def test_a_table_of_something_else_is_passed_over(desk):
    assert metadata_beside(desk(metadata__csv="name,byline\nquay.txt,A B\n"))[0] == Metadata()


def test_the_user_wins_over_side_cars_and_those_over_the_article(desk):
    path = desk(quay__meta__json='{"byline": "C D", "publisher": "Post", "title": "Quay"}')
    article = read_input(str(path), Reading(metadata=Metadata(byline="E F")))
    assert (article.metadata.byline, article.metadata.publisher, article.metadata.title) == ("E F", "Post", "Quay")
    assert "Given by the user: byline." in article.notes


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"colour": "red"}', "no field 'colour'"), ("[1]", "not a list of fields"), ("{", "not JSON")],
)
def test_a_wrong_side_car_is_an_error_that_names_it(desk, text, said):
    with pytest.raises(InputError, match=said) as caught:
        read_input(str(desk(quay__meta__json=text)))
    assert caught.value.where.endswith("quay.meta.json")


def test_yaml_builds_nothing():
    with pytest.raises(InputError):
        yaml_fields("a: [", "x")
    assert yaml_fields("a: !!python/name:os.system\nb: 2024-01-01", "x")["b"] == "2024-01-01"


def test_fields_are_texts_on_one_line():
    assert metadata_from({"byline": " A\n B ", "genre": ""}, "x") == Metadata(byline="A B")


def test_side_cars_are_no_articles():
    assert is_sidecar("desk/quay.meta.yaml")
    assert is_sidecar("metadata.csv")
    assert not is_sidecar("quay.yaml")
