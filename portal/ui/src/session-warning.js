// Warns before the session ends, and extends it with one key. Tabs tell each other, so
// that nobody is warned in one while busy in another. At the end the page asks the
// server again, which leads to the log-in and back.
const SHARED = "session-ends";
const WARNING = 120_000; // milliseconds before the end

export function sessionWarning(root) {
  const dialog = root.querySelector("[data-session-warning]");
  if (!dialog?.showModal) return;
  const length = Number(dialog.dataset.seconds) * 1000;
  const form = dialog.querySelector("form");
  const again = () => location.replace(location.pathname + location.search); // never a re-post
  let known = false; // the session cannot be made longer, and that has been read
  const restart = () => localStorage.setItem(SHARED, String(Date.now() + length));
  const left = () => Number(localStorage.getItem(SHARED)) - Date.now();

  const extend = async () => {
    const body = new FormData(form);
    const options = { method: "POST", body, redirect: "error", credentials: "same-origin" };
    const response = await fetch(form.action, options).catch(() => null);
    if (!response?.ok) return again();
    restart();
    known = length <= WARNING;
    dialog.close();
  };
  const tick = () => {
    if (left() <= 0) again();
    else if (left() > WARNING || known) dialog.close();
    else if (!dialog.open) dialog.showModal();
  };
  restart();
  document.addEventListener("session-extended", restart);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    extend();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    extend();
  });
  setInterval(tick, 1000);
}
