"""A plan of approach as a version keeps it, whole; and as lines of text, to lay two versions beside each other."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.stages.deliver.rules.plan import Part, PhaseLine, Plan, ResultLine


def plain(plan: Plan) -> dict[str, Any]:
    """Words, numbers as words, and lists."""
    return {
        "texts": {str(part): plan.texts[part] for part in Part if plan.texts.get(part)},
        "results": [
            asdict(one) | {"baseline": str(one.baseline), "target": str(one.target), "due_on": one.due_on.isoformat()}
            for one in plan.results
        ],
        "phases": [asdict(one) | {"ends_on": one.ends_on.isoformat()} for one in plan.phases],
        "first_result_on": plan.first_result_on.isoformat() if plan.first_result_on else None,
    }


def from_plain(kept: Mapping[str, Any]) -> Plan:
    """The same back."""
    first = kept.get("first_result_on")
    return Plan(
        {Part(part): text for part, text in kept["texts"].items()},
        tuple(
            ResultLine(
                one["title"],
                one["unit"],
                Decimal(one["baseline"]),
                Decimal(one["target"]),
                date.fromisoformat(one["due_on"]),
                one["code"],
            )
            for one in kept["results"]
        ),
        tuple(PhaseLine(one["title"], date.fromisoformat(one["ends_on"]), one["checkpoint"]) for one in kept["phases"]),
        date.fromisoformat(first) if first else None,
    )


def recognised(plan: Plan, standing: Plan) -> Plan:
    """The plan with the codes of the results that stand already under the same title: what was typed anew, or
    twice by two windows, is that result and not another one."""
    used = {line.code for line in plan.results}
    free = {line.title: line.code for line in standing.results if line.code not in used}
    known = {line.code for line in standing.results}
    lines = (
        line if line.code in known else replace(line, code=free.pop(line.title, line.code)) for line in plan.results
    )
    return replace(plan, results=tuple(lines))


def is_same(plan: Plan, other: Plan) -> bool:
    """Whether two plans say the same; how a browser ends its lines makes no difference."""
    said, told = (
        ([one.says(part).splitlines() for part in Part], tuple(one.results), tuple(one.phases), one.first_result_on)
        for one in (plan, other)
    )
    return said == told
