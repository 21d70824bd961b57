// The one choice of a question and a field of it, in groups: the fields of the same question
// for a condition of a field, and otherwise sections and topics.
import { isOfField, reachable, siblings } from "./offered.js";
import { make } from "./values.js";

const SIGN = "|";
const ARROW = " › ";

// The two keys in the value of a choice.
export const keysOf = (value) => {
  const [key, part = ""] = value.split(SIGN);
  return { key, part };
};

// Fills a select for the rule with this prefix. Gives what each value stands for: question,
// part (null for the question as a whole), and `isElsewhere` for what is stored but is asked
// later, elsewhere or not at all.
export const fillQuestions = (select, { offered, prefix, key, part }) => {
  const stored = key ? key + SIGN + part : "";
  const groups = groupsFor(offered, prefix);
  const places = new Map();
  const isEmpty = !groups.some(([, questions]) => questions.some(({ parts }) => parts.length));
  const first = new Option(isEmpty ? offered.words.none : offered.words.choose, "");
  const given = { offered, places, stored, isOwn: isOfField(prefix) };
  const drawn = groups.map((each) => groupOf(each, given));
  select.replaceChildren(first, ...drawn);
  if (stored && !places.has(stored)) select.append(elsewhere(stored, offered, places));
  select.value = stored;
  return places;
};

const groupsFor = (offered, prefix) => {
  if (isOfField(prefix)) return [[offered.words.siblings, [siblings(prefix)].filter(Boolean)]];
  const names = new Map(offered.sections);
  const found = new Map();
  for (const each of reachable(offered)) {
    const name = offered.topics[each.topic]?.name ?? names.get(each.section);
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found];
};

const groupOf = ([label, questions], { offered, places, stored, isOwn }) => {
  const made = make("optgroup", { label });
  for (const question of questions) {
    const fields = isOwn ? own(question) : fieldsOf(question, offered.words, stored);
    for (const [part, words] of fields) {
      const value = question.key + SIGN + (part?.key ?? "");
      places.set(value, { question, part });
      made.append(new Option(words, value));
    }
  }
  return made;
};

const nameOf = (part) => part.label || part.key;
const own = ({ parts }) => parts.map((part) => [part, nameOf(part)]);

// The fields of a question with their words; and a list as a whole, for it can be counted.
const fieldsOf = ({ key, label, parts, whole }, words, stored) => {
  const isCounted = whole.length > 1 || stored === key + SIGN;
  if (parts.length === 1 && !isCounted) return [[parts[0], label]];
  const named = parts.map((part) => [part, label + ARROW + nameOf(part)]);
  return isCounted ? [...named, [null, label + ARROW + words.whole]] : named;
};

const elsewhere = (stored, { questions, words }, places) => {
  const keys = keysOf(stored);
  const question = questions.find((each) => each.key === keys.key);
  const part = question?.parts.find((each) => each.key === keys.part) ?? null;
  const isThere = question && (part || !keys.part);
  const name = [question?.label ?? keys.key, part ? part.label : keys.part].filter(Boolean).join(ARROW);
  const said = isThere ? name : words.gone.replace("%(name)s", name);
  places.set(stored, { question: isThere ? question : null, part, isElsewhere: true });
  return make("optgroup", { label: words.notHere }, new Option(said, stored));
};
