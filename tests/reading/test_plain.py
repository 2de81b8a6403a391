"""Plain text: paragraphs, hard wrapping, headlines and zones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.plain import article_from_text, is_hard_wrapped, is_headline, paragraph_spans
from auditor.text import Metadata, ZoneKind

WRAPPED = """\
Ferry Line Halts Night Crossings

The ferry line between Ostvik and the outer islands will stop its night
crossings from Monday, its director, Mona Fjeld, told the town council on
Thursday. She said that two of the four engines of the larger ship had to
be taken apart.

Shopkeepers on the islands said they had not been asked. "We heard it from
the radio," said Arne Lie, who owns the bakery in Sandholm and sends bread
to the mainland every night at three.
"""

INDENTED = """\
   The ferry line between Ostvik and the outer islands will stop its night
crossings from Monday, its director, Mona Fjeld, told the town council on
Thursday. She said that two of the four engines of the larger ship had to
be taken apart.
   Shopkeepers on the islands said they had not been asked. The owner of a
bakery in Sandholm sends bread to the mainland every night at three, and now
he does not know how.
"""

LINES = """\
Ferry line halts night crossings
The ferry line between Ostvik and the outer islands will stop its night crossings from Monday, its director said.
Shopkeepers said they had not been asked.
"We heard it from the radio," one of them said.
The council meets again in March.
A second ship may be hired.
"""


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


class TestParagraphs:
    def test_each_line_is_one(self):
        assert words(LINES) == LINES.splitlines()

    def test_blank_lines_make_none(self):
        assert words("One said so.\n\n \t \nTwo said so.\n") == ["One said so.", "Two said so."]

    def test_outer_white_space_is_left_out(self):
        text = "  First line. \n\u00a0Second line.\u00a0\n"
        assert paragraph_spans(text) == [(2, 13), (16, 28)]
        assert words(text) == ["First line.", "Second line."]

    def test_other_separators_of_paragraphs_count(self):
        assert words("First line.\u2029Second line.\u2028Third line.") == ["First line.", "Second line.", "Third line."]

    def test_a_text_of_white_space_has_none(self):
        assert paragraph_spans(" \n\t\n") == []


class TestHardWrapping:
    def test_a_blank_line_separates_paragraphs(self):
        assert is_hard_wrapped(WRAPPED)
        paragraphs = words(WRAPPED)
        assert len(paragraphs) == 3
        assert paragraphs[0] == "Ferry Line Halts Night Crossings"
        assert paragraphs[1].startswith("The ferry line")
        assert paragraphs[1].endswith("be taken apart.")

    def test_an_indented_line_begins_a_paragraph(self):
        assert is_hard_wrapped(INDENTED)
        assert [paragraph.split()[0] for paragraph in words(INDENTED)] == ["The", "Shopkeepers"]

    def test_lines_that_end_their_sentences_are_paragraphs(self):
        assert not is_hard_wrapped(LINES)

    def test_a_list_of_titles_is_not_wrapped_text(self):
        titles = "\n".join(f"Council Number {number} Votes on the New Harbour Wall in Spring" for number in range(8))
        assert not is_hard_wrapped(titles)
        assert len(paragraph_spans(titles)) == 8

    def test_short_lines_without_full_stops_are_not_wrapped_text(self):
        assert not is_hard_wrapped(
            "\n".join(["the sea", "and the wind", "and the long road", "and we", "who walk"] * 3)
        )

    def test_paragraphs_of_many_lengths_are_not_wrapped_text(self):
        text = "\n".join(f"The {'very ' * count}long report was read aloud" for count in range(1, 30, 3))
        assert not is_hard_wrapped(text)

    def test_a_space_at_the_end_of_each_line_does_not_matter(self):
        assert is_hard_wrapped(WRAPPED.replace("\n", " \n"))

    def test_a_blank_line_with_spaces_separates(self):
        assert len(words(WRAPPED.replace("\n\n", "\n   \n"))) == 3

    def test_text_indented_as_a_whole_is_still_wrapped(self):
        text = "".join(f"    {line}" if line.strip() else line for line in WRAPPED.splitlines(keepends=True))
        assert is_hard_wrapped(text)
        assert len(words(text)) == 3


class TestHeadlines:
    @pytest.mark.parametrize(
        "text",
        [
            "Ferry Line Halts Night Crossings",
            "Ferry line halts night crossings.",
            "Will the U.S. Navy Leave Ostvik?",
            "U.S. Navy Leaves Ostvik After 40 Years",
            "Mayor: ‘We Were Not Asked’",
            "Dr. Fjeld Returns to St. Olav Hospital",
            "Gov. Lena Ruud Signs Bill No. 12 Into Law",
            "Smith vs. Jones: a Harbour Feud Ends",
            "Prices Rise 2.5 Percent",
            "J. R. Lund, Who Built the Wall, Dies at 90",
            "What We Know … and What We Do Not",
            "Lt. Col. Berg Testifies",
            "Fjeld & Co. to Close Its Mill",
            "Storm Closes Bridges in Jan. and Feb.",
        ],
    )
    def test_one_sentence_or_title_is_one(self, text):
        assert is_headline(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "   ",
            "The bridge is shut. Nobody knows why.",
            "“We are shut,” she said. “Go home.”",
            "Is it shut? It is.",
            "word " * 26,
        ],
    )
    def test_more_than_that_is_not(self, text):
        assert not is_headline(text)

    def test_twenty_five_words_are_the_most(self):
        assert is_headline("word " * 25)

    def test_a_final_full_stop_does_not_matter(self):
        text = "The mayor has resigned."
        assert is_headline(text) == is_headline(text.rstrip("."))


class TestZones:
    def test_headline_lead_and_body(self):
        article = article_from_text(LINES)
        kinds = [paragraph.zone for paragraph in article.paragraphs]
        assert kinds == [ZoneKind.HEADLINE, ZoneKind.LEAD, ZoneKind.LEAD, ZoneKind.LEAD, ZoneKind.BODY, ZoneKind.BODY]

    def test_without_a_headline_the_lead_comes_first(self):
        article = article_from_text("The bridge is shut. Nobody knows why.\nThe council meets.\n")
        assert [paragraph.zone for paragraph in article.paragraphs] == [ZoneKind.LEAD, ZoneKind.LEAD]
        assert article.metadata.title is None

    def test_a_single_paragraph_is_the_article_not_its_headline(self):
        article = article_from_text("The bridge is shut.")
        assert [paragraph.zone for paragraph in article.paragraphs] == [ZoneKind.LEAD]

    def test_the_headline_is_the_title(self):
        assert article_from_text(LINES).metadata.title == "Ferry line halts night crossings"

    def test_a_wrapped_headline_is_a_title_on_one_line(self):
        text = WRAPPED.replace("Halts Night", "Halts\nNight")
        assert article_from_text(text).metadata.title == "Ferry Line Halts Night Crossings"

    def test_a_known_title_stays(self):
        assert article_from_text(LINES, metadata=Metadata(title="Known")).metadata.title == "Known"

    def test_the_reader_may_know_that_the_first_paragraph_is_a_headline(self):
        text = "The bridge is shut. Nobody knows why.\nThe council meets.\n"
        article = article_from_text(text, headline=True)
        assert [paragraph.zone for paragraph in article.paragraphs] == [ZoneKind.HEADLINE, ZoneKind.LEAD]

    def test_the_reader_may_know_that_there_is_no_headline(self):
        article = article_from_text(LINES, headline=False)
        assert article.paragraphs[0].zone is ZoneKind.LEAD


@given(st.text(alphabet=st.characters(exclude_characters="\r"), max_size=400))
def test_paragraphs_cover_all_text_but_white_space(text):
    article = article_from_text(text)
    inside = "".join(text[paragraph.start : paragraph.end] for paragraph in article.paragraphs)
    assert "".join(inside.split()) == "".join(text.split())
    ends = [0, *(paragraph.end for paragraph in article.paragraphs)]
    for before, paragraph in zip(ends, article.paragraphs, strict=False):
        assert before <= paragraph.start < paragraph.end
        assert article.span(paragraph.start, paragraph.end).text == text[paragraph.start : paragraph.end].strip()
    assert [paragraph.index for paragraph in article.paragraphs] == list(range(len(article.paragraphs)))
