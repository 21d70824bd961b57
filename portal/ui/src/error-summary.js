// Moves the focus to the summary, and from its links to the input itself.
const CONTROL = "input:not([type=hidden]):not(:disabled), select, textarea";

export function errorSummary(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const control = target.matches(CONTROL) ? target : target.querySelector(CONTROL);
    target.closest(".utrecht-form-field, .utrecht-form-fieldset, fieldset")?.scrollIntoView();
    (control ?? target).focus({ preventScroll: true });
  });
}
