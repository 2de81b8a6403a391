"""Conditions about words that came through an outlet or a platform."""

from __future__ import annotations

from collections.abc import Callable

from auditor.rules.conditions.condition import Match

CONDITIONS: tuple[Callable[..., Match], ...] = ()
