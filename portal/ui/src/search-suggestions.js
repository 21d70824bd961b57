// Suggests while somebody types: `<form data-suggestions="address">` around one search input,
// as the combobox of the ARIA Authoring Practices (list, no automatic choice). Arrows walk
// through the list, Enter opens what is chosen or searches, Escape closes. Without a script,
// or without an answer, it is an ordinary search form.
const PAUSE = 150; // milliseconds without a key before we ask
const SHORTEST = 2;

export function searchSuggestions(root) {
  root.querySelectorAll("form[data-suggestions]").forEach(suggestTo);
}

function suggestTo(form, number) {
  const input = form.querySelector("input[name=q]");
  const status = form.querySelector("[data-suggestions-status]");
  const list = document.createElement("ul");
  let timer;
  let request;
  list.id = `suggestions-${number}`;
  list.className = "search__suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestionsLabel);
  input.parentElement.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }

  const current = () => list.querySelector("[aria-selected=true]");
  const close = () => {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    current()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((each, at) => optionFor(each, `${list.id}-${at}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    const words = suggestions.length ? status.dataset.some : status.dataset.none;
    status.textContent = words.replace("{number}", suggestions.length);
  };
  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const query = new URLSearchParams({ q: input.value });
    try {
      const response = await fetch(`${form.dataset.suggestions}?${query}`, {
        signal: request.signal,
        credentials: "same-origin",
      });
      if (response.ok) show((await response.json()).suggestions);
    } catch {
      // Typed on, or no connection: searching still works.
    }
  };
  const walk = (step) => {
    const options = [...list.children];
    const at = options.indexOf(current()) + step;
    // Beyond either end is the input itself, with nothing chosen.
    choose(options[at === -2 ? options.length - 1 : at]);
    current()?.scrollIntoView({ block: "nearest" });
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && current()) {
      event.preventDefault();
      location.assign(current().dataset.url);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  // Pressing an option must not take the focus away before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
}

function optionFor(suggestion, id) {
  const option = document.createElement("li");
  const kind = document.createElement("span");
  option.id = id;
  option.lang = suggestion.lang;
  option.dataset.url = suggestion.url;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  kind.className = "search__kind";
  kind.lang = document.documentElement.lang;
  kind.textContent = suggestion.kind;
  option.append(suggestion.title, " ", kind);
  return option;
}
