// The value of a rule, asked by its kind. Each kind makes an input that knows its text: the
// one that Wagtail's own input stores, in the writing of `cms.catalogue.conditions`.
const CHOOSES_ONE = new Set(["is", "is_not", "includes"]);
const COUNTS = new Set(["age_under", "age_from", "count_from"]);
const QUOTES = new Set(["is", "is_not"]);
const LITERAL = /^(true|false|-?\d+|"[^]*")$/;

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// The answers that a rule on this field can be compared with, as [text, words]; null: any.
export const answersFor = (part, operator, { answers }) => {
  if (!part || !(CHOOSES_ONE.has(operator) || operator === "one_of")) return null;
  const text = (code) => (QUOTES.has(operator) && LITERAL.test(code) ? `"${code}"` : code);
  const options = part.options.map(([code, words]) => [text(code), words]);
  if (part.type === "yes-no") options.unshift(["true", answers.yes], ["false", answers.no]);
  if (part.type === "number" && QUOTES.has(operator)) return null;
  return part.unknown ? [...options, ["unknown", answers.unknown]] : options;
};

// The input for the value; null where a rule has none. `read` gives its text.
export const inputFor = (part, operator, text, offered, id) => {
  if (operator === "answered" || !operator) return null;
  const answers = answersFor(part, operator, offered);
  if (answers && operator === "one_of") return checkboxes(answers, text, offered, id);
  if (answers) return select(answers, text, offered, id);
  return typed(part, operator, text, offered, id);
};

const select = (answers, text, { words }, id) => {
  const made = element("select", { id });
  made.add(new Option(words.chooseValue, ""));
  for (const [code, label] of answers) made.add(new Option(label, code));
  const isStrange = text && !answers.some(([code]) => code === text);
  if (isStrange) made.add(new Option(words.gone.replace("%(name)s", text), text));
  made.value = text;
  return { element: made, label: words.value, isStrange, read: () => made.value };
};

const checkboxes = (answers, text, { words }, id) => {
  const chosen = text.split(",").map((code) => code.trim()).filter(Boolean);
  const strange = chosen.filter((code) => !answers.some(([known]) => known === code));
  const gone = strange.map((code) => [code, words.gone.replace("%(name)s", code)]);
  const boxes = [...answers, ...gone].map(([value, label], at) => {
    const box = element("input", { type: "checkbox", id: `${id}-${at}`, value });
    box.checked = chosen.includes(value);
    return { box, line: element("label", { htmlFor: box.id }, box, ` ${label}`) };
  });
  const made = element("div", { id, className: "catalogue-answers" }, ...boxes.map(({ line }) => line));
  made.setAttribute("role", "group");
  const read = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value).join(", ");
  return { element: made, label: words.values, isGroup: true, isStrange: strange.length > 0, read };
};

const typed = (part, operator, text, offered, id) => {
  if (part?.unknown && QUOTES.has(operator)) return orUnknown(operator, text, offered, id);
  return number(operator, text, id);
};

// A value, or the answer "I do not know", which has a code of its own.
const orUnknown = (operator, text, { answers, words }, id) => {
  const isUnknown = text === "unknown";
  const value = number(operator, isUnknown ? "" : text, `${id}-value`);
  const box = element("input", { type: "checkbox", id: `${id}-unknown`, checked: isUnknown });
  const tidy = () => {
    value.element.disabled = box.checked;
  };
  box.addEventListener("change", tidy);
  tidy();
  const line = element("label", { htmlFor: box.id }, box, ` ${answers.unknown}`);
  value.element.setAttribute("aria-label", words.value);
  const made = element("div", { id, className: "catalogue-answers" }, value.element, line);
  made.setAttribute("role", "group");
  const read = () => (box.checked ? "unknown" : value.read());
  return { element: made, label: words.value, isGroup: true, isStrange: false, read };
};

const number = (operator, text, id) => {
  const made = element("input", { id, type: typeFor(operator, text) });
  if (COUNTS.has(operator)) Object.assign(made, { min: 0, step: 1 });
  else if (made.type === "number") made.step = "any";
  made.value = text;
  return { element: made, label: null, isStrange: false, read: () => made.value };
};

// A stored value that such an input cannot show stays readable as text.
const typeFor = (operator, text) => {
  const wanted = operator === "before" || operator === "after" ? "date" : "number";
  const kept = element("input", { type: wanted });
  kept.value = text;
  return kept.value === text ? wanted : "text";
};

export const make = element;
