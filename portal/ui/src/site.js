// Everything here is an extra: each page works without it.
import { autosave } from "./autosave.js";
import { errorSummary } from "./error-summary.js";
import { languages } from "./languages.js";
import { quickExit } from "./quick-exit.js";
import { reveal } from "./reveal.js";
import { searchSuggestions } from "./search-suggestions.js";
import { sessionWarning } from "./session-warning.js";

quickExit(document);
reveal(document);
errorSummary(document);
autosave(document);
languages(document);
sessionWarning(document);
searchSuggestions(document);
