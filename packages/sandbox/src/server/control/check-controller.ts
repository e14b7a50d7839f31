import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { errorBody, isLoopbackAddress, isLoopbackHost } from "@codespar/node-runtime";

/** The header that carries the control token. No webhook and no form can send it. */
export const controlHeader = "x-codespar-control";

/** What a proxy adds: the client is then another than the socket says. */
const proxyHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Why a request may not control the sandbox, as a response; undefined when it may. */
export function checkController(
  { socket, headers }: IncomingMessage,
  { token, isSignedIn }: { token: string; isSignedIn: boolean },
): { status: number; body: object } | undefined {
  const isLocal =
    isLoopbackAddress(socket.remoteAddress) &&
    isLoopbackHost(headers.host) &&
    !proxyHeaders.some((name) => headers[name] !== undefined);
  const isOwnPage = headers.origin === undefined || headers.origin === `http://${headers.host}`;
  if (!isLocal || !isOwnPage) {
    return errorBody(
      "not_found",
      "The test control works on this machine alone, through no proxy, and to no other web page.",
    );
  }
  if (isSignedIn || isEqual(String(headers[controlHeader] ?? ""), token)) return undefined;
  return errorBody(
    "unauthorized",
    `Send the header ${controlHeader} with the control token: the one that the sandbox printed, or that was given by --control-token.`,
  );
}

function isEqual(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
