"""W3C Web Annotations: each finding can be found again by position and by its words."""

from __future__ import annotations

import dataclasses
import json

from report.factory import invented_document

from auditor.forms.web_annotation import annotation_page, web_annotation_text


def test_a_finding_points_at_its_words_twice(document):
    first = annotation_page(document)["items"][0]
    position, quotation = first["target"]["selector"]
    assert position == {"type": "TextPositionSelector", "start": 44, "end": 59}
    assert quotation == {
        "type": "TextQuoteSelector",
        "exact": "a town official",
        "prefix": "After Storm\nThe bridge is shut, ",
        "suffix": " said.\nNobody was hurt, Lena Ruu",
    }


def test_every_selector_finds_the_words_in_the_text():
    document = invented_document()
    page = annotation_page(document)
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            if isinstance(target, dict):
                position, quotation = target["selector"]
                assert document.text[position["start"] : position["end"]] == quotation["exact"]


def test_required_keys_of_the_model_are_there():
    page = json.loads(next(web_annotation_text([invented_document()])))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert all(item["type"] == "Annotation" and item["target"] for item in page["items"])
    assert {body["purpose"] for item in page["items"] for body in item["body"]} <= {"assessing", "tagging"}


def test_the_source_is_the_address_or_else_the_text_itself(document):
    assert annotation_page(document)["items"][1]["target"] == f"urn:sha256:{'0' * 64}"
    metadata = dataclasses.replace(document.article.metadata, url="https://example.org/bridge")
    article = dataclasses.replace(document.article, metadata=metadata)
    assert annotation_page(dataclasses.replace(document, article=article))["items"][1]["target"] == (
        "https://example.org/bridge"
    )


def test_each_audit_is_one_line(document):
    assert len(list(web_annotation_text([document, document]))) == 2
