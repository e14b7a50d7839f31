import { timingSafeEqual } from "node:crypto";
import type { Scope } from "@codespar/contract";
import { dashboardHeaders } from "./dashboard-headers.ts";
import type { DashboardGrant, DashboardSession, DashboardSessions } from "./dashboard-sessions.ts";
import { endpointScope } from "./endpoint-scope.ts";
import { assetReader } from "./read-asset.ts";

export interface DashboardOptions {
  sessions: DashboardSessions;
  /** The folder of the built app; asked for when the first page is. */
  assets(): Promise<string>;
  /** Where the server is reached, without a slash at its end. */
  publicUrl(): string;
  /** Whether there is a test control beside the API. */
  isSandbox: boolean;
  /** What a session may do by itself; for all else the page asks for an API key again. */
  scopes: readonly Scope[];
  /** What it may look at besides: requests by GET alone. @default nothing */
  readScopes?: readonly Scope[] | undefined;
  /** What somebody may do who signs in with an API key; undefined for one that is not valid. */
  identify(key: string): Promise<DashboardGrant | undefined>;
}

/** A request on its way to the API; names of headers are in lower case. */
export interface DashboardRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export interface Dashboard {
  /** Returns the page, its files and its sessions; undefined for every other path. */
  serve(request: Request): Promise<Response | undefined>;
  /** The session that a request's cookie and its CSRF header name together. Names of headers are in lower case. */
  getSession(headers: Headers): Promise<DashboardSession | undefined>;
  /** Headers with the session's key in the place of its cookie. What carries a key already stays as it is. */
  authorise(request: DashboardRequest): Promise<Readonly<Record<string, string>>>;
  /** The scopes of a session's key: what it may do, and what it may look at. */
  listScopes(session: DashboardSession): readonly Scope[];
  /** An address that signs in once, within a minute. */
  createLink(grant: DashboardGrant): { url: string; expiresAt: number };
}

/** Largest body of a sign-in, in bytes. */
const maxBytes = 2_000;

/** The dashboard in front of an API: its files, its sign-in, and its sessions in the place of keys. */
export function createDashboard(options: DashboardOptions): Dashboard {
  const { sessions, assets, publicUrl, isSandbox, scopes, readScopes = [], identify } = options;

  const readAsset = assetReader();

  /** Cookies know no ports, and several sandboxes may run on one machine. */
  function cookieName(): string {
    const url = new URL(publicUrl());
    return url.protocol === "https:" ? "__Host-codespar-dashboard" : `codespar-dashboard-${url.port}`;
  }

  function cookie(value: string, maxAge: number): string {
    const secure = publicUrl().startsWith("https:") ? "; Secure" : "";
    return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure}`;
  }

  function getCookie(headers: Headers): string | undefined {
    const wanted = `${cookieName()}=`;
    const found = text(headers.cookie)
      .split(/; */)
      .find((pair) => pair.startsWith(wanted));
    return found?.slice(wanted.length);
  }

  async function getSession(headers: Headers): Promise<DashboardSession | undefined> {
    const csrf = text(headers["x-codespar-csrf"]);
    if (csrf === "" || !isOwnOrigin(headers)) return undefined;
    const session = await sessions.find(getCookie(headers) ?? "");
    return session !== undefined && isEqual(csrf, session.csrf) ? session : undefined;
  }

  function mayDo({ grant }: DashboardSession): Scope[] {
    return grant.scopes.filter((scope) => scopes.includes(scope));
  }

  function listScopes({ grant }: DashboardSession): Scope[] {
    return grant.scopes.filter((scope) => scopes.includes(scope) || readScopes.includes(scope));
  }

  function describe(session: DashboardSession): object {
    return {
      csrf: session.csrf,
      scopes: mayDo(session),
      read_scopes: listScopes(session),
      sandbox: isSandbox,
      livemode: session.grant.livemode ?? !isSandbox,
      expires_at: new Date(sessions.expiresAt(session)).toISOString(),
    };
  }

  async function signIn(request: Request): Promise<Response> {
    const key = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const session = key === undefined ? await exchangeLink(request) : await openWithKey(key);
    if (session === undefined) {
      return problem(
        401,
        key === undefined
          ? "This link was used, or its minute is over. Ask for another one, or sign in with an API key."
          : "This API key is not valid here.",
      );
    }
    const maxAge = Math.floor((sessions.expiresAt(session) - session.createdAt) / 1000);
    return json(200, describe(session), { "set-cookie": cookie(session.id, maxAge) });
  }

  async function exchangeLink(request: Request): Promise<DashboardSession | undefined> {
    const token = await readToken(request);
    return token === undefined ? undefined : sessions.exchange(token);
  }

  /** Never more than the key itself may do: its scopes are the grant's. */
  async function openWithKey(key: string): Promise<DashboardSession | undefined> {
    const grant = await identify(key);
    if (grant === undefined) return undefined;
    return sessions.open(grant);
  }

  function createLink(grant: DashboardGrant): { url: string; expiresAt: number } {
    const { token, expiresAt } = sessions.createLink(grant);
    return { url: `${publicUrl()}/#signin=${token}`, expiresAt };
  }

  async function makeLink(request: Request): Promise<Response> {
    const key = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    const grant = await identify(key);
    if (grant === undefined) return problem(401, "Send Authorization: Bearer with a valid API key.");
    const { url, expiresAt } = createLink(grant);
    return json(201, { url, expires_at: new Date(expiresAt).toISOString() });
  }

  async function serveSession(request: Request): Promise<Response> {
    const headers = Object.fromEntries(request.headers);
    if (!isOwnOrigin(headers)) return problem(403, "The dashboard's sessions are for its own page alone.");
    switch (request.method) {
      case "POST":
        return signIn(request);
      case "GET": {
        // no other page can read this: there is no CORS here, and the cookie is same-site
        const session = await sessions.find(getCookie(headers) ?? "");
        return session === undefined ? problem(401, "Nobody is signed in.") : json(200, describe(session));
      }
      case "DELETE": {
        const session = await getSession(headers);
        if (session !== undefined) sessions.end(session.id);
        return new Response(null, {
          status: 204,
          headers: { ...dashboardHeaders, "set-cookie": cookie("", 0) },
        });
      }
      default:
        return problem(405, "Use POST, GET or DELETE.");
    }
  }

  async function serveFile(path: string, request: Request): Promise<Response | undefined> {
    const file = await readAsset(await assets(), path);
    if (file === undefined) return undefined;
    // names carry a hash of what is in them, except for the page's own
    const isForever = path.startsWith("assets/");
    const takesGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
    return new Response(request.method === "HEAD" ? null : takesGzip ? file.gzipped : file.body, {
      headers: {
        ...dashboardHeaders,
        "content-type": file.type,
        vary: "accept-encoding",
        ...(takesGzip ? { "content-encoding": "gzip" } : {}),
        "cache-control": isForever ? "public, max-age=31536000, immutable" : "no-cache",
      },
    });
  }

  return {
    async serve(request) {
      const { pathname } = new URL(request.url);
      if (pathname === "/dashboard/session") return serveSession(request);
      if (pathname === "/dashboard/links" && request.method === "POST") return makeLink(request);
      if (request.method !== "GET" && request.method !== "HEAD") return undefined;
      // a program that asks for the root gets the API's own response
      if (pathname === "/" && request.headers.get("accept")?.includes("text/html") === true) {
        return serveFile("index.html", request);
      }
      if (pathname.startsWith("/dashboard/")) return serveFile(pathname.slice("/dashboard/".length), request);
      return undefined;
    },
    getSession,
    listScopes,
    async authorise({ method, path, headers }) {
      if (headers.authorization !== undefined || headers.cookie === undefined) return headers;
      const session = await getSession(headers);
      if (session === undefined) return headers;
      const scope = endpointScope(method, path);
      // its key may look at more than it may change
      if (method !== "GET" && scope !== undefined && !mayDo(session).includes(scope)) return headers;
      const { cookie: _cookie, "x-codespar-csrf": _csrf, ...others } = headers;
      return { ...others, authorization: `Bearer ${session.bearer}` };
    },
    createLink,
  };
}

/** No other page made the request: `Origin`, where there is one, is the server's own, and so is the fetch's site. */
export function isOwnOrigin(headers: Headers): boolean {
  const site = text(headers["sec-fetch-site"]);
  if (site !== "" && site !== "same-origin" && site !== "none") return false;
  const origin = text(headers.origin);
  if (origin === "") return true;
  try {
    return new URL(origin).host === text(headers.host).toLowerCase();
  } catch {
    return false;
  }
}

async function readToken(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? maxBytes + 1) > maxBytes) return undefined;
  try {
    const body: unknown = JSON.parse(await request.text());
    const isObject = typeof body === "object" && body !== null && "link" in body;
    return isObject && typeof body.link === "string" ? body.link : undefined;
  } catch {
    return undefined;
  }
}

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : (value?.join(", ") ?? "");
}

function isEqual(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...dashboardHeaders,
      "content-type": "application/json",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

const codes = { 401: "unauthorized", 403: "insufficient_scope", 405: "invalid_request" } as const;

function problem(status: 401 | 403 | 405, message: string): Response {
  const request_id = `req_${crypto.randomUUID()}`;
  return json(status, { error: codes[status], message, status, request_id, retryable: false });
}
