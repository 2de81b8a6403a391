"""Reads the tests of a rule: what stands under `when`, `unless`, `raise` and `lower`.

A test is the name of a condition, a field with its values, or `all`, `any`, `none` (or `not`) with a list
of tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.rules.fields import FIELDS, Field, FieldKind
from auditor.rules.lookups import NO_LISTS, Lists, read_wording
from auditor.rules.model import AllOf, AnyOf, Comparison, FieldTest, Named, NoneOf, Over, Test
from auditor.rules.nodes import Problems, choice, is_empty, items, pairs, shortened
from auditor.rules.plugins import conditions

GROUPS: dict[str, type[AllOf | AnyOf | NoneOf]] = {"all": AllOf, "any": AnyOf, "none": NoneOf, "not": NoneOf}

_BOUND = re.compile(r"(?:(at least|at most|more than|less than) )?(\d{1,9}(?:\.\d{1,9})?)")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_PRESENCE = (Comparison.PRESENT, Comparison.ABSENT)


def read_tests(node: Node, over: Over, problems: Problems, lists: Lists = NO_LISTS) -> tuple[Test, ...]:
    """Read a list of tests; problems are noted, and what is wrong is left out."""
    if is_empty(node):
        return ()
    return tuple(test for item in items(node) for test in _read(item, over, problems, lists))


def _read(node: Node, over: Over, problems: Problems, lists: Lists) -> tuple[Test, ...]:
    if isinstance(node, ScalarNode):
        return _named(node, over, problems)
    if not isinstance(node, MappingNode):
        problems.add(node, "a list stands inside a list", "Write 'all:', 'any:' or 'none:' before the inner list.")
        return ()
    found: list[Test] = []
    for key, (key_node, value) in pairs(node, problems, None, "a test").items():
        if key in GROUPS:
            found.append(GROUPS[key](read_tests(value, over, problems, lists)))
        elif key in FIELDS[over]:
            found.extend(_field(FIELDS[over][key], value, problems, lists))
        else:
            problems.add(key_node, f"{over} have no field '{shortened(key)}'", choice(key, [*FIELDS[over], *GROUPS]))
    return tuple(found)


def _named(node: ScalarNode, over: Over, problems: Problems) -> tuple[Test, ...]:
    known = conditions()
    fitting = [name for name, condition in known.items() if over in condition.over]
    if node.value in fitting:
        return (Named(node.value),)
    if node.value in known:
        kinds = " or ".join(sorted(known[node.value].over))
        problems.add(node, f"condition '{node.value}' is about {kinds}, not {over}", choice(node.value, fitting))
    else:
        problems.add(node, f"condition '{shortened(node.value)}' is not known", choice(node.value, fitting))
    return ()


def _field(field: Field, node: Node, problems: Problems, lists: Lists) -> tuple[Test, ...]:
    if isinstance(node, MappingNode) and field.kind in (FieldKind.TEXT, FieldKind.PART):
        return (FieldTest(field.name, Comparison.HAS, wording=read_wording(node, lists, problems)),)
    values = [item for item in items(node) if isinstance(item, ScalarNode) and not is_empty(item)]
    if not values or len(values) != len(items(node)):
        problems.add(node, f"'{field.name}' has no value", f"Write a value after '{field.name}:'.")
        return ()
    if field.kind in (FieldKind.TEXT, FieldKind.PART) and len(values) == 1 and values[0].value in _PRESENCE:
        return (FieldTest(field.name, Comparison(values[0].value)),)
    if field.kind is FieldKind.PART:
        problems.add(values[0], f"'{field.name}' is '{shortened(values[0].value)}'", "Use present or absent.")
        return ()
    if field.kind is FieldKind.NUMBER:
        return _bound(field, values, problems)
    if field.kind is FieldKind.FLAG:
        return _flag(field, values, problems)
    return _among(field, values, problems)


def _bound(field: Field, values: Sequence[ScalarNode], problems: Problems) -> tuple[Test, ...]:
    match = _BOUND.fullmatch(values[0].value)
    if len(values) != 1 or match is None:
        what = f"'{field.name}' is '{shortened(values[0].value)}', not a number"
        problems.add(values[0], what, "Write a number, or for example 'at least 4', 'more than 10'.")
        return ()
    comparison = Comparison(match.group(1)) if match.group(1) else Comparison.IS
    return (FieldTest(field.name, comparison, (float(match.group(2)),)),)


def _flag(field: Field, values: Sequence[ScalarNode], problems: Problems) -> tuple[Test, ...]:
    given = values[0].value.casefold()
    if len(values) != 1 or given not in _TRUTH:
        problems.add(values[0], f"'{field.name}' is '{shortened(values[0].value)}'", "Use true or false.")
        return ()
    return (FieldTest(field.name, Comparison.IS, (_TRUTH[given],)),)


def _among(field: Field, values: Sequence[ScalarNode], problems: Problems) -> tuple[Test, ...]:
    if field.kind is FieldKind.CHOICE:
        wrong = [value for value in values if value.value not in field.choices]
        for value in wrong:
            what = f"'{field.name}' cannot be '{shortened(value.value)}'"
            problems.add(value, what, choice(value.value, field.choices))
        if wrong:
            return ()
    given = tuple(value.value.casefold() for value in values)
    return (FieldTest(field.name, Comparison.IS, given),)
