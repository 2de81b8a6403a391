"""What a least certainty sets aside, and what remains to be counted."""

from __future__ import annotations

from dataclasses import replace

from auditor.language.annotations import Annotations, Certainty, FigureStatus, Identity, RelayKind
from auditor.language.set_aside import remaining, set_aside
from tests.handmade import article, attribution, figure, quotation, relay, source, span

TEXT = "Gates shut\n\nAn official said “40 men left” to Radio Nord. Ann Roe said 12 stayed.\n"
MADE = article(TEXT)
AIDE = replace(
    source("s1", "an official", Identity.UNNAMED_INDIVIDUAL, span(MADE, "An official")), attributions=1, quoted_words=3
)
ROE = replace(source("s2", "Ann Roe", Identity.NAMED_PERSON, span(MADE, "Ann Roe")), attributions=1)


def annotations(**certainties: Certainty) -> Annotations:
    """Two statements, a quotation, two figures and a relay; certainties by id, firm where not given."""
    told = attribution(MADE, "a1", span(MADE, "An official"), "s1")
    said = attribution(MADE, "a2", span(MADE, "Ann Roe"), "s2")
    left = replace(figure("f1", span(MADE, "40 men"), FigureStatus.UNNAMED_SOURCE), attribution_id="a1")
    stayed = replace(figure("f2", span(MADE, "12"), FigureStatus.ATTRIBUTED), attribution_id="a1")
    nord = replace(relay("r1", span(MADE, "Radio Nord"), RelayKind.OUTLET_INTERVIEW), attribution_id="a1")
    spoken = quotation("q1", span(MADE, "“40 men left”"), attribution_id="a1")
    made = Annotations((spoken,), (told, said), (AIDE, ROE), (left, stayed), (nord,))
    return _with(made, certainties)


def _with(made: Annotations, certainties: dict[str, Certainty]) -> Annotations:
    layers = {
        layer: tuple(replace(each, certainty=certainties.get(each.id, Certainty.FIRM)) for each in getattr(made, layer))
        for layer in ("attributions", "sources", "figures", "relays")
    }
    return replace(made, **layers)


def ids(layer) -> list[str]:
    return [each.id for each in layer]


def test_everything_counts_without_a_threshold():
    made = annotations(a1=Certainty.POSSIBLE, f1=Certainty.LIKELY)
    assert remaining(made, Certainty.POSSIBLE) is made
    assert set_aside(made, Certainty.POSSIBLE) == frozenset()


def test_what_is_as_sure_as_asked_counts():
    made = annotations(f2=Certainty.LIKELY)
    assert set_aside(made, Certainty.LIKELY) == frozenset()
    assert set_aside(made, Certainty.FIRM) == {"f2"}


def test_what_rests_on_an_uncertain_statement_goes_with_it():
    kept = remaining(annotations(a1=Certainty.POSSIBLE), Certainty.LIKELY)
    assert ids(kept.attributions) == ["a2"]
    assert (ids(kept.figures), ids(kept.quotations)) == (["f2"], [])
    assert kept.figures[0].attribution_id is None
    assert kept.relays[0].attribution_id is None


def test_statements_of_an_uncertain_source_go_with_it():
    kept = remaining(annotations(s1=Certainty.POSSIBLE), Certainty.FIRM)
    assert (ids(kept.sources), ids(kept.attributions)) == (["s2"], ["a2"])


def test_sources_that_remain_are_counted_anew():
    kept = remaining(annotations(a1=Certainty.LIKELY), Certainty.FIRM)
    aide, roe = kept.sources
    assert (aide.attributions, aide.quoted_words) == (0, 0)
    assert roe.attributions == 1


def test_relays_go_by_their_own_certainty():
    assert remaining(annotations(r1=Certainty.LIKELY), Certainty.FIRM).relays == ()
