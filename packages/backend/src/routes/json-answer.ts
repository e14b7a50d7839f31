import type { BackendAnswer } from "../http-message.ts";

/** A JSON answer. */
export function jsonAnswer(status: number, value: unknown, headers?: Record<string, string>): BackendAnswer {
  return textAnswer(status, JSON.stringify(value), headers);
}

/** An answer whose body is JSON text already. */
export function textAnswer(status: number, body: string, headers?: Record<string, string>): BackendAnswer {
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

/** 204. */
export function emptyAnswer(): BackendAnswer {
  return { status: 204, headers: {}, body: "" };
}
