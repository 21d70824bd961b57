// Asks the server what conditions say. All that are asked in one moment go together, so
// that a form with many conditions asks once.
import { offer, siblings } from "./offered.js";

const TOGETHER = 50;
let waiting = [];
let timer;

// The sentence of one condition, or what to do first.
export const sentenceOf = (asked) =>
  new Promise((tell) => {
    waiting.push({ asked, tell });
    clearTimeout(timer);
    timer = setTimeout(send, TOGETHER);
  });

const send = async () => {
  const together = waiting;
  waiting = [];
  const { words } = await offer().catch(() => ({ words: { says: "", unsaid: "" } }));
  const sentences = await ask(together.map(({ asked }) => asked)).catch(() => null);
  together.forEach(({ tell }, at) => {
    tell(sentences ? `${words.says} ${sentences[at]}` : words.unsaid);
  });
};

const ask = async (conditions) => {
  const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
  const answer = await fetch(document.querySelector("[data-catalogue-builder]").dataset.sentences, {
    method: "POST",
    headers: { "Content-Type": "application/json", [CSRF_HEADER_NAME]: CSRF_TOKEN },
    body: JSON.stringify({ conditions: conditions.map(shape) }),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).sentences;
};

const shape = ({ condition, isOfField }) => ({
  condition,
  element: isOfField ? siblings() : null,
});
