// A select that shows a stored value which is no choice any more, instead of an empty one.
const Select = window.telepath.constructors["wagtail.widgets.Select"];

export class KeptSelect extends Select {
  constructor(html, gone) {
    super(html);
    this.gone = gone;
  }

  render(placeholder, name, id, state, ...others) {
    const bound = super.render(placeholder, name, id, state, ...others);
    const [value] = [state].flat();
    if (value && bound.getValue() !== value) {
      bound.input.add(new Option(this.gone.replace("%s", value), value));
      bound.setState([value]);
    }
    return bound;
  }
}
