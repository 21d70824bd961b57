// Leaves at once by the link or by Shift three times. `replace` takes this page out of
// the Back button; the browser's own history list is beyond any page.
// Not where somebody types: there Shift makes a capital, and a page would be gone by accident.
const TYPED_IN = "textarea, select, input:not([type=checkbox], [type=radio])";
const PRESSES = 3;
const WITHIN = 2000; // milliseconds from the first press to the last

export function quickExit(root) {
  const link = root.querySelector("[data-quick-exit]");
  if (!link) return;
  const leave = () => {
    document.documentElement.setAttribute("data-leaving", "");
    document.title = "…";
    location.replace(link.href);
  };
  let presses = [];
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.target.matches?.(TYPED_IN)) presses = [];
    else if (!event.repeat) {
      presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
      if (presses.length >= PRESSES) leave();
    }
  });
}
