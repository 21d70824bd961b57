// What lint found links to a form with the spot in the address: `#plek=parts.1.options.0.label`.
// Opens whatever hides that spot, marks it and puts the cursor there. A step that the form
// does not have ends the way: the deepest place that is there, is where it leads.
import { offer } from "./offered.js";

const PREFIX = "#plek=";
const PLACE = "[data-contentpath]";
const FIELD = "input:not([type=hidden]), select, textarea, [contenteditable=true]";
const PATIENCE = 40; // frames, less than a second
const MARK = "catalogue-spot";

const placesIn = (root, container) =>
  [...root.querySelectorAll(PLACE)].filter(
    (each) => (each.parentElement.closest(PLACE) ?? container) === container,
  );

const step = (root, name) => {
  const places = placesIn(root, root.matches(PLACE) ? root : null);
  if (/^\d+$/.test(name)) return places[Number(name)];
  return places.find((each) => each.dataset.contentpath === name);
};

const find = (names) => {
  let place = document.querySelector("[data-edit-form]");
  for (const name of names) {
    const next = place && step(place, name);
    if (!next) break;
    place = next;
  }
  return place?.matches(PLACE) ? place : null;
};

const open = (place) => {
  for (let each = place; each; each = each.parentElement) {
    if (each.matches("[role=tabpanel][hidden]")) {
      document.querySelector(`[role=tab][href="#${each.id}"]`)?.click();
    }
    const toggle = each.querySelector(":scope > * > [data-panel-toggle], :scope > [data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
};

const lead = () => {
  if (!location.hash.startsWith(PREFIX)) return;
  const place = find(decodeURIComponent(location.hash.slice(PREFIX.length)).split("."));
  if (!place) return;
  for (const marked of document.querySelectorAll(`.${MARK}`)) marked.classList.remove(MARK);
  open(place);
  place.classList.add(MARK);
  arrive(place);
};

// A tab takes a moment to open, and scrolls by itself when it does.
const arrive = (place, frames = PATIENCE) => {
  if (place.offsetParent) {
    const field = [...place.querySelectorAll(FIELD)].find((each) => each.offsetParent);
    field?.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  }
  if (frames) requestAnimationFrame(() => arrive(place, frames - 1));
};

// Wagtail draws the blocks of a stream once the page has loaded, and rules what they may offer.
const begin = () => {
  if (location.hash.startsWith(PREFIX)) offer().catch(() => {}).then(() => setTimeout(lead));
};

window.addEventListener("load", () => setTimeout(begin));
window.addEventListener("hashchange", lead);
