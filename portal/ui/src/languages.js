// Takes what is typed along to another language: on a page with `<form data-goes-along>` a
// choice in the switch sends that form to the address in the chosen language, where it is
// saved and shown again as it was typed. Without this script the switch is a plain link.
export function languages(root) {
  const form = root.querySelector("form[data-goes-along]");
  if (!form) return;
  for (const link of root.querySelectorAll(".languages a")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab
      event.preventDefault();
      send(form, link.href);
    });
  }
}

function send(form, address) {
  const button = document.createElement("button");
  Object.assign(button, { name: "action", value: "stay", hidden: true });
  button.setAttribute("formaction", address);
  form.append(button);
  form.requestSubmit(button);
  button.remove(); // the browser's Back may bring this very page back
}
