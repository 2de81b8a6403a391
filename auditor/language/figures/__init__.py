"""Figures: quantities, their values, the hedges that govern them, and what they rest on."""

from __future__ import annotations

from auditor.language.figures.finding import find_figures

__all__ = ["find_figures"]
