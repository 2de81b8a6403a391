"""A policy as text for a terminal: where it comes from, what it asks for, and what shows that an article meets it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from auditor.forms.safe_text import one_line
from auditor.policies.counts import COUNTS
from auditor.policies.model import Line, Need, Policy
from auditor.rules.model import Comparison


def policy_list(policies: Iterable[Policy]) -> str:
    """List policies, one a line: key, publisher, name."""
    rows = [(policy.key, policy.publisher, policy.name) for policy in policies]
    width = max((len(key) for key, *_ in rows), default=0)
    return "".join(f"{key:<{width}}  {one_line(publisher)}: {one_line(name)}\n" for key, publisher, name in rows)


def policy_page(policy: Policy, *, width: int = 88) -> str:
    """Show everything about one policy."""
    parts = [f"{policy.key}  {one_line(policy.publisher)}: {one_line(policy.name)}\n{one_line(policy.url)}"]
    if policy.unverified:
        parts.append(f"Not verified:\n{_filled(policy.unverified, width)}")
    rules = ", ".join(policy.select) + (f", without {', '.join(policy.ignore)}" if policy.ignore else "")
    parts.append(f"Rules: {rules}")
    if policy.severities:
        parts.append("Severities: " + ", ".join(f"{code} {severity}" for code, severity in policy.severities))
    parts.extend(_requirement(line, width) for line in policy.lines)
    return "\n\n".join(parts) + "\n"


def _requirement(line: Line, width: int) -> str:
    shown = [_filled(line.text, width), *(_filled(said, width, "    ") for said in _ties(line))]
    return "\n".join([one_line(line.code), *shown])


def _ties(line: Line) -> Iterator[str]:
    """Say what ties a requirement to the text."""
    if not line.visible:
        yield "No text can show this."
        return
    if line.applies_to:
        yield f"Applies to {', or '.join(COUNTS[name].words for name in line.applies_to)}."
    for said, codes in (
        ("Not met with a finding of", line.not_met_by),
        ("Met with", line.met_by),
        ("Only asked by", line.asks),
    ):
        if codes:
            yield f"{said} {', '.join(codes)}."
    for need in line.needs:
        yield f"Needs {_need(need)}."
    yield f"Otherwise: {line.otherwise}."


def _need(need: Need) -> str:
    compared = "exactly" if need.comparison is Comparison.IS else str(need.comparison)
    return f"{compared} {need.number:g} {COUNTS[need.count].words}"


def _filled(text: str, width: int, indent: str = "  ") -> str:
    return textwrap.fill(one_line(text), width, initial_indent=indent, subsequent_indent=indent)
