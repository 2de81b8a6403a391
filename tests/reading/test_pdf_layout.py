"""The lines of a PDF's pages, as the process of their own gives them."""

from __future__ import annotations

from reading.pdffile import pdf

from auditor.reading.pdf_layout import _read


def test_lines_have_their_places_and_sizes():
    found = _read(
        pdf([[(50, 700, 20, "Quay shut"), (50, 650, 10, "The quay is “shut” – he said.")]], info="/Title (Quay)")
    )
    (page,) = found["pages"]
    (title, line) = page["lines"]
    assert (title[5], line[5]) == ("Quay shut", "The quay is “shut” – he said.")
    assert title[0] == 50
    assert title[4] > 1.5 * line[4]
    assert found["about"] == {"Title": "Quay"}


def test_words_far_apart_are_lines_of_their_own():
    (page,) = _read(pdf([[(50, 700, 10, "Left words"), (300, 700, 10, "right words")]]))["pages"]
    assert [line[5] for line in page["lines"]] == ["Left words", "right words"]


def test_what_is_no_pdf():
    assert _read(b"%PDF-1.7 x") == {"error": "damaged"}
