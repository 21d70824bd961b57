// What wagtail-localize does with inline scripts, which the Content-Security-Policy refuses:
// where its choosers are, and one box that ticks every language.
const { imageChooser, documentChooser, pageChooser } = document.currentScript.dataset;
if (imageChooser) window.chooserUrls ??= { imageChooser, documentChooser, pageChooser };

document.addEventListener("change", ({ target }) => {
  if (target.name !== "select_all") return;
  for (const box of document.querySelectorAll('[name="locales"]')) box.checked = target.checked;
});
