// Shows a follow-up part only while the part it depends on has one of its values.
// What is hidden is not sent. Without JavaScript every part is shown and the server
// takes what applies.
const CONTROL = "input, select, textarea";

function valuesOf(form, name) {
  return [...form.elements]
    .filter((control) => control.name === name && !control.disabled)
    .filter((control) => !["checkbox", "radio"].includes(control.type) || control.checked)
    .map((control) => control.value);
}

function update(form) {
  for (const part of form.querySelectorAll("[data-when-part]")) {
    const wanted = part.dataset.whenValues.split(" ");
    const shown = valuesOf(form, part.dataset.whenPart).some((value) => wanted.includes(value));
    part.hidden = !shown;
    for (const control of part.querySelectorAll(CONTROL)) control.disabled = !shown;
  }
}

export function reveal(root) {
  for (const form of root.querySelectorAll("form")) {
    if (!form.querySelector("[data-when-part]")) continue;
    update(form);
    form.addEventListener("change", () => update(form));
    form.addEventListener("reset", () => setTimeout(update, 0, form));
    window.addEventListener("pageshow", () => update(form));
  }
}
