import dataclasses

from report.factory import empty_document, invented_article, invented_document

from auditor.report.passages import changed_passages, shared_words


def edited(*replacements):
    """The invented audit and the same with other words; marks stay where the old text had them."""
    document = invented_document()
    text = document.text
    for old, new in replacements:
        assert len(old) == len(new)
        text = text.replace(old, new)
    return document, dataclasses.replace(document, text=text)


def test_a_changed_sentence_about_a_source_is_shown_with_what_changed():
    old, new = edited(("had not been examined", "had not been reviewed"))
    (passage,), others = changed_passages(old, new)
    assert passage.kind == "changed"
    assert [(piece.kind, piece.text) for piece in passage.pieces if piece.kind != "same"] == [
        ("removed", "examined"), ("added", "reviewed"),
    ]  # fmt: skip
    assert "".join(piece.text for piece in passage.pieces if piece.kind != "added") in old.text
    assert others == 0


def test_a_changed_sentence_in_which_nothing_is_attributed_is_only_counted():
    assert changed_passages(*edited(("for 12 days", "for 15 days"))) == ((), 1)


def test_sentences_without_a_counterpart_are_removed_or_added():
    old, new = invented_document(), empty_document(invented_article("A word.\n\nNothing at all is attributed here."))
    passages, _ = changed_passages(old, new)
    assert {passage.kind for passage in passages} == {"removed"}
    passages, _ = changed_passages(new, old)
    assert {passage.kind for passage in passages} == {"added"}


def test_equal_texts_have_no_changes():
    assert changed_passages(invented_document(), invented_document()) == ((), 0)


def test_shared_words_do_not_depend_on_order_or_case():
    assert shared_words("The crane fell", "fell the CRANE") == 1.0
    assert shared_words("The crane fell", "A ship sank") == 0.0
    assert shared_words("", "") == 0.0
