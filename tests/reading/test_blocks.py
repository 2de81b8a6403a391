"""Blocks to an article: a line a paragraph, zones by place, links and positions at the right characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.blocks import Block, Run, article_from_blocks, blocks_from_runs, same_words
from auditor.text import Link, Metadata, Position, ZoneKind

SENTENCES = ("The quay is shut, the mayor said.", "Nobody was hurt.", "A third one.", "A fourth one.")


def test_paragraphs_are_lines_and_their_zones_follow_from_their_place():
    article = article_from_blocks([Block("Quay shut", ZoneKind.HEADLINE), *map(Block, SENTENCES)], id="a")
    assert article.text == "\n".join(["Quay shut", *SENTENCES])
    zones = [part.zone.value for part in article.paragraphs]
    assert zones == ["headline", "lead", "lead", "lead", "body"]
    assert article.metadata.title == "Quay shut"


def test_a_title_that_no_block_shows_stands_first():
    article = article_from_blocks(map(Block, SENTENCES), id="a", metadata=Metadata(title="Quay shut"))
    assert article.text.startswith("Quay shut\nThe quay")


def test_a_first_block_that_is_the_title_is_the_headline():
    blocks = [Block("QUAY SHUT"), *map(Block, SENTENCES)]
    article = article_from_blocks(blocks, id="a", metadata=Metadata(title="Quay shut."))
    assert article.paragraphs[0].zone is ZoneKind.HEADLINE
    assert article.text.startswith("QUAY SHUT\nThe")


def test_captions_do_not_count_as_lead():
    blocks = [Block("Quay shut", ZoneKind.HEADLINE), Block("The quay.", ZoneKind.CAPTION), *map(Block, SENTENCES)]
    zones = [part.zone.value for part in article_from_blocks(blocks, id="a").paragraphs]
    assert zones == ["headline", "caption", "lead", "lead", "lead", "body"]


def test_links_and_positions_stand_at_the_articles_own_offsets():
    blocks = [
        Block("Quay shut", ZoneKind.HEADLINE, place=("page", 1)),
        Block("See the plan.", links=(Link(8, 12, "https://a.example"),), place=("page", 2)),
    ]
    article = article_from_blocks(blocks, id="a")
    (link,) = article.links
    assert article.text[link.start : link.end] == "plan"
    assert article.positions == (Position(0, "page", 1), Position(10, "page", 2))
    assert article.position_at(12) == Position(10, "page", 2)


def test_white_space_in_runs_is_made_single_and_links_keep_their_words():
    (block,) = blocks_from_runs([Run("  See\t the "), Run(" plan ", "https://a.example"), Run(" today. ")])
    assert block.text == "See the plan today."
    assert [block.text[link.start : link.end] for link in block.links] == ["plan"]


def test_a_line_break_inside_a_sentence_is_a_space_and_after_one_begins_a_block():
    assert [block.text for block in blocks_from_runs([Run("The quay\nis shut.\nNobody was hurt.")])] == [
        "The quay is shut.",
        "Nobody was hurt.",
    ]
    assert [block.text for block in blocks_from_runs([Run("Vellamo\n\nThe quay")])] == ["Vellamo", "The quay"]


def test_the_same_words_are_the_same_whatever_their_signs():
    assert same_words("Quay shut", "QUAY  SHUT.")
    assert not same_words("Quay shut", "Quay open")


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from([None, "https://a.example"])), max_size=6))
def test_links_never_leave_their_block(parts):
    for block in blocks_from_runs([Run(text.replace("\r", ""), url) for text, url in parts]):
        assert block.text == block.text.strip(" ")
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)
