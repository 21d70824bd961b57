"""The house rules that no tool knows: purity, sizes, names, and the README's table."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.settings import logs

ROOT = Path(__file__).parent.parent
ROOMS = ("portal", "cms", "intake")
MODULE_LINES = 300
TEST_LINES = 400
FUNCTION_LINES = 40
NAMELESS = {"utils", "helpers", "services", "common", "misc", "constants", "exceptions", "core"}


def sources(*tops: str) -> Iterator[Path]:
    for top in tops:
        for path in sorted((ROOT / top).rglob("*.py")):
            if not {"migrations", "node_modules"} & set(path.parts):
                yield path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_engine_imports_only_itself_and_the_standard_library() -> None:
    foreign = {
        f"{path.name}: {name}"
        for path in sources("intake/questionnaire")
        for name in imported(path)
        if not name.startswith("intake.questionnaire")
        and name.split(".")[0] not in sys.stdlib_module_names
    }

    assert foreign == set()


def test_only_one_file_imports_weasyprint() -> None:
    importing = [
        str(path.relative_to(ROOT))
        for path in sources(*ROOMS)
        if any(name.split(".")[0] == "weasyprint" for name in imported(path))
    ]

    assert importing == ["intake/receipts/pdf.py"]


@pytest.mark.parametrize(("tops", "limit"), [(ROOMS, MODULE_LINES), (("tests",), TEST_LINES)])
def test_no_module_is_too_long(tops: tuple[str, ...], limit: int) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(*tops)}

    assert {str(path): lines for path, lines in lengths.items() if lines > limit} == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in sources(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    }

    assert long == set()


def test_every_file_has_a_name_that_says_something() -> None:
    assert [path for path in sources(*ROOMS) if path.stem in NAMELESS] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources(*ROOMS, "tests")
        if (text := path.read_text(encoding="utf-8")) and not ast.get_docstring(ast.parse(text))
    ]

    assert silent == []


def test_the_readme_lists_every_variable() -> None:
    read = {
        name
        for path in sources("portal/settings")
        for name in re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", path.read_text(encoding="utf-8"))
    }
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = set(re.findall(r"`([A-Z][A-Z_]+)`", readme))

    assert read - table == set()


def test_every_key_that_is_logged_is_on_the_allow_list() -> None:
    logged = {
        keyword.arg
        for path in sources(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")
        for keyword in node.keywords
    }

    assert logged
    assert logged - logs.ALLOWED == set()


def test_every_dependency_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    requirements = [
        line.strip() for line in lines if re.match(r'^\s+"[A-Za-z0-9_.\-\[\],]+[>=<~]', line)
    ]

    assert requirements
    assert [line for line in requirements if "#" not in line] == []
