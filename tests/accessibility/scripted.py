"""What the engines do not see: reflow, larger text, targets, focus, outline, help."""

from typing import Final

from playwright.sync_api import Page

NARROW: Final = 320  # CSS pixels: 1280 at 400 % (WCAG 1.4.10)
PHONES: Final = (NARROW, 390)
ROOMY_TEXT: Final = """
    * { line-height: 1.5 !important }
    * { letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }
"""  # WCAG 1.4.12
TWICE: Final = "html { font-size: 200% !important }"  # WCAG 1.4.4


def sideways(page: Page) -> list[str]:
    """What sticks out of the screen, so that one must scroll sideways; tables may scroll."""
    found: list[str] = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const out = [...document.body.querySelectorAll("*")].filter(element =>
                (element.getBoundingClientRect().right > width + 1
                || element.getBoundingClientRect().left < -1)
                && !element.closest(".visually-hidden, [hidden], svg"));
            return ["the page scrolls sideways",
                    ...out.slice(0, 3).map(element => element.outerHTML.slice(0, 120))];
        }"""
    )
    return found


def clipped(page: Page) -> list[str]:
    """Text that is cut off because its box hides what does not fit."""
    found: list[str] = page.evaluate(
        """() => [...document.body.querySelectorAll("*")].filter(element => {
            const style = getComputedStyle(element);
            const hides = side => ["hidden", "clip"].includes(style["overflow" + side]);
            const box = element.getBoundingClientRect();
            return box.width > 2 && box.height > 2 && element.textContent.trim() && (
                (hides("X") && element.scrollWidth > element.clientWidth + 1)
                || (hides("Y") && element.scrollHeight > element.clientHeight + 1));
        }).map(element => "clipped: " + element.outerHTML.slice(0, 120))"""
    )
    return found


def small_targets(page: Page) -> list[str]:
    """Targets under 24 by 24 that are no link in a sentence (WCAG 2.5.8)."""
    found: list[str] = page.evaluate(
        """() => {
            const size = element => {
                const target = element.labels?.length && /checkbox|radio/.test(element.type)
                    ? element.labels[0] : element;
                const boxes = [element, target].map(each => each.getBoundingClientRect());
                return [Math.max(...boxes.map(box => box.width)),
                        Math.max(...boxes.map(box => box.height))];
            };
            const inText = element => element.tagName === "A"
                && getComputedStyle(element).display === "inline";
            const targets = "a[href], button, input, select, textarea, summary";
            return [...document.querySelectorAll(targets)]
                .filter(element => element.checkVisibility({visibilityProperty: true})
                    && element.type !== "hidden" && !inText(element)
                    && element.getBoundingClientRect().width > 1)
                .filter(element => size(element).some(side => side < 24))
                .map(element => "small: " + element.outerHTML.slice(0, 120));
        }"""
    )
    return found


def lost_focus(page: Page, *, limit: int = 50) -> list[str]:
    """Stops of the Tab key without a visible focus, or hidden under something else."""
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    problems: list[str] = []
    first = ""
    for step in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["path"] == first:
            return problems
        first = first or stop["path"]
        if not stop["seen"]:
            problems.append(f"focus not seen: {stop['html']}")
        if stop["covered"]:
            problems.append(f"focus covered: {stop['html']}")
        if step == limit - 1:
            return problems
    return problems


FOCUSED: Final = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const ring = getComputedStyle(element.closest("label, summary") || element);
    const seen = [style, ring].some(each =>
        (each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2)
        || each.boxShadow !== "none");
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    const label = element.labels?.[0];
    const covered = box.width > 1 && y >= 0 && y <= innerHeight && top !== null
        && !element.contains(top) && !top.contains(element) && !(label && label.contains(top));
    const path = [];
    for (let each = element; each.parentElement; each = each.parentElement)
        path.unshift([...each.parentElement.children].indexOf(each));
    return {path: path.join("."), seen, covered, html: element.outerHTML.slice(0, 120)};
}"""


def outline(page: Page) -> list[str]:
    """What is wrong with headings, landmarks, language and the way to help."""
    found: list[str] = page.evaluate(
        """() => {
            const problems = [];
            const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
                .filter(heading => heading.checkVisibility())
                .map(heading => Number(heading.tagName[1]));
            if (levels.filter(level => level === 1).length !== 1) problems.push("not one h1");
            if (levels.some((level, at) => at && level > levels[at - 1] + 1))
                problems.push("headings skip a level: " + levels.join(" "));
            if (document.querySelectorAll("main").length !== 1) problems.push("not one main");
            if (!document.documentElement.lang) problems.push("no language");
            if (!document.title.trim()) problems.push("no title");
            const [main, help, foot] = ["main", ".help a[href^='tel:']", "footer"]
                .map(each => document.querySelector(each));
            const follows = (one, other) =>
                one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
            if (!help) problems.push("no telephone to call");
            else if (!follows(main, help) || main.contains(help) || !follows(help, foot))
                problems.push("help is not between the content and the foot (WCAG 3.2.6)");
            if ([...document.querySelectorAll("a[href^='tel:']")].some(number =>
                getComputedStyle(number).direction !== "ltr"))
                problems.push("a telephone number that is read from its other end");
            if (!document.querySelector("a[href='#main'], a[href$='#main']"))
                problems.push("no skip link");
            return problems;
        }"""
    )
    return found


def fields(page: Page) -> list[str]:
    """Inputs about the reader that a browser cannot fill in, and hints that vanish (WCAG 1.3.5)."""
    found: list[str] = page.evaluate(
        """about => [...document.querySelectorAll("main input, main textarea")]
            .filter(field => field.checkVisibility() && (field.placeholder
                || (field.matches(about) && !field.autocomplete)))
            .map(field => "no autocomplete, or a placeholder: " + field.outerHTML.slice(0, 120))
        """,
        ABOUT_THE_READER,
    )
    return found


KNOWN: Final = (
    *("p.naam.voornamen", "p.naam.geslachtsnaam", "p.contact.telefoon", "p.contact.email"),
    *("p.adres.straat", "p.adres.postcode", "p.adres.woonplaats"),
    *("login", "email", "password", "password1", "password2"),
)
"""What the reader's browser knows of the reader; HTML has no word for a house number."""
ABOUT_THE_READER: Final = ", ".join(f"input[name='{name}']:not([type=hidden])" for name in KNOWN)


def tab_to(page: Page, selector: str, *, limit: int = 80) -> None:
    """Press Tab until something that fits has the focus; AssertionError when it never has."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("fits => document.activeElement.matches(fits)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")
