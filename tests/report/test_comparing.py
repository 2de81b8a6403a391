import dataclasses

from report.factory import invented_document, long_document, not_audited, settled_document

from auditor.language.annotations import Identity
from auditor.report.comparing import compare

OLD = invented_document()


def with_source(document, key, **changes):
    sources = tuple(
        dataclasses.replace(source, **changes) if source.id == key else source for source in document.sources
    )
    return dataclasses.replace(document, sources=sources)


def kinds(comparison):
    return {change.kind: (change.old, change.new) for change in comparison.sources}


def test_an_article_compared_with_itself_has_no_changes():
    comparison = compare(OLD, OLD)
    assert comparison.sources == comparison.statements == comparison.passages == ()
    assert comparison.cleared == comparison.raised == ()
    assert (comparison.same_sources, comparison.same_statements, comparison.still) == (3, 6, 6)
    assert comparison.notes == ("Both versions have the same text.",)


def test_a_source_who_is_named_now_is_known_by_what_it_says():
    new = with_source(OLD, "s1", label="Harbour inspector Tomas Wirt", identity=Identity.NAMED_PERSON)
    comparison = compare(OLD, new)
    assert kinds(comparison) == {"now-named": ("a senior port official", "Harbour inspector Tomas Wirt")}
    (change,) = comparison.sources
    assert (change.old_standing, change.new_standing) == ("unnamed", "named")
    assert kinds(compare(new, OLD)) == {"no-longer-named": ("Harbour inspector Tomas Wirt", "a senior port official")}
    # The statements are the same source's, so none of them changed its source.
    assert comparison.statements == ()


def test_two_sources_that_turn_out_to_be_one_are_both_named_now():
    headline = dataclasses.replace(OLD.sources[0], id="s0", label="official")
    first = dataclasses.replace(OLD.attributions[0], id="a0", source_id="s0")
    old = dataclasses.replace(OLD, sources=(headline, *OLD.sources), attributions=(first, *OLD.attributions))
    named = dataclasses.replace(OLD.sources[0], label="Tomas Wirt", identity=Identity.NAMED_PERSON)
    comparison = compare(old, dataclasses.replace(OLD, sources=(named, *OLD.sources[1:])))
    assert [(change.kind, change.old, change.new) for change in comparison.sources] == [
        ("now-named", "a senior port official", "Tomas Wirt"),
        ("now-named", "official", "Tomas Wirt"),
    ]


def test_sources_that_come_and_go_are_told_apart():
    fewer = dataclasses.replace(
        OLD,
        sources=OLD.sources[:2],
        attributions=tuple(item for item in OLD.attributions if item.source_id != "s3"),
    )
    gone = compare(OLD, fewer)
    assert kinds(gone) == {"gone": ("Ines Abarto", "")}
    assert [change.kind for change in gone.statements] == ["gone", "gone"]
    added = compare(fewer, OLD)
    assert kinds(added) == {"added": ("", "Ines Abarto")}
    assert {change.new_source for change in added.statements} == {"Ines Abarto"}


def test_a_statement_that_moved_to_another_source_is_shown():
    moved = tuple(dataclasses.replace(item, source_id="s3") if item.id == "a4" else item for item in OLD.attributions)
    (change,) = compare(OLD, dataclasses.replace(OLD, attributions=moved)).statements
    assert (change.kind, change.old_source, change.new_source) == ("other-source", "an internal memo", "Ines Abarto")


def test_findings_are_cleared_or_new_by_fingerprint():
    fewer = dataclasses.replace(OLD, findings=OLD.findings[2:])
    comparison = compare(OLD, fewer)
    assert [item.rule for item in comparison.cleared] == ["SRC001", "ANON004"]
    assert comparison.raised == ()
    assert [item.words for item in compare(fewer, OLD).raised] == ["", "a senior port official"]


def test_a_finding_whose_neighbourhood_was_edited_is_the_same_finding():
    renamed = tuple(dataclasses.replace(item, fingerprint=f"{item.fingerprint}x") for item in OLD.findings)
    comparison = compare(OLD, dataclasses.replace(OLD, findings=renamed))
    assert (comparison.cleared, comparison.raised, comparison.still) == ((), (), 6)


def test_only_open_findings_are_compared():
    comparison = compare(OLD, settled_document())
    assert [item.rule for item in comparison.cleared] == ["ANON004", "FIG001"]
    assert comparison.counts[-1].name == "open findings"
    assert (comparison.counts[-1].old, comparison.counts[-1].new) == (6, 4)


def test_what_limits_the_comparison_is_said():
    notes = compare(OLD, not_audited("it is empty")).notes
    assert notes[0] == "The new version was not audited: it is empty"
    other = dataclasses.replace(OLD, text=None, tool=dataclasses.replace(OLD.tool, rules_hash="0"))
    assert [note.split()[:2] for note in compare(OLD, other).notes][:2] == [["The", "text"], ["The", "two"]]


def test_long_articles_are_compared_in_moderate_time():
    long = long_document(5_000)
    assert compare(long, long).same_statements == len(long.attributions)
