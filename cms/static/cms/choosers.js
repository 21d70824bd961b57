// Starts Wagtail's date and time pickers. Its own templates do that with inline
// scripts, which the Content-Security-Policy refuses; ours say it in data attributes.
// A page chooser in a plain form has no template: what its script would start is read
// from it as JSON, and never run.
const PAGE_CHOOSER = /^new PageChooser\((.*)\);$/s;

const startPageChoosers = (root) => {
  for (const script of root.querySelectorAll("script:not([src]):not([data-started])")) {
    const [, given] = PAGE_CHOOSER.exec(script.textContent) ?? [];
    if (!given || !window.PageChooser) continue;
    script.dataset.started = "true";
    new window.PageChooser(...JSON.parse(`[${given}]`));
  }
};

const start = (root) => {
  for (const mark of root.querySelectorAll("[data-chooser]")) {
    const field = document.getElementById(mark.dataset.for);
    const init = window[mark.dataset.chooser];
    if (!field || !init || mark.dataset.started) continue;
    mark.dataset.started = "true";
    init(mark.dataset.for, JSON.parse(mark.dataset.config));
  }
};

const watch = () => {
  start(document);
  startPageChoosers(document);
  new MutationObserver(() => start(document)).observe(document.body, {
    childList: true,
    subtree: true,
  });
};

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", watch);
} else {
  watch();
}
