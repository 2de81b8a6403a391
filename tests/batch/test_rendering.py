"""A report as its newsroom wants it."""

from __future__ import annotations

import pytest
from standin import bridge_audit

from auditor.batch.articles import Desk, Settings
from auditor.batch.rendering import look_of, report_page
from auditor.configuration.model import Configuration, ReportLook
from auditor.errors import ReportError
from auditor.reading.inputs import Input


def settings(**look) -> Settings:
    return Settings(given=Configuration(report=ReportLook(**look)), look=False)


def source(tmp_path) -> Input:
    return Input(str(tmp_path / "bridge.txt"), "bridge.txt")


def test_the_rules_in_force_and_the_command_stand_in_the_method(tmp_path):
    page = report_page(bridge_audit(), source(tmp_path), settings())
    assert "rules that were applied and gave nothing" in page
    assert "auditor report" in page


def test_templates_are_those_of_the_command_line(tmp_path):
    (tmp_path / "_signals.html").write_text("<p>Our words</p>", encoding="utf-8")
    page = report_page(bridge_audit(), source(tmp_path), settings(), templates=tmp_path)
    assert "Our words" in page
    assert f"--templates {tmp_path}" in page
    assert look_of(Desk(Configuration(), None), tmp_path).templates == tmp_path


def test_a_wrong_colour_of_the_settings_is_an_error(tmp_path):
    desk = Desk(Configuration(report=ReportLook(colours=(("link", "pale"),))), None)
    assert look_of(desk).colours == (("link", "pale"),)
    with pytest.raises(ReportError, match="not a colour"):
        from auditor.report.html import render_report

        render_report(bridge_audit(), look=look_of(desk))
