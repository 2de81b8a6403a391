"""Where a finding stands, in words."""

from __future__ import annotations

import dataclasses

from standin import TEXT, bridge_audit

from auditor.forms.location import location
from auditor.text import Position, Span

SPAN = Span(TEXT.index("a town"), TEXT.index("a town") + 6, "a town")


def test_the_paragraph_is_counted_as_in_the_report():
    assert location(bridge_audit(), SPAN) == "paragraph 1, characters 44 to 50 of the text"
    assert location(bridge_audit(), Span(0, 6, "Bridge")) == "headline, characters 0 to 6 of the text"


def test_the_page_is_named_where_it_is_known():
    document = dataclasses.replace(bridge_audit(), positions=(Position(0, "page", 1), Position(24, "page", 2)))
    assert location(document, SPAN) == "paragraph 1, page 2 of the file, characters 44 to 50 of the text"
