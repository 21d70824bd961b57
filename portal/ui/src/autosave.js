// Saves what is typed when typing pauses: `<form data-autosave="address">` is posted there
// (empty: to its own action) with `autosave=1`; the server answers 204, or 202
// when something half typed is not saved yet. What was typed just before the page goes away
// is sent along by the browser, which waits for no answer then. An element
// `data-autosave-status` inside says so, with the texts in its data-saved and data-failed.
const PAUSE = 1200; // milliseconds

export function autosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) watch(form);
}

function watch(form) {
  const status = form.querySelector("[data-autosave-status]");
  let timer;
  let request;
  let unsaved = false; // something was typed since
  let saving = false; // an answer is awaited, which leaving would break off
  let sent = false; // by a button, with everything in it
  const tell = (text) => {
    if (status && status.textContent !== text) status.textContent = text ?? "";
  };
  // The attribute: where a button is called "action", `form.action` is that button.
  const address = form.dataset.autosave || form.getAttribute("action");
  const filledIn = () => {
    const body = new FormData(form); // its CSRF token included
    body.set("autosave", "1");
    return body;
  };
  const save = async () => {
    request?.abort();
    request = new AbortController();
    unsaved = false;
    saving = true;
    try {
      const response = await fetch(address, {
        method: "POST",
        body: filledIn(),
        signal: request.signal,
        redirect: "error",
        credentials: "same-origin",
      });
      const said = { 204: status?.dataset.saved, 202: "" };
      tell(response.status in said ? said[response.status] : status?.dataset.failed);
      if (response.ok) document.dispatchEvent(new Event("session-extended"));
    } catch (error) {
      if (error.name === "AbortError") return; // the next one has it all
      unsaved = true;
      tell(status?.dataset.failed);
    }
    saving = false;
  };
  form.addEventListener("input", () => {
    unsaved = true;
    sent = false;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    request?.abort();
  });
  const leave = () => {
    clearTimeout(timer);
    if ((unsaved || saving) && !sent) {
      unsaved = !navigator.sendBeacon(address, filledIn());
      saving = false;
    }
  };
  // Before what somebody goes to is asked for, so that it may show the answer; and what
  // phones tell instead when they put a page away.
  window.addEventListener("beforeunload", leave);
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
}
