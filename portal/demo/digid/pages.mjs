/** The simulator's pages, in plain Dutch, each one marked. */

const MARK = "DigiD-simulator — geen echt DigiD";
const STYLE = `
  :root { color-scheme: light; }
  body { margin: 0; background: #f6f4ee; color: #1b2526; font: 1.125rem/1.6 system-ui, sans-serif; }
  header { background: #1b2526; color: #ffd43b; padding: 1rem; font-weight: 700; }
  header p, main { max-width: 40rem; margin: 0 auto; }
  main { padding: 1rem; }
  h1 { line-height: 1.25; }
  ul { list-style: none; padding: 0; }
  li { margin: 0 0 .75rem; }
  fieldset { border: 1px solid #5b6769; margin: 0 0 1.5rem; padding: .75rem 1rem; }
  legend { font-weight: 700; }
  label { display: block; padding: .25rem 0; }
  button { width: 100%; padding: .75rem 1rem; border: 2px solid #0b5a5e; background: #fff;
    color: #073e41; font: inherit; text-align: left; cursor: pointer; }
  button:hover { background: #e7f0f0; }
  button strong { display: block; text-decoration: underline; }
  button.cancel { width: auto; border-color: #5b6769; }
  :focus-visible { outline: 3px solid #1b2526; outline-offset: 2px; background-color: #ffd43b; }
`;
const LEVEL_LABELS = {
  substantieel: "Substantieel: de DigiD-app met ID-check",
  midden: "Midden: alleen de DigiD-app (de gemeente weigert dit)",
};

/** Choose who you are: one click, no password. */
export function choosePage(residents, levels) {
  const choices = levels.map(
    (level, place) => `
      <label><input type="radio" name="level" value="${level}" ${place ? "" : "checked"}>
        ${LEVEL_LABELS[level]}</label>`,
  );
  const people = residents.map(
    ({ key, name, about }) => `
      <li><button name="resident" value="${key}"><strong>${escaped(name)}</strong>
        ${escaped(about)}</button></li>`,
  );
  return page(
    "Wie bent u vandaag?",
    `<p>Deze mensen bestaan niet. Kies er een. U heeft geen wachtwoord nodig.</p>
    <form method="post">
      <fieldset><legend>Hoe logt u in?</legend>${choices.join("")}</fieldset>
      <ul>${people.join("")}</ul>
      <button class="cancel" name="resident" value="">Stoppen met inloggen</button>
    </form>`,
  );
}

/** For who comes here by the printed address. */
export function homePage(residents) {
  const names = residents.map(({ name, about }) => `<li>${escaped(name)}: ${escaped(about)}</li>`);
  return page(
    "Hier logt u in als iemand die niet bestaat",
    `<p>Begin op de website van de gemeente. Kies daar: inloggen met DigiD. U kunt dan kiezen
    uit deze mensen:</p><ul>${names.join("")}</ul>`,
  );
}

/** Something is wrong with the request; the portal made a mistake or the visitor waited. */
export function problemPage(problem) {
  return page("Inloggen lukt niet", `<p>${escaped(problem)}</p>`);
}

function page(title, body) {
  return `<!DOCTYPE html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – ${MARK}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <header><p>${MARK}</p></header>
    <main><h1>${title}</h1>${body}</main>
  </body>
</html>
`;
}

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
