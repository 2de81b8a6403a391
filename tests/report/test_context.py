"""The contract with the templates: what they use is what they are given, and every field is explained."""

import dataclasses
import inspect

import pytest
from jinja2 import meta

from auditor.report import (
    claim_rows,
    comparison,
    comparison_page,
    context,
    diagram,
    entries,
    finding_entries,
    highlight,
    index,
    method,
    overview,
    passages,
    policy_view,
)
from auditor.report.comparison_page import ComparisonPage
from auditor.report.context import ArticlePage
from auditor.report.environment import environment
from auditor.report.index import IndexPage

MODULES = (
    claim_rows, comparison, comparison_page, context, diagram, entries, finding_entries, highlight, index, method,
    overview, passages, policy_view,
)  # fmt: skip
CLASSES = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if inspect.isclass(kind) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
        if not kind.__name__.startswith("_")
    },
    key=lambda kind: kind.__qualname__,
)


def names_used(template: str) -> set[str]:
    """Names that a template and everything it includes or extends take from the context."""
    done, waiting, names = set(), {template}, set()
    while waiting:
        current = waiting.pop()
        done.add(current)
        source, *_ = environment().loader.get_source(environment(), current)
        tree = environment().parse(source)
        names |= meta.find_undeclared_variables(tree)
        waiting |= {found for found in meta.find_referenced_templates(tree) if found} - done
    return names


@pytest.mark.parametrize(
    ("template", "page"), [("article.html", ArticlePage), ("batch.html", IndexPage), ("compare.html", ComparisonPage)]
)
def test_templates_use_exactly_what_they_are_given(template, page):
    assert names_used(template) == {field.name for field in dataclasses.fields(page)}


def test_there_are_classes_to_check():
    assert len(CLASSES) > 20


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_handed_to_templates_is_explained(kind):
    explained = inspect.getdoc(kind) or ""
    assert [field.name for field in dataclasses.fields(kind) if f"    {field.name}: " not in explained] == []
    assert kind.__dataclass_params__.frozen


def test_no_template_passes_text_on_unescaped():
    loader = environment().loader
    pages = [name for name in environment().list_templates() if name.endswith(".html")]
    assert len(pages) > 10
    for name in pages:
        source = loader.get_source(environment(), name)[0]
        assert "|safe" not in source.replace(" ", "")
        assert " style=" not in source
        assert not any(f" on{event}=" in source for event in ("click", "load", "error", "change", "input"))
