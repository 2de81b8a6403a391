import base64

import pytest

from auditor.errors import ReportError
from auditor.report.environment import source_of
from auditor.report.look import COLOURS, DARK, Look, colours_css, contrast, logo_address

SHEET = source_of("report.css", None)


def test_a_house_colour_is_a_rule_after_the_sheet():
    css = colours_css((("link", "#7a1f5c"),), SHEET)
    assert css.startswith(":root { --link: #7a1f5c; }")


def test_a_light_colour_does_not_show_in_the_dark():
    css = colours_css(
        (
            ("link", "#7a1f5c"),
            ("dark-named", "#9adbe6"),
        ),
        SHEET,
    )
    dark = css.partition("@media")[2]
    assert "--named: #9adbe6" in dark
    assert "--link: #8ccbd8" in dark


@pytest.mark.parametrize(
    ("colours", "problem"),
    [
        ({"links": "#000"}, "no colour 'links'"),
        ({"link": "red; } body { display: none"}, "not a colour"),
        ({"link": "#ffeecc"}, "hard to read"),
        ({"dark-ink": "#222222"}, "hard to read"),
    ],
)
def test_a_wrong_colour_is_one_line_of_error(colours, problem):
    with pytest.raises(ReportError, match=problem):
        colours_css(tuple(colours.items()), SHEET)


def test_without_colours_nothing_is_added():
    assert colours_css((), SHEET) == ""


def test_the_sheet_has_every_colour_a_house_may_set():
    assert [name for name in COLOURS if f"--{name}:" not in SHEET] == []
    assert DARK == "dark-"


def test_the_programs_own_colours_can_be_read():
    assert colours_css(
        (
            ("ink", "#1c1b18"),
            ("dark-ink", "#ece8df"),
        ),
        SHEET,
    )


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#ffffff", "#000") == 21.0
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_logo_becomes_part_of_the_page(tmp_path):
    logo = tmp_path / "desk.svg"
    logo.write_bytes(b"<svg/>")
    assert logo_address(logo) == f"data:image/svg+xml;base64,{base64.b64encode(b'<svg/>').decode()}"
    assert Look().logo is None


@pytest.mark.parametrize(("name", "content"), [("logo.exe", b"x"), ("gone.png", None), ("big.png", b"x" * 200_001)])
def test_a_wrong_logo_is_one_line_of_error(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReportError, match="logo"):
        logo_address(tmp_path / name)
