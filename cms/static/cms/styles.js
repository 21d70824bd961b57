// Gives every style element that a script of the admin makes the nonce of the page, which
// stands on this script's own tag. Draft.js writes some for each text: the words that stand
// in an empty one, and how lists in lists are numbered.
const { nonce } = document.currentScript;
const create = document.createElement.bind(document);

document.createElement = (name, options) => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
