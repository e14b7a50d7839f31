import { isError, type TransportResponse } from "@codespar/contract";
import type { Dispatcher } from "undici";
import { decodeContent } from "./decode-content.ts";

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler["onResponseStart"]>>[2];

/** Bytes of a body that are kept for a reader who is slower than the server; more stay on the connection. */
const mostKept = 65_536;

/**
 * One request and its response, as undici's dispatcher reports them. `Pool.request` would put a Node stream around every
 * body, which costs more than all else that the client does, for a response that is read as one text.
 */
export class UndiciExchange implements Dispatcher.DispatchHandler {
  /** Resolves when the response begins, rejects when there is none. */
  readonly response: Promise<TransportResponse>;
  readonly #signal: AbortSignal | undefined;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #resolve!: (response: TransportResponse) => void;
  #reject!: (reason: unknown) => void;
  /** Bytes in `#chunks`. */
  #kept = 0;
  #keepsAll = false;
  #state: "open" | "ended" | "failed" = "open";
  #failure: unknown;
  /** Wakes the reader, who waits for a piece or the end. */
  #wake: (() => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // it was aborted while it waited for a connection
    if (this.#state === "failed") this.#abort();
  }

  onResponseStart(_controller: unknown, status: number, headers: Headers): void {
    // 103 Early Hints and the like are not the response
    if (status < 200) return;
    this.#resolve(
      decodeContent({
        status,
        headers: joinRepeated(headers),
        text: () => this.#text(),
        stream: () => this.#stream(),
      }),
    );
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#kept += chunk.length;
    if (this.#kept > mostKept && !this.#keepsAll) controller.pause();
    this.#wake?.();
  }

  onResponseEnd(): void {
    this.#end("ended");
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#fail(error);
  }

  readonly #onAbort = (): void => {
    this.#fail(this.#signal?.reason);
    this.#abort();
  };

  #abort(): void {
    const reason = this.#failure;
    // undici wants an Error, and a caller can abort with anything
    this.#controller?.abort(isError(reason) ? reason : new Error("Aborted", { cause: reason }));
  }

  #fail(error: unknown): void {
    if (this.#state !== "open") return;
    this.#failure = error;
    this.#end("failed");
    this.#reject(error);
  }

  #end(state: "ended" | "failed"): void {
    this.#state = state;
    this.#signal?.removeEventListener("abort", this.#onAbort);
    this.#wake?.();
  }

  async #text(): Promise<string> {
    this.#keepsAll = true;
    while (this.#state === "open") await this.#change();
    this.#throwIfFailed();
    const [first, ...rest] = this.#chunks.splice(0);
    if (first === undefined) return "";
    const text = (rest.length === 0 ? first : Buffer.concat([first, ...rest])).toString();
    // as `fetch` reads it
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  async *#stream(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        // what was kept of a broken response is dropped, as a Node stream would
        this.#throwIfFailed();
        const chunk = this.#chunks.shift();
        if (chunk !== undefined) {
          this.#kept -= chunk.length;
          yield chunk;
        } else if (this.#state === "ended") return;
        else await this.#change();
      }
    } finally {
      // the reader has left
      if (this.#state === "open") {
        this.#fail(new Error("The reader left the response before its end."));
        this.#abort();
      }
    }
  }

  /** A response that is there already is not read after an abort either. */
  #throwIfFailed(): void {
    if (this.#state === "failed") throw this.#failure;
    this.#signal?.throwIfAborted();
  }

  /** Waits for the next piece or the end. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      this.#controller?.resume();
    });
  }
}

function joinRepeated(headers: Headers): Record<string, string> {
  for (const name in headers) {
    const value = headers[name];
    if (typeof value !== "string") headers[name] = value?.join(", ") ?? "";
  }
  // Every value is a string now.
  return headers as Record<string, string>;
}
