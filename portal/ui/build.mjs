// Bundles the style sheet and the scripts into static/ui/build/; fonts.py adds the fonts.
// Django's static storage gives them their fingerprints.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("static/ui/build");
await build({
  entryPoints: [here("src/site.css"), here("src/site.js")],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  // Phones of eight years old still open the page; newer rules degrade one by one.
  target: ["chrome90", "firefox90", "safari14.1"],
  external: ["./fonts/*"],
  legalComments: "linked",
  logLevel: "warning",
});
