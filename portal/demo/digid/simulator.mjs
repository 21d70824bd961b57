/**
 * DigiD simulator: a real OpenID Connect provider with people who do not exist.
 *
 * Environment: PORT, ISSUER, CLIENT_ID, CLIENT_SECRET, REDIRECT_BASE (the portal's address).
 * Keys and sessions live in memory; the pairwise subjects stay the same after a restart.
 */
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { choosePage, homePage, problemPage } from "./pages.mjs";

const uiPackages = createRequire(new URL("../../ui/package.json", import.meta.url));
const { Provider } = await import(pathToFileURL(uiPackages.resolve("oidc-provider")).href);

const BSN_CLAIM = "urn:nl-eid-gdi:1.0:BSN";
const LEVELS = {
  substantieel: "http://eidas.europa.eu/LoA/substantial",
  midden: "http://eidas.europa.eu/LoA/low",
};
const PAIRWISE_SALT = "voordeur DigiD simulator";
const BODY_LIMIT = 4096;
const SESSION_COOKIE = "digid_simulator_session";

const { PORT, ISSUER, CLIENT_ID, CLIENT_SECRET, REDIRECT_BASE } = required(
  "PORT", "ISSUER", "CLIENT_ID", "CLIENT_SECRET", "REDIRECT_BASE",
);
const residents = JSON.parse(readFileSync(new URL("../residents.json", import.meta.url), "utf8"));

const provider = new Provider(ISSUER, {
  acrValues: Object.values(LEVELS),
  claims: { openid: ["sub", BSN_CLAIM] },
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      grant_types: ["authorization_code"],
      id_token_signed_response_alg: "PS256",
      redirect_uris: [`${REDIRECT_BASE}/account/digid/login/callback/`],
      require_auth_time: true,
      response_types: ["code"],
      subject_type: "pairwise",
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  conformIdTokenClaims: false, // brokers put the BSN in the signed token
  cookies: {
    keys: [randomBytes(32).toString("hex")],
    // On one machine all ports share their cookies, so ours carry our name.
    names: {
      interaction: "digid_simulator_interaction",
      resume: "digid_simulator_resume",
      session: SESSION_COOKIE,
    },
  },
  enabledJWA: { idTokenSigningAlgValues: ["PS256"] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  findAccount,
  interactions: { url: (_ctx, interaction) => `/inloggen/${interaction.uid}` },
  jwks: { keys: [newKey()] },
  loadExistingGrant: grantEverything,
  pairwiseIdentifier: (_ctx, accountId, client) => pairwise(accountId, client.sectorIdentifier),
  pkce: { required: () => true },
  renderError: (ctx, out) => {
    ctx.type = "html";
    ctx.body = problemPage(out.error_description ?? out.error);
  },
  responseTypes: ["code"],
  subjectTypes: ["pairwise"],
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 900, IdToken: 300, Interaction: 900, Session: 900 },
});

const answerProtocol = provider.callback();
const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error.message);
    send(response, 400, problemPage("Deze inlogpoging bestaat niet meer. Begin opnieuw."));
  });
});
server.listen(Number(PORT), "127.0.0.1", () => console.log(`DigiD simulator: ${ISSUER}`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

async function answer(request, response) {
  const path = new URL(request.url, ISSUER).pathname;
  if (path.startsWith("/auth")) forgetWhoWasHere(request);
  if (path === "/") return send(response, 200, homePage(residents));
  if (!path.startsWith("/inloggen/")) return answerProtocol(request, response);
  if (request.method === "POST") return finish(request, response);
  await provider.interactionDetails(request, response);
  return send(response, 200, choosePage(residents, Object.keys(LEVELS)));
}

/** DigiD remembers nobody: every log-in starts anew. */
function forgetWhoWasHere(request) {
  const cookies = (request.headers.cookie ?? "").split("; ");
  request.headers.cookie = cookies.filter((each) => !each.startsWith(SESSION_COOKIE)).join("; ");
}

/** Somebody was chosen, or nobody: go back to the portal with it. */
async function finish(request, response) {
  const form = new URLSearchParams(await bodyOf(request));
  const resident = residents.find(({ key }) => key === form.get("resident"));
  const acr = LEVELS[form.get("level")];
  const result =
    resident && acr
      ? { login: { accountId: resident.key, acr, amr: ["sim"], remember: false } }
      : { error: "access_denied", error_description: "cancelled" };
  return provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}

async function findAccount(_ctx, id) {
  const resident = residents.find(({ key }) => key === id);
  return resident && { accountId: id, claims: () => ({ sub: id, [BSN_CLAIM]: resident.bsn }) };
}

/** DigiD asks for no consent: choosing somebody is enough. */
async function grantEverything(ctx) {
  const { client, session } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
}

function pairwise(accountId, sector) {
  return createHash("sha256").update(`${PAIRWISE_SALT}|${sector}|${accountId}`).digest("hex");
}

function newKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), alg: "PS256", use: "sig" };
}

async function bodyOf(request) {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
    if (body.length > BODY_LIMIT) throw new Error("the form is too large");
  }
  return body;
}

function send(response, status, page) {
  response.writeHead(status, {
    "Cache-Control": "no-store",
    "Content-Security-Policy":
      `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${REDIRECT_BASE}; ` +
      "base-uri 'none'; frame-ancestors 'none'",
    "Content-Type": "text/html; charset=utf-8",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(page);
}

function required(...names) {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length) {
    console.error(`DigiD simulator: set ${missing.join(", ")}`);
    process.exit(2);
  }
  return process.env;
}
