import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { errorBody } from "./error-body.ts";

/** Time in milliseconds that a client that sent a malformed request has to read the error. */
const lingerMs = 1_000;

/**
 * Has the server respond to what is no HTTP request, what comes too slowly and what has headers that are too long, in the
 * API's words, and then end the connection. Where a response is on its way already, the connection just ends.
 */
export function respondToClientErrors(server: Server): void {
  /** Responses that are under way, by their socket: words between them would be read as theirs. */
  const responses = new WeakMap<object, ServerResponse>();
  server.on("request", ({ socket }, response) => responses.set(socket, response));
  server.on("clientError", (error: Error & { code?: string }, duplex) => {
    const socket = duplex as Socket; // a server of node:http without TLS listens on net sockets
    const result = responses.get(socket);
    const isResponding = result?.headersSent === true && !result.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || isResponding) {
      socket.destroy();
      return;
    }
    const { status, body } = getProblem(error.code);
    const text = JSON.stringify(body);
    // what it goes on sending is read and forgotten: an unread byte would take the response away from it
    socket.resume();
    socket.end(
      `HTTP/1.1 ${status} ${status === 413 ? "Payload Too Large" : "Bad Request"}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
    );
    const cut = setTimeout(() => socket.destroy(), lingerMs);
    socket.once("close", () => clearTimeout(cut));
  });
}

function getProblem(code: string | undefined) {
  if (code === "HPE_HEADER_OVERFLOW") {
    return errorBody("payload_too_large", "The headers are larger than 16384 bytes. Send less.");
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return errorBody("invalid_request", "The request did not arrive in time. Send it again.");
  }
  if (code === "HPE_INVALID_EOF_STATE") {
    return errorBody("invalid_request", "The request was cut off. Send it again.");
  }
  return errorBody("invalid_request", "This is not an HTTP request.");
}
