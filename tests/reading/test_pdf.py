"""PDF files: paragraphs with their pages, and one clear line for what cannot be read."""

from __future__ import annotations

import subprocess

import pytest
from reading.forms import pdf_columns
from reading.harbour import TEXT
from reading.pdffile import column, pdf, wrapped

from auditor.errors import InputError
from auditor.reading import pdf as reader
from auditor.reading.pdf import article_from_pdf

WORDS = "The quay is shut until the week after next, the mayor of the town told reporters on the steps of the hall."


def read(data: bytes):
    return article_from_pdf(data, id="a", where="a.pdf")


def test_columns_pages_and_divided_words():
    article = read(pdf_columns())
    assert article.text == TEXT
    assert {position.number for position in article.positions} == {1, 2}
    assert article.position_at(len(article.text) - 1).number == 2
    assert any("joined (1)" in note for note in article.notes)
    assert any(note.startswith("Heads and feet") for note in article.notes)


def test_a_scan_says_what_to_do():
    with pytest.raises(InputError, match="only pictures of pages") as caught:
        read(pdf([[]], picture=True))
    assert "ocrmypdf" in str(caught.value)


def test_an_empty_page():
    with pytest.raises(InputError, match="no text in this PDF file"):
        read(pdf([[]]))


def test_pages_of_pictures_among_others_are_named():
    pages = [column(wrapped(WORDS, 50), 50, 700), []]
    article = read(pdf(pages, picture=True))
    assert "Pages that hold only pictures were not read: 2." in article.notes


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    def slow(*_, **__):
        raise subprocess.TimeoutExpired("x", 60)

    monkeypatch.setattr(reader.subprocess, "run", slow)
    with pytest.raises(InputError, match="took longer than 60 seconds"):
        read(pdf_columns())


def test_a_reader_that_crashes_is_a_damaged_file(monkeypatch):
    crashed = subprocess.CompletedProcess([], -11, b"", b"")
    monkeypatch.setattr(reader.subprocess, "run", lambda *_, **__: crashed)
    with pytest.raises(InputError, match="damaged"):
        read(pdf_columns())


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 5000, pdf_columns()[:700]])
def test_damaged_files(data):
    with pytest.raises(InputError, match="damaged"):
        read(data)
