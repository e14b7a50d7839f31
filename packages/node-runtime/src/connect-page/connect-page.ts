import { type Clock, type ConnectSessions, type ConnectSessionView, hashKey } from "@codespar/backend";
import { readForm, readJsonText } from "../link-pages/read-request.ts";
import { assetResponse, pageResponse, redirectResponse } from "../link-pages/respond.ts";
import { stylesheet } from "../link-pages/stylesheet.ts";
import { script } from "./assets.ts";
import type { ConnectableProvider, Consent } from "./connectable-provider.ts";
import { donePage, type FormPage, formPage, gonePage, openingPage } from "./pages.ts";
import { endedSessionCookie, readSessionCookie, sessionCookie } from "./session-cookie.ts";
import { type Texts, textsFor } from "./texts.ts";

export interface ConnectPageOptions {
  sessions: ConnectSessions;
  providers: Pick<ReadonlyMap<string, ConnectableProvider>, "get">;
  /** Where browsers reach the gateway. */
  publicUrl(): string;
  clock: Clock;
  /** A connection was stored. @default nobody */
  onConnected?: ((connection: { connectionId: string; session: ConnectSessionView }) => void) | undefined;
  /** A consent could not be completed. @default nobody */
  onError?: ((error: unknown, provider: string) => void) | undefined;
}

/** A session that is open in this browser, and what belongs to it. */
interface Open {
  secret: string;
  session: ConnectSessionView;
  provider: ConnectableProvider;
  texts: Texts;
}

const trialTimeoutMs = 20_000;

/**
 * The pages under `/connect`: a link's fragment becomes a session of the browser, the person types the provider's credentials or
 * consents there, and what works is stored.
 */
export function connectPage({ sessions, providers, publicUrl, clock, ...tell }: ConnectPageOptions) {
  const routes: Readonly<Record<string, (request: Request, texts: Texts) => Promise<Response>>> = {
    "GET /connect": async (_request, texts) => pageResponse(openingPage(texts)),
    "GET /connect/page.css": async () => assetResponse("text/css", stylesheet),
    "GET /connect/open.js": async () => assetResponse("text/javascript", script),
    "POST /connect/open": open,
    "GET /connect/form": (request, texts) =>
      withSession(request, texts, async (opened) => showForm(opened, {})),
    "POST /connect/form": (request, texts) => withForm(request, texts, connect),
    "POST /connect/consent": (request, texts) => withForm(request, texts, beginConsent),
    "GET /connect/callback/:provider": endConsent,
  };

  return async function serve(request: Request): Promise<Response> {
    const texts = textsFor(request.headers.get("accept-language"));
    const path = new URL(request.url).pathname.replace(/^(\/connect\/callback\/)[^/]+$/, "$1:provider");
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = routes[`${method} ${path}`];
    return route === undefined ? pageResponse(gonePage(texts), { status: 404 }) : route(request, texts);
  };

  /** Uses up the link. JSON alone: no form of another site can send it. */
  async function open(request: Request): Promise<Response> {
    const token = await readJsonText(request, "token");
    const opened = token === undefined ? undefined : await sessions.open(token);
    if (opened === undefined) return new Response(null, { status: 410 });
    const { secret, session } = opened;
    const seconds = Math.max(0, Math.floor((session.expiresAt - clock.now()) / 1000));
    return new Response(null, { status: 204, headers: { "set-cookie": sessionCookie(secret, seconds) } });
  }

  async function withSession(
    request: Request,
    texts: Texts,
    respond: (opened: Open) => Promise<Response>,
  ): Promise<Response> {
    const secret = readSessionCookie(request);
    const session = secret === undefined ? undefined : await sessions.read(secret);
    const provider = session === undefined ? undefined : providers.get(session.server);
    if (secret === undefined || session === undefined || provider === undefined) return gone(texts);
    return respond({ secret, session, provider, texts });
  }

  /** A form of this page, sent by the browser in which it was shown. */
  async function withForm(
    request: Request,
    texts: Texts,
    respond: (opened: Open, form: URLSearchParams) => Promise<Response>,
  ): Promise<Response> {
    const site = request.headers.get("sec-fetch-site");
    const form = await readForm(request);
    return withSession(request, texts, async (opened) => {
      const isOurs =
        (site === null || site === "same-origin") && form?.get("csrf") === getCsrf(opened.secret);
      return isOurs && form !== undefined ? respond(opened, form) : gone(texts, 403);
    });
  }

  async function connect(opened: Open, form: URLSearchParams): Promise<Response> {
    const { provider, session, texts } = opened;
    const typed = new Map(provider.fields.map(({ name }) => [name, form.get(`field.${name}`)?.trim() ?? ""]));
    const credentials = Object.fromEntries([...typed].filter(([, value]) => value !== ""));
    const missing = provider.fields.find(({ name, required }) => required && typed.get(name) === "");
    if (missing !== undefined) {
      return showForm(opened, { values: credentials, problem: { lead: texts.missing(missing.label) } });
    }
    const account = getAccount(session);
    const problem = await provider.checkCredentials(credentials, account);
    if (problem !== undefined) {
      return showForm(opened, { values: credentials, problem: { lead: texts.refused, detail: problem } });
    }
    const trial = await provider.tryCredentials(credentials, account, AbortSignal.timeout(trialTimeoutMs));
    switch (trial.status) {
      case "refused":
        return showForm(opened, {
          values: credentials,
          problem: { lead: texts.refusedBy(provider.name) },
        });
      case "unreachable":
        return showForm(opened, { values: credentials, problem: { lead: texts.unreachable(provider.name) } });
      case "works":
        return complete(opened, credentials);
    }
  }

  async function beginConsent(opened: Open): Promise<Response> {
    const { provider, secret, texts } = opened;
    const { consent } = provider;
    const pending = consent === undefined ? undefined : await sessions.beginConsent(secret);
    if (consent === undefined || pending === undefined) return gone(texts);
    const url = new URL(consent.authorizationUrl);
    const query = {
      ...consent.parameters,
      response_type: "code",
      client_id: consent.clientId,
      redirect_uri: getRedirectUri(provider),
      state: pending.state,
      code_challenge: await getChallenge(pending.verifier),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return redirectResponse(url.href);
  }

  /** The provider has sent the person back: with a code, or without. */
  async function endConsent(request: Request, texts: Texts): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    return withSession(request, texts, async (opened) => {
      const { provider, secret, session } = opened;
      const { consent } = provider;
      const state = searchParams.get("state") ?? "";
      // each provider has an address of its own, so that one cannot hand in another's code
      const isHere = pathname === `/connect/callback/${provider.id}`;
      if (consent === undefined || !isHere) return gone(texts, 403);
      const pending = await sessions.endConsent(secret, state);
      if (pending === undefined) return gone(texts, 403);
      const code = searchParams.get("code");
      if (code === null || !isIssuer(consent, searchParams.get("iss"))) {
        return showForm(opened, { problem: { lead: texts.denied(provider.name) } });
      }
      const signal = AbortSignal.timeout(trialTimeoutMs);
      try {
        const { verifier } = pending;
        const account = getAccount(session);
        const redirectUri = getRedirectUri(provider);
        const { credentials, expiresAt } = await consent.exchange(
          { code, redirectUri, verifier, account },
          signal,
        );
        const problem = await provider.checkCredentials(credentials, account);
        if (problem === undefined) return await complete(opened, credentials, expiresAt);
        return showForm(opened, { problem: { lead: texts.refused, detail: problem } });
      } catch (error) {
        tell.onError?.(error, provider.id);
        return showForm(opened, { problem: { lead: texts.denied(provider.name) } });
      }
    });
  }

  async function complete(
    { secret, provider, texts }: Open,
    credentials: Readonly<Record<string, string>>,
    expiresAt: number | null = null,
  ): Promise<Response> {
    const completed = await sessions.complete(secret, credentials, expiresAt);
    if (completed === undefined) return gone(texts);
    const headers = { "set-cookie": endedSessionCookie };
    const { session, connectionId } = completed;
    tell.onConnected?.(completed);
    if (session.returnUrl === null) return pageResponse(donePage(texts, provider.name), { headers });
    const back = new URL(session.returnUrl);
    back.searchParams.set("connection_id", connectionId);
    return redirectResponse(back.href, headers);
  }

  function showForm(
    { provider, session, secret, texts }: Open,
    shown: Pick<FormPage, "problem" | "values">,
  ): Promise<Response> {
    const page = formPage(texts, { provider, livemode: session.livemode, csrf: getCsrf(secret), ...shown });
    const { authorizationUrl } = provider.consent ?? {};
    return pageResponse(page, {
      status: shown.problem === undefined ? 200 : 422,
      // a browser holds redirects after a form to this as well
      formTarget: authorizationUrl === undefined ? undefined : new URL(authorizationUrl).origin,
    });
  }

  function getRedirectUri({ id }: ConnectableProvider): string {
    return `${publicUrl()}/connect/callback/${id}`;
  }
}

function gone(texts: Texts, status = 410): Promise<Response> {
  return pageResponse(gonePage(texts), { status });
}

/** Only a page that was made for this session's browser knows it. */
function getCsrf(secret: string): string {
  return hashKey(`csrf ${secret}`).slice(0, 32);
}

function getAccount({ organisation, tenant }: ConnectSessionView): string {
  return tenant === null ? organisation : `${organisation}/${tenant}`;
}

/** RFC 9207: a provider that has an issuer must name itself with the code; one that has none must not name another. */
function isIssuer({ issuer }: Consent, iss: string | null): boolean {
  return issuer === undefined ? iss === null : iss === issuer;
}

/** RFC 7636, S256. */
async function getChallenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString("base64url");
}
