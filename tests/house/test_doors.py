"""The arrows between floors, stages and parts, and the door of each stage."""

from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
STAGES = sorted(path.name for path in (ROOT / "interregnum" / "stages").iterdir() if (path / "__init__.py").exists())
OPEN = {"actions", "queries", "rules", "facts"}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("interregnum", cache_dir=None)


def stage_and_part(module: str) -> tuple[str, str]:
    _, floor, stage, part, *_ = (*module.split("."), "", "", "", "")
    return (stage, part) if floor == "stages" else ("", "")


def test_a_stage_is_entered_by_its_actions_queries_rules_and_facts_alone(graph):
    burglars = [
        f"{importer} -> {imported}"
        for importer in sorted(graph.modules)
        if ".tests" not in importer
        for imported in graph.find_modules_directly_imported_by(importer)
        for (home, _), (stage, part) in [(stage_and_part(importer), stage_and_part(imported))]
        if home and stage and part and home != stage and part not in OPEN
    ]
    assert burglars == []


def test_no_import_contract_is_broken_and_none_has_an_exception(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert "ignore_imports" not in (ROOT / ".importlinter").read_text("utf-8")
    assert lint_imports(no_cache=True, config_filename=".importlinter") == 0


def test_the_alphabet_is_the_life_of_an_assignment():
    life = [
        "ask",
        "brief",
        "choose",
        "contract",
        "deliver",
        "ensure",
        "guarantee",
        "handover",
        "invoice",
        "keep",
        "learn",
    ]
    # Runs beside the assignment, all through it: in the order of layers it stands behind deliver.
    beside = {"pulse"}
    assert life == [stage for stage in STAGES if stage not in beside] == sorted(life)


def test_every_package_says_what_it_is_for():
    packages = [
        path for path in (ROOT / "interregnum").rglob("__init__.py") if not {"migrations", "tests"} & set(path.parts)
    ]
    silent = [str(path.relative_to(ROOT)) for path in packages if not path.read_text("utf-8").startswith('"""')]
    assert [path for path in silent if "management" not in path] == []
