"""The four engines: three look at the open page, one reads the HTML as it was sent."""

import json
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from tests.machine_has import absent

MODULES: Final = Path(__file__).parent / "node_modules"
AXE: Final = MODULES / "axe-core/axe.min.js"
IBM: Final = MODULES / "accessibility-checker-engine/ace.js"
HTMLCS: Final = MODULES / "html_codesniffer/build/HTMLCS.js"
VNU: Final = MODULES / "vnu-jar/build/dist/vnu.jar"
AXE_RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page, *, within: str = "html") -> list[str]:
    """What axe-core finds inside an element, one line a finding."""
    page.evaluate(_script(AXE))
    found: list[str] = page.evaluate(
        """async ([rules, within]) => {
            const only = {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]};
            const report = await axe.run(within, only);
            return report.violations.flatMap(({id, nodes}) => nodes.map(
                ({target, html}) => `${id}: ${target} ${html.slice(0, 120)}`));
        }""",
        [AXE_RULES, within],
    )
    return [f"axe {each}" for each in found]


def ibm(page: Page) -> list[str]:
    """What IBM Equal Access is sure of, by its rules for WCAG 2.2 AA.

    It sees inputs in a closed fold, and not their labels: so those folds are open for it.
    """
    page.evaluate(_script(IBM))
    found: list[dict[str, Any]] = page.evaluate(
        """async () => {
            const folds = [...document.querySelectorAll("details:not([open]):has(input)")];
            folds.forEach(fold => { fold.open = true; });
            const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
            folds.forEach(fold => { fold.open = false; });
            return report.results
                .filter(result => result.value[0] === "VIOLATION" && result.value[1] === "FAIL")
                .map(({ruleId, message, snippet}) => ({ruleId, message, snippet}));
        }"""
    )
    return [f"ibm {each['ruleId']}: {each['message']} {each['snippet'][:120]}" for each in found]


def htmlcs(page: Page) -> list[str]:
    """What HTML_CodeSniffer calls an error in WCAG 2 AA; its notices are for a person to read."""
    page.evaluate(_script(HTMLCS))
    found: list[str] = page.evaluate(
        """() => new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, () => done(
            HTMLCS.getMessages()
                .filter(message => message.type === HTMLCS.ERROR)
                .map(({code, msg, element}) =>
                    `${code}: ${msg} ${(element.outerHTML || "").slice(0, 120)}`)
        ), failed))"""
    )
    return [f"htmlcs {each}" for each in found]


def vnu(pages: Mapping[str, str], folder: Path) -> list[str]:
    """What the Nu HTML Checker calls an error, in one run over many pages."""
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(_present(VNU)),
        "--format",
        "json",
        "--exit-zero-always",
    ]
    done = subprocess.run(
        [*command, "--stdout", str(folder)], capture_output=True, text=True, check=True
    )
    return [
        f"vnu {Path(each['url']).stem}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(done.stdout)["messages"]
        if each["type"] == "error"
    ]


@cache
def _script(path: Path) -> str:
    return _present(path).read_text(encoding="utf-8")


def _present(path: Path) -> Path:
    if not path.exists():
        absent("an accessibility engine (make test-setup)")
    return path
