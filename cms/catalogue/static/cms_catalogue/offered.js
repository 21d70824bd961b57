// What the catalogue offers to look at, fetched once for a page, and what of it this form
// may use: only what is asked earlier than what is being edited.
const mark = () => document.querySelector("[data-catalogue-builder]");
const valueOf = (id) => document.getElementById(id)?.value ?? "";

let fetched;

// The offer of the server: questions in the order in which they are asked, operators, words.
export const offer = () => {
  fetched ??= fetch(mark().dataset.offered, { headers: { Accept: "application/json" } }).then(
    (answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))),
  );
  return fetched;
};

// What to say when that fails; the inputs for keys are there then.
export const unreachable = () => mark().dataset.unreachable;

// The questions that this form may look at, of all that are offered.
export const reachable = (offered) => {
  const kinds = { element: ofElement, topicintake: ofTopic, recipient: ofRecipient };
  return (kinds[mark().dataset.kind] ?? (() => offered.questions))(offered);
};

const ofElement = (offered) => {
  const topic = offered.topicKeys[valueOf("id_topic")] ?? "";
  const earlier = offered.questions.slice(0, placeOf(offered, valueOf("id_key"), topic));
  return topic ? asked(offered, [topic], earlier) : earlier;
};

const ofTopic = (offered) => asked(offered, [valueOf("id_key")], offered.questions);

const ofRecipient = (offered) => {
  const ticked = [...document.querySelectorAll("[name=topics]:checked")].map(({ value }) => value);
  return ticked.length ? asked(offered, ticked, offered.questions) : offered.questions;
};

const asked = (offered, topics, questions) => {
  const shared = new Set(topics.flatMap((key) => offered.topics[key]?.asks ?? []));
  return questions.filter(({ key, topic }) => shared.has(key) || topics.includes(topic));
};

// How many questions come before this one, as the form has it now. One that is new, or
// goes to another section or topic, comes after all that are there.
const placeOf = ({ questions, sections, topics, own }, key, topic) => {
  const section = topic ? own : valueOf("id_section");
  const here = questions.findIndex(
    (each) => each.key === key && each.section === section && each.topic === topic,
  );
  if (here >= 0) return here;
  const order = sections.map(([code]) => code);
  const topicOrder = Object.keys(topics);
  const rank = (each) => [order.indexOf(each.section), topicOrder.indexOf(each.topic)];
  const mine = rank({ section, topic });
  return questions.filter((each) => !isAfter(rank(each), mine)).length;
};

const isAfter = ([section, topic], [mySection, myTopic]) =>
  section > mySection || (section === mySection && topic > myTopic);

// The key of the question in this form; a sign as long as it has none.
export const ownKey = () => valueOf("id_key") || ".";

// The fields of the question in this form as they are now: all, or those before the field
// that something with this prefix belongs to.
export const siblings = (before = "") => {
  const root = document.getElementById("parts-root")?.rootBlock;
  if (!root) return null;
  const values = root.children.map(({ block }) => ({ prefix: block.prefix, ...block.getValue() }));
  const here = values.findIndex(({ prefix }) => before.startsWith(`${prefix}-`));
  return {
    key: ownKey(),
    label: valueOf("id_label"),
    parts: values
      .slice(0, here < 0 ? values.length : here)
      .filter(({ key, type }) => key && type)
      .map(plain),
    whole: [],
    people: [],
  };
};

const plain = ({ key, type, label, unknown, options }) => ({
  key,
  type,
  label: label ?? "",
  unknown: Boolean(unknown),
  options: (options ?? []).map(({ value, label }) => [value, label]).filter(([code]) => code),
});

// Whether a condition with this prefix belongs to a field: it may look at siblings only.
export const isOfField = (prefix) => /^parts-\d+-value-when-/.test(prefix);
