// The forms of the catalogue. Wagtail draws the blocks of a stream in the browser; these
// take the place of its own for conditions, rules and fields, so they come along whenever
// a block is added, moved or duplicated. What is stored stays what Wagtail's inputs hold.
import { Condition, Rules } from "./condition.js";
import { Part, Parts } from "./part.js";
import { Rule } from "./rule.js";
import { KeptSelect } from "./kept_select.js";
import "./spot.js";

const { StreamBlockDefinition, StructBlockDefinition } = window.wagtailStreamField.blocks;

// A definition that draws its blocks as this kind.
const drawnAs = (kind, definition) =>
  class extends definition {
    render(placeholder, prefix, state, error) {
      return new kind(this, placeholder, prefix, state, error);
    }
  };

const { telepath } = window;
telepath.register("cms_catalogue.Rule", drawnAs(Rule, StructBlockDefinition));
telepath.register("cms_catalogue.Part", drawnAs(Part, StructBlockDefinition));
telepath.register("cms_catalogue.Parts", drawnAs(Parts, StreamBlockDefinition));
telepath.register("cms_catalogue.Rules", drawnAs(Rules, StreamBlockDefinition));
telepath.register("cms_catalogue.Condition", drawnAs(Condition, StreamBlockDefinition));
telepath.register("cms_catalogue.KeptSelect", KeptSelect);
