"""Conditions about one statement and its source, cue and content."""

from __future__ import annotations

from collections.abc import Callable

from auditor.rules.conditions.condition import Match

CONDITIONS: tuple[Callable[..., Match], ...] = ()
