"""Conditions about words that a rule looks for in the text."""

from __future__ import annotations

from collections.abc import Callable

from auditor.rules.conditions.condition import Match

CONDITIONS: tuple[Callable[..., Match], ...] = ()
