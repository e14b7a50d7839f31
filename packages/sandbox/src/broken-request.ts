import type { Duplex } from "node:stream";
import { httpProblem } from "./http-problem.ts";

/** Answers what is no HTTP request, or one with headers that are too long, in the API's words. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Duplex): void {
  const isGone = error.code === "ECONNRESET" || !socket.writable;
  if (isGone) {
    socket.destroy();
    return;
  }
  const { status, body } = problemOf(error.code);
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${status === 413 ? "Payload Too Large" : "Bad Request"}\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
}

function problemOf(code: string | undefined) {
  if (code === "HPE_HEADER_OVERFLOW") {
    return httpProblem("payload_too_large", "The headers are larger than 16384 bytes. Send less.");
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return httpProblem("invalid_request", "The request did not arrive in time. Send it again.");
  }
  return httpProblem("invalid_request", "This is not an HTTP request.");
}
