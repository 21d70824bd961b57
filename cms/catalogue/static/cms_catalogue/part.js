// A field of a question shows what belongs to its kind of answer. What is filled in is
// never hidden, so nobody publishes what they do not see.
const { StreamBlock, StructBlock } = window.wagtailStreamField.blocks;

const BELONGS = {
  options: ["choice", "choices"],
  unit: ["number", "money"],
  minimum: ["number", "money", "choices"],
  maximum: ["number", "money", "choices"],
  max_length: ["text", "story"],
  past: ["date"],
  future: ["date"],
};

export class Part extends StructBlock {
  constructor(...given) {
    super(...given);
    const type = this.childBlocks.type.widget.input;
    type.addEventListener("change", () => this.tidy(type.value));
    this.tidy(type.value);
  }

  tidy(type) {
    for (const [name, types] of Object.entries(BELONGS)) {
      const place = this.container[0].querySelector(`:scope > [data-contentpath="${name}"]`);
      if (place) place.hidden = !types.includes(type) && !this.isFilled(name);
    }
  }

  isFilled(name) {
    const value = this.childBlocks[name].getValue();
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }

  setState(state) {
    super.setState(state);
    this.tidy(this.childBlocks.type.getValue());
  }
}

// The fields of a question. Where there are several the form opens with their names only.
export class Parts extends StreamBlock {
  constructor(...given) {
    super(...given);
    const isBroken = this.children.some(({ element }) => element.querySelector(".w-field--error"));
    if (this.children.length > 1 && !isBroken) for (const each of this.children) each.collapse();
  }
}
