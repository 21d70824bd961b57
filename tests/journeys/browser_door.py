"""The robot's way into the site through a real browser, with or without JavaScript."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import ElementHandle, Page

from tests.journeys.robot import Screen

Look = Callable[[Page], None]

# Fills in one form of the open page and gives its button. It holds itself to what a hand
# can do: a control that nobody sees is an error, one that is switched off stays as it is,
# a choice is a click, and the scripts of the page hear of each change before the next.
# One call a page: a call for every control takes longer than the site does.
FILL: Final = """
({fields, action}) => {
  const button = action ? `button[value="${action}"]` : "button[type=submit]";
  const wanted = fields.length ? `[name="${fields[0][0]}"]` : button;
  const forms = [...document.querySelectorAll("main form")];
  const form = forms.find((each) => each.querySelector(wanted));
  if (!form) throw new Error(`no form with ${wanted}`);

  const see = (control) => {
    const shown = control.labels?.[0] ?? control;
    if (!shown.checkVisibility()) throw new Error(`nobody sees ${control.name}`);
  };
  const write = (control, value) => {
    control.focus();
    control.value = value;
    for (const kind of ["input", "change"])
      control.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const give = (control, value) => {
    if (control.disabled || ["hidden", "submit"].includes(control.type)) return;
    const isChoice = ["radio", "checkbox"].includes(control.type);
    if (isChoice && (control.checked || control.value !== value)) return;
    see(control);
    if (isChoice) control.click();
    else write(control, value);
  };
  for (const [name, values] of fields)
    for (const value of values)
      for (const control of form.querySelectorAll(`[name="${name}"]`)) give(control, value);
  return form.querySelector(button);
}
"""


def _nothing(_page: Page) -> None:
    """Look at nothing."""


@dataclass
class BrowserDoor:
    """Fills in the open page as a hand would. `look` is called on every page that opens."""

    page: Page
    look: Look = field(default=_nothing)

    def open(self, url: str) -> Screen:
        """Follow a link."""
        self.page.goto(self._whole(url))
        return self._screen()

    def send(self, url: str, fields: Mapping[str, list[str]]) -> Screen:
        """Fill in the form on the open page, and press its button."""
        pressed = self._fill(fields)
        assert pressed, f"{url} has no button"
        with self.page.expect_navigation():
            pressed.click()
        return self._screen()

    def _fill(self, fields: Mapping[str, list[str]]) -> ElementHandle | None:
        """Fill in; the button that sends it."""
        action = fields.get("action", [""])[0]
        given = [
            item for item in fields.items() if item[0] not in {"csrfmiddlewaretoken", "action"}
        ]
        return self.page.evaluate_handle(FILL, {"fields": given, "action": action}).as_element()

    def _whole(self, url: str) -> str:
        if "://" in url:
            return url
        scheme, rest = self.page.url.split("://", 1)
        return f"{scheme}://{rest.split('/', 1)[0]}{url}"

    def _screen(self) -> Screen:
        self.page.wait_for_load_state()
        self.look(self.page)
        path = "/" + self.page.url.split("://", 1)[1].split("/", 1)[1]
        return Screen(path, self.page.content())
