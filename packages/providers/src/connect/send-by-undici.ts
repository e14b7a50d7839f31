import { lookup } from "node:dns";
import { createSecureContext } from "node:tls";
import { admittedLookup, isPrivateAddress, isThisMachine, type ResolveName } from "@codespar/backend";
import { isError } from "@codespar/contract";
import { Agent, type Dispatcher, request } from "undici";
import { decodeText } from "./decode-text.ts";
import {
  type ClientCertificate,
  CredentialsUnusable,
  largestResponse,
  NothingSent,
  type Sender,
} from "./sender.ts";

/** What the operating system says of a connection that never came about, in the words of `ProviderUnavailable`. */
const proofs: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection_refused",
  EHOSTUNREACH: "host_unreachable",
  ENETUNREACH: "network_unreachable",
  ENOTFOUND: "host_not_found",
  EAI_AGAIN: "host_not_found",
  UND_ERR_CONNECT_TIMEOUT: "connect_timeout",
};

export interface UndiciSenderOptions {
  /** Milliseconds for a connection to come about. @default 10_000 */
  connectTimeoutMs?: number | undefined;
  /** @default agents of its own, one request at a time on a connection */
  dispatcher?: Dispatcher | undefined;
  /** The authorities that vouch for servers, in PEM. @default those that Node.js knows */
  ca?: string | undefined;
  /** Resolves hosts that users named. @default the operating system's resolver */
  resolveName?: ResolveName | undefined;
}

/** Client certificates whose connections are kept open at a time. */
const mostCertificates = 256;

/** Sends by undici, which distinguishes a connection that was refused from one that broke. Node.js only. */
export function sendByUndici({
  connectTimeoutMs = 10_000,
  dispatcher,
  ca,
  resolveName = lookup,
}: UndiciSenderOptions = {}): Sender {
  const agents = new Map<string, Dispatcher>();
  const publicLookup = admittedLookup(resolveName, (address) => !isPrivateAddress(address), privateHost);

  /** Connections are shared only by requests that show the same certificate, and look at addresses alike. */
  function getAgent(clientCertificate: ClientCertificate | undefined, publicHost: boolean): Dispatcher {
    // one that was given may connect anywhere
    if (dispatcher !== undefined && !publicHost) return dispatcher;
    const { certificate = "", key = "" } = clientCertificate ?? {};
    const name = `${publicHost}\n${certificate}\n${key}`;
    const agent = agents.get(name) ?? createAgent(clientCertificate, publicHost);
    // the one that was used last stands last
    agents.delete(name);
    agents.set(name, agent);
    const [oldest] = agents;
    if (agents.size > mostCertificates && oldest !== undefined) {
      agents.delete(oldest[0]);
      // what is under way ends first
      void oldest[1].close();
    }
    return agent;
  }

  function createAgent(clientCertificate: ClientCertificate | undefined, publicHost: boolean): Agent {
    const authorities = ca === undefined ? {} : { ca };
    const guard = publicHost ? { lookup: publicLookup } : {};
    return new Agent({
      connect: { timeout: connectTimeoutMs, ...authorities, ...guard, ...readCertificate(clientCertificate) },
      // with more than one request on a connection, one that was never written would end like one that was
      pipelining: 1,
      allowH2: false,
      maxResponseSize: largestResponse,
    });
  }

  return async ({ method, url, headers, body, clientCertificate, publicHost = false, signal }) => {
    signal.throwIfAborted();
    // an address that is written as such is never looked up
    if (publicHost) refuseHere(new URL(url).hostname);
    const agent = getAgent(url.startsWith("https:") ? clientCertificate : undefined, publicHost);
    try {
      const response = await request(url, {
        dispatcher: agent,
        method,
        // undici does not decode; what is compressed all the same is read below
        headers: { ...headers, "accept-encoding": "identity" },
        body: body ?? null,
        signal,
      });
      const received = flatten(response.headers);
      const coding = received["content-encoding"] ?? "identity";
      const text =
        coding === "identity"
          ? await response.body.text()
          : decodeText(new Uint8Array(await response.body.arrayBuffer()), coding);
      return { status: response.statusCode, headers: received, text };
    } catch (error) {
      throw readProof(error) ?? error;
    }
  };
}

function refuseHere(hostname: string): void {
  if (isThisMachine(hostname) || isPrivateAddress(hostname)) throw privateHost(hostname);
}

function privateHost(hostname: string): CredentialsUnusable {
  return new CredentialsUnusable(
    `nothing was sent. ${hostname} is no host of the public internet. Connect it again with one that is.`,
  );
}

/** Fails here, before anything is sent, when the two do not belong together. */
function readCertificate(given: ClientCertificate | undefined): { cert?: string; key?: string } {
  if (given === undefined) return {};
  const { certificate: cert, key } = given;
  try {
    createSecureContext({ cert, key });
  } catch {
    // what OpenSSL says may quote the key
    throw new CredentialsUnusable(
      "Its client certificate and private key cannot be read, or do not belong together. Connect it again with both from the bank's portal.",
    );
  }
  return { cert, key };
}

/** Only what happened while connecting: a socket that was open may have carried the request. */
function readProof(error: unknown): NothingSent | undefined {
  if (!isError(error)) return undefined;
  // several addresses were tried and each failed
  if ("errors" in error && Array.isArray(error.errors) && error.errors.length > 0) {
    const [first] = error.errors.map(readProof);
    return error.errors.every((inner: unknown) => readProof(inner) !== undefined) ? first : undefined;
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const syscall = "syscall" in error ? error.syscall : undefined;
  const whileConnecting =
    syscall === "connect" || syscall === "getaddrinfo" || code.startsWith("UND_ERR_CONNECT");
  const reason = Object.hasOwn(proofs, code) ? proofs[code] : undefined;
  return whileConnecting && reason !== undefined ? new NothingSent(reason) : undefined;
}

/** Names come in lower case; a header that came several times is one. */
function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === "string" ? value : value.join(", ");
  }
  return flat;
}
