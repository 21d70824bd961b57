// A condition, with what it says in words below it; and rules inside a group, which tell
// when one comes, goes or moves.
import { isOfField } from "./offered.js";
import { sentenceOf } from "./sentences.js";
import { make } from "./values.js";

const { StreamBlock } = window.wagtailStreamField.blocks;
const PAUSE = 400;

export class Rules extends StreamBlock {
  blockCountChanged() {
    super.blockCountChanged();
    this.tell();
  }

  moveBlock(...places) {
    super.moveBlock(...places);
    this.tell();
  }

  tell() {
    this.element?.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

export class Condition extends Rules {
  constructor(...given) {
    super(...given);
    this.words = make("p", { className: "catalogue-sentence" });
    this.element.append(this.words);
    for (const kind of ["input", "change"]) {
      this.element.addEventListener(kind, () => this.later());
    }
    this.later();
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.speak(), PAUSE);
  }

  async speak() {
    const condition = this.getValue();
    const said = await sentenceOf({ condition, isOfField: isOfField(`${this.prefix}-`) });
    if (this.words.textContent === said) return;
    this.words.textContent = said;
    // What stood there when the page opened is no news; what changes afterwards is.
    setTimeout(() => this.words.setAttribute("role", "status"), PAUSE);
  }

  getTextLabel() {
    return this.words?.textContent ?? "";
  }
}
