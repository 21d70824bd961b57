// Saves what is typed when typing pauses: `<form data-autosave="address">` is posted there
// (empty: to its own action) with `autosave=1`; the server answers 204, or 202
// when something half typed is not saved yet. An element
// `data-autosave-status` inside says so, with the texts in its data-saved and data-failed.
const PAUSE = 1200; // milliseconds

export function autosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) watch(form);
}

function watch(form) {
  const status = form.querySelector("[data-autosave-status]");
  let timer;
  let request;
  const tell = (text) => {
    if (status && status.textContent !== text) status.textContent = text ?? "";
  };
  const save = async () => {
    request?.abort();
    request = new AbortController();
    const body = new FormData(form);
    body.set("autosave", "1");
    try {
      // The attribute: where a button is called "action", `form.action` is that button.
      const response = await fetch(form.dataset.autosave || form.getAttribute("action"), {
        method: "POST",
        body,
        signal: request.signal,
        redirect: "error",
        credentials: "same-origin",
      });
      const said = { 204: status?.dataset.saved, 202: "" };
      tell(response.status in said ? said[response.status] : status?.dataset.failed);
      if (response.ok) document.dispatchEvent(new Event("session-extended"));
    } catch (error) {
      if (error.name !== "AbortError") tell(status?.dataset.failed);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    request?.abort();
  });
}
