"""Draws the results as one SVG: shares of the stages as bars, and the cost of a word by length."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from benchmarks.stages import MODELS, Times

WIDTH, ROW, LEFT, BAR = 760, 24, 230, 420
MODEL_COLOUR, OWN_COLOUR = "#3b6ea5", "#c7782a"


def chart(shares: Times, per_word: dict[int, float], title: str) -> str:
    """Draw both parts, one below the other.

    Args:
        shares: share of the audit by stage.
        per_word: CPU seconds of a word by the article's length in words.
        title: what was measured.
    """
    stages = sorted(shares.items(), key=lambda item: -item[1])
    lengths = [(f"{words:,} words", value / per_word[1_000]) for words, value in per_word.items()]
    first = _bars([(n, v, f"{v:.1%}", MODEL_COLOUR if n in MODELS else OWN_COLOUR) for n, v in stages], top=80)
    below = 80 + ROW * len(stages) + 60
    second = _bars([(n, v, f"{v:.2f}", OWN_COLOUR) for n, v in lengths], top=below)
    height = below + ROW * len(lengths) + 20
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
            ' font-family="sans-serif" font-size="13">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            _text(20, 28, title, "bold"),
            _text(20, 58, "Share of the audit's processor time by stage (blue: models; orange: own work)"),
            *first,
            _text(20, below - 22, "Cost of a word by length of the article (1.00: an article of 1,000 words)"),
            *second,
            "</svg>",
            "",
        ]
    )


def _bars(rows: Sequence[tuple[str, float, str, str]], *, top: int) -> list[str]:
    """Bars with a name before and a number behind them, the longest over the whole width."""
    longest = max(value for _, value, _, _ in rows)
    parts = []
    for number, (name, value, label, colour) in enumerate(rows):
        y, width = top + ROW * number, max(1.0, BAR * value / longest)
        parts.append(f'<text x="{LEFT - 10}" y="{y + 13}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{ROW - 8}" fill="{colour}"/>')
        parts.append(_text(int(LEFT + width) + 8, y + 13, label))
    return parts


def _text(x: int, y: int, words: str, weight: str = "normal") -> str:
    return f'<text x="{x}" y="{y}" font-weight="{weight}">{escape(words)}</text>'
