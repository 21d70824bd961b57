// A rule of a condition: one choice for question and field, the operators that fit it, and a
// value asked by its kind. What is stored but gone or misfit is shown as such, and stays
// until somebody chooses something else.
import { isOfField, offer, ownKey, unreachable } from "./offered.js";
import { fillQuestions, keysOf } from "./question.js";
import { inputFor, make } from "./values.js";

const { StructBlock } = window.wagtailStreamField.blocks;

export class Rule extends StructBlock {
  constructor(...given) {
    super(...given);
    this.root = this.container[0];
    this.operators = [...this.input("operator").options].map(({ value, text }) => [value, text]);
    offer().then(
      (offered) => this.build(offered),
      () => {
        const said = { className: "catalogue-note", textContent: unreachable() };
        this.root.append(make("p", said));
      },
    );
  }

  input(name) {
    return this.childBlocks[name].widget.input;
  }

  wrapper(name) {
    return this.root.querySelector(`:scope > [data-contentpath="${name}"]`);
  }

  text(name) {
    return this.input(name).value;
  }

  build(offered) {
    this.offered = offered;
    this.question = make("select", { id: `${this.prefix}-question` });
    this.note = make("p", { className: "catalogue-note", id: `${this.prefix}-note`, hidden: true });
    this.field = this.labelled(this.question, offered.words.question);
    this.valueField = make("div", { className: "catalogue-value" });
    this.wrapper("element").before(this.field);
    this.wrapper("value").before(this.valueField);
    this.root.append(this.note);
    for (const name of ["element", "part", "value"]) this.wrapper(name).hidden = true;
    this.question.addEventListener("focus", () => this.fillQuestions());
    this.question.addEventListener("change", () => this.chooseQuestion());
    this.input("operator").addEventListener("change", () => this.drawValue({ keep: false }));
    this.draw();
    this.takeErrors();
    if (isOfField(this.prefix)) this.followKey();
  }

  // A field's condition looks at its own question, so it goes along when the key is changed.
  followKey() {
    let known = ownKey();
    document.getElementById("id_key")?.addEventListener("input", () => {
      if (this.text("element") === known) this.input("element").value = ownKey();
      known = ownKey();
      this.fillQuestions();
    });
  }

  draw() {
    this.fillQuestions();
    this.fillOperators();
    this.drawValue({ keep: true });
    const asksOthers = this.chosen.question?.people.some((who) => who !== "self");
    this.wrapper("about").hidden = !asksOthers && !this.text("about");
  }

  fillQuestions() {
    const { offered, prefix } = this;
    const stored = { key: this.text("element"), part: this.text("part") };
    this.places = fillQuestions(this.question, { offered, prefix, ...stored });
    this.chosen = this.places.get(this.question.value) ?? {};
  }

  fitting() {
    const { question, part } = this.chosen;
    if (!question) return this.operators.map(([code]) => code).filter(Boolean);
    return part ? this.offered.operators[part.type][String(part.unknown)] : question.whole;
  }

  // Offers the operators that fit, and the stored one whether it fits or not.
  fillOperators(stored = this.text("operator")) {
    const input = this.input("operator");
    const fitting = new Set(["", ...this.fitting()]);
    const { misfit } = this.offered.words;
    const shown = this.operators.filter(([code]) => fitting.has(code) || code === stored);
    const words = (code, text) => (fitting.has(code) ? text : misfit.replace("%(name)s", text));
    input.replaceChildren(...shown.map(([code, text]) => new Option(words(code, text), code)));
    input.value = stored;
    this.isMisfit = !fitting.has(stored);
  }

  chooseQuestion() {
    const { key, part } = keysOf(this.question.value);
    this.input("element").value = key;
    this.input("part").value = part;
    this.chosen = this.places.get(this.question.value) ?? {};
    const fitting = this.fitting();
    const kept = this.text("operator");
    this.fillOperators(fitting.includes(kept) ? kept : fitting[0]);
    this.store("");
    this.draw();
  }

  // The input for the value. `keep`: what is stored is shown, whether it fits or not.
  drawValue({ keep }) {
    const operator = this.text("operator");
    if (!keep) this.fillOperators();
    const id = `${this.prefix}-choice`;
    let drawn = inputFor(this.chosen.part, operator, this.text("value"), this.offered, id);
    if (!keep && drawn?.isStrange) {
      this.store("");
      drawn = inputFor(this.chosen.part, operator, "", this.offered, id);
    }
    if (operator === "answered") this.store("true");
    const fields = drawn ? [this.labelled(drawn.element, drawn.label, drawn)] : [];
    this.valueField.replaceChildren(...fields);
    drawn?.element.addEventListener("input", () => this.store(drawn.read()));
    drawn?.element.addEventListener("change", () => this.store(drawn.read()));
    this.isStrange = Boolean(drawn?.isStrange);
    this.tellTrouble();
  }

  store(text) {
    this.input("value").value = text;
  }

  tellTrouble() {
    const { question, isElsewhere } = this.chosen;
    const isGone = Boolean(this.text("element")) && !question;
    const isTrouble = isGone || isElsewhere || this.isMisfit || this.isStrange;
    this.note.textContent = isTrouble ? this.offered.words.check : "";
    this.note.hidden = !isTrouble;
    for (const each of [this.question, this.input("operator")]) {
      each.setAttribute("aria-describedby", this.note.id);
    }
  }

  // The look of Wagtail's own fields: a label above, the input below.
  labelled(input, words, { isGroup = false } = {}) {
    const label = make(isGroup ? "span" : "label", { className: "w-field__label" });
    label.textContent = words ?? this.offered.words.value;
    if (isGroup) {
      label.id = `${input.id}-label`;
      input.setAttribute("aria-labelledby", label.id);
    } else label.htmlFor = input.id;
    const inside = make("div", { className: "w-field__input" }, input);
    const field = make("div", { className: "w-field" }, inside);
    return make("div", { className: "catalogue-field" }, label, field);
  }

  // What the server found wrong with a hidden input stands with the one in its place.
  takeErrors() {
    const places = { element: this.field, part: this.field, value: this.valueField };
    for (const [name, place] of Object.entries(places)) {
      const found = this.wrapper(name).querySelector("[data-field-errors]:has(.error-message)");
      if (found) place.prepend(found);
    }
  }

  setError(error) {
    super.setError(error);
    if (this.offered) this.takeErrors();
  }

  setState(state) {
    super.setState(state);
    if (this.offered) this.draw();
  }

  getTextLabel() {
    return this.question?.selectedOptions[0]?.text ?? this.text("element");
  }

  focus(options) {
    if (this.question) this.question.focus(options);
    else super.focus(options);
  }
}
