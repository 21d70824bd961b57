"""`{% load ui %}`: the components of the house style.

A component takes plain objects or mappings and never asks a model, a form or the
request. What a component reads beyond its own arguments stands in its docstring;
every attribute not marked *needed* may be absent. Forms that use these carry
`novalidate`: the server checks, so that everybody reads the same Dutch message.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from portal.ui import controls
from portal.ui.kinds import ALERTS, BADGES, BUTTONS, OTHER_ICON, TASK_STATES, TOPIC_ICONS

register = template.Library()
MANY: Final = 12  # more parts than this are a line rather than mounds


# Actions


@register.inclusion_tag("components/button.html")
def button(label: str, *, kind: str = "primary", **attributes: object) -> dict[str, object]:
    """A button. `kind`: primary (one a page), secondary, subtle, danger.

    Other arguments: type (default submit), name, value, id, form, formaction,
    described_by, hook (name of a `data-` attribute for a script).
    """
    return {"label": label, "kind": BUTTONS[kind], "attributes": attributes}


@register.inclusion_tag("components/link_button.html")
def link_button(label: str, url: str, *, kind: str = "primary") -> dict[str, object]:
    """A link that is the page's step onwards and looks like a button; kinds as `button`."""
    return {"label": label, "url": url, "kind": BUTTONS[kind]}


# Form controls


@register.simple_tag
def field(field: object, *, as_heading: bool = False, within: str = "") -> SafeString:
    """The control for one answer with its label, help and error; chosen by `field.type`.

    Needed: `name`, `id`, `label`. Further `type` (text, story, yes-no, choice,
    choices, select for more than ten options, date, number, money, bsn, iban,
    postcode, phone, email, password; default text), `value` (text as typed),
    `options`, `help`, `error`, `optional` (says so in the label), `autocomplete`,
    `inputmode`, `unit` (read after the input), `rows` (story), `lang`,
    `hide_label`.
    `options`: objects with `value`, `label`, `id` needed, and `help`, `checked`,
    `name` (default the field's; checkboxes may differ).
    `unknown`: "don't know" as one more option object, its `name` needed.
    `parts`: for a date as three inputs: objects with `name`, `id`, `label`,
    `value`, `autocomplete`, `invalid`.
    `when_words`: when it applies, for who has no JavaScript.
    `when_part`, `when_values` (list): shown only while the input with that name
    has one of these values; without JavaScript always shown.
    `as_heading`: the label or legend is the page's h1. `within`: the heading of the group
    around it, heard after the legend where a page asks the same for several groups.
    """
    return controls.render(field, as_heading=as_heading, within=within)


@register.simple_block_tag
def fieldset(content: str, legend: str, **arguments: object) -> SafeString:
    """A group of controls. Arguments: help, error, id (needed with those), as_heading."""
    context = {"content": content, "legend": legend, **arguments}
    context["described"] = controls.described(arguments, "error", "help")
    return render_to_string("components/fieldset.html", context)


@register.inclusion_tag("components/error_summary.html")
def error_summary(errors: Iterable[object]) -> dict[str, object]:
    """What to mend, at the top of the page and focused; nothing when there are no errors.

    Each error: `id` (of the input it leads to, may be empty) and `message`.
    """
    return {"errors": list(errors)}


# Messages and content


@register.simple_block_tag
def alert(content: str, kind: str = "info", **arguments: object) -> SafeString:
    """A message in a box. `kind`: info, warning, error, success.

    Arguments: heading; level (of the heading, default 2); live (a status that a
    screen reader reads out when it appears).
    """
    context = {"content": content, "alert": ALERTS[kind], "level": 2, **arguments}
    return render_to_string("components/alert.html", context)


@register.simple_block_tag
def card(content: str, heading: str, **arguments: object) -> SafeString:
    """A calm surface with a heading. Arguments: url (the whole card links), level, meta, hook.

    `meta` is a short line over the heading. The body may hold links of its own.
    `topic` draws the picture of the topic with that key.
    """
    context = {"content": content, "heading": heading, "level": 2, **arguments}
    if topic := arguments.get("topic"):
        context["drawing"] = icon(TOPIC_ICONS.get(str(topic), OTHER_ICON))
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def details(content: str, summary: str) -> SafeString:
    """Words that open on demand; for what few people need."""
    return render_to_string("components/details.html", {"content": content, "summary": summary})


@register.inclusion_tag("components/why.html")
def why(text: str = "", topics: Iterable[str] = ()) -> dict[str, object]:
    """ "Why do we ask this?": a reason and the names of the topics that need the answer."""
    return {"text": text, "topics": list(topics)}


@register.inclusion_tag("components/badge.html")
def badge(label: str, kind: str = "neutral") -> dict[str, object]:
    """One or two words of state. `kind`: neutral, todo, doing, done, warning, error."""
    return {"label": label, "kind": kind if kind in BADGES else "neutral"}


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A decorative drawing from components/icons; words beside it carry the meaning.

    Made once for each name: a page of cards has twenty, and they never differ.
    """
    return render_to_string("components/icon.html", {"drawing": f"components/icons/{name}.svg"})


@register.inclusion_tag("components/emergency.html")
def emergency() -> dict[str, object]:
    """Before anything: is it dangerous now? 112 and Veilig Thuis."""
    return {}


# Lists


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[object]) -> dict[str, object]:
    """Tasks with their state. Each: `key`, `title`, `url` (may be empty), `state`
    (todo, doing, done), and `hint`."""
    return {"rows": [(task, TASK_STATES[controls.text(task, "state")]) for task in tasks]}


@register.inclusion_tag("components/progress.html")
def progress(done: int, total: int) -> dict[str, object]:
    """How far: a mound a part, the first `done` filled. Words beside it say the same."""
    return {"parts": [number < done for number in range(total)], "long": total > MANY}


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[object]) -> dict[str, object]:
    """Labels with what was answered. Each row: `label`; `values` (list of texts);
    `note` (source and date); `url` and `change` (words of the link, default "Change");
    `answer` (written as data-answer); `shares` (as data-shares); `lang` of the values."""
    return {"rows": rows}


@register.inclusion_tag("components/status_steps.html")
def status_steps(steps: Iterable[object]) -> dict[str, object]:
    """Sent, arrived, picked up. Each step: `label`, `done`, `current`, `at` (a moment,
    shown in words), and `detail`."""
    return {"steps": steps}


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(items: Iterable[object]) -> dict[str, object]:
    """The way here, the page itself last. Each item: `label`, and `url` except the last."""
    return {"items": items}


# The page


@register.inclusion_tag("components/skip_link.html")
def skip_link(target: str = "main") -> dict[str, object]:
    """First in the page: to the element with that id."""
    return {"target": target}


@register.inclusion_tag("components/quick_exit.html")
def quick_exit(url: str = "https://www.buienradar.nl/") -> dict[str, object]:
    """Leave now, by the button or Shift three times; an ordinary link without JavaScript."""
    return {"url": url}


@register.inclusion_tag("components/session_warning.html")
def session_warning(seconds: int, extend_url: str) -> dict[str, object]:
    """A dialog two minutes before the session ends. POST to `extend_url` answers 204.

    `seconds`: until the session ends. Nothing is shown without JavaScript: answers
    are saved, and logging in again leads back to the question.
    """
    return {"seconds": seconds, "extend_url": extend_url}
