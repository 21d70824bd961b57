// Keeps Wagtail's saving in between from repeating what an editor just did. It sends the form
// half a second after a change, with the hidden fields of a button that was pressed too: a slow
// answer to "approve" then meets a second approval, and a comment is noted twice.
const sent = new WeakSet();
let waiting = null;

document.addEventListener("w-autosave:save", (save) => {
  waiting = save;
  const { formData } = save.detail;
  if (sent.has(save.target) || formData.has("action-workflow-action")) save.preventDefault();
});

window.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (defaultPrevented) return;
  sent.add(target);
  if (waiting?.target === target) waiting.preventDefault();
});
