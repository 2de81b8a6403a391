"""The template environment: the package's templates, and a house's folder that overrides single ones.

`house/NAME` names the package's original. A house's templates run in jinja2's sandbox: they can print what they are
given, and neither call into the program nor change it. Everything is escaped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import auditor
from auditor.errors import ReportError
from auditor.report.visible import visible

_PACKAGE = Path(auditor.__file__).parent


def templates_folder() -> Path:
    """Give the folder of the package's own templates: inside the package, or beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


@cache
def environment(templates: Path | None = None) -> Environment:
    """Make the template environment; one for each folder of templates, since compiling is slow.

    Raises:
        ReportError: the folder does not exist.
    """
    if templates is not None and not templates.is_dir():
        raise ReportError("the folder of templates does not exist", where=str(templates), fix="Check --templates.")
    original = FileSystemLoader(templates_folder())
    loaders: list[BaseLoader] = [original, PrefixLoader({"house": original})]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(templates))
    kind = Environment if templates is None else ImmutableSandboxedEnvironment
    return kind(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_carried,
    )


def rendered(name: str, context: dict[str, Any], templates: Path | None) -> str:
    """Render a template.

    Raises:
        ReportError: a template is missing, wrong, or asks for what it may not have.
    """
    try:
        return environment(templates).get_template(name).render(context)
    except TemplateNotFound as error:
        raise ReportError(f"the template '{error.name}' is missing", fix="Check --templates.") from error
    except SecurityError as error:
        raise ReportError(f"the template asks for what it may not have: {error.message}", where=name) from error
    except TemplateError as error:
        where = f"{getattr(error, 'filename', None) or name}:{getattr(error, 'lineno', '?')}"
        raise ReportError(f"the template is wrong: {error.message}", where=where, fix="Correct it.") from error
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
        if templates is None:
            raise
        raise ReportError(f"the template is wrong: {error}", where=name, fix="Correct it.") from error


def source_of(name: str, templates: Path | None) -> str:
    """Read a template unrendered: the style sheets and the script.

    Raises:
        ReportError: it is missing.
    """
    loader = environment(templates).loader
    if loader is None:  # pragma: no cover - an environment is always made with one
        raise ReportError("there are no templates")
    try:
        return loader.get_source(environment(templates), name)[0]
    except TemplateNotFound as error:
        raise ReportError(f"the template '{error.name}' is missing", fix="Check --templates.") from error


def _carried(value: object) -> object:
    """Show what HTML cannot carry as symbols, in everything that a template prints."""
    return visible(value) if type(value) is str else value
