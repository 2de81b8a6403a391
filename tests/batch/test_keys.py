"""The key of an audit changes with everything that decides what the audit says, and with nothing else."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from auditor.batch.articles import Desk, Settings
from auditor.batch.keys import article_key
from auditor.configuration.model import Configuration, ReportLook
from auditor.reading.plain import article_from_text

ARTICLE = article_from_text("Bridge shut\nAn official said so.\n", id="a")
DESK = Desk(Configuration(), None)


def key(article=ARTICLE, desk=DESK, **settings):
    return article_key(article, desk, Settings(**settings))


def test_the_same_article_and_settings_have_the_same_key():
    assert key() == key(article_from_text("Bridge shut\nAn official said so.\n", id="a"))


@pytest.mark.parametrize(
    "article",
    [
        article_from_text("Bridge shut\nAn official denied it.\n", id="a"),
        article_from_text("Bridge shut\nAn official said so.\n", id="b"),
        dataclasses.replace(ARTICLE, metadata=dataclasses.replace(ARTICLE.metadata, publisher="Ostvik Post")),
    ],
)
def test_another_text_id_or_publisher_has_another(article):
    assert key(article) != key()


def test_another_model_or_a_text_left_out_has_another():
    assert len({key(), key(model="en_core_web_md"), key(keep_text=False)}) == 3


def test_the_day_counts_only_where_editors_decided(tmp_path):
    days = [datetime.date(2026, 3, 1), datetime.date(2026, 3, 2)]
    assert len({key(today=day) for day in days}) == 1
    decisions = tmp_path / "auditor-decisions.yaml"
    decisions.write_text("", encoding="utf-8")
    assert len({key(desk=Desk(Configuration(), decisions), today=day) for day in days}) == 2


def test_another_look_of_the_reports_has_another():
    blue = Configuration(report=ReportLook(colours=(("accent", "#003366"),)))
    assert key(desk=Desk(blue, None)) != key()
