import type { WebhookEvent } from "@codespar/contract";
import { isError } from "@codespar/contract";
import type { Api } from "../api/api.ts";
import { followSignal } from "../api/send-request.ts";
import { CodeSparError } from "../errors/codespar-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { decodeEvents } from "./decode-events.ts";
import { endWhenSilent } from "./end-when-silent.ts";

/** Reads the event stream of the API. Leaving it closes the connection. */
export async function* followEvents(
  api: Api,
  {
    lastEventId,
    signal,
    onOpen,
  }: {
    lastEventId?: string | undefined;
    signal?: AbortSignal | undefined;
    onOpen?: (() => void) | undefined;
  },
): AsyncGenerator<WebhookEvent, void, void> {
  const reading = new AbortController();
  const unfollow = followSignal(reading, signal);
  try {
    const request = api.prepare({ method: "GET", path: ["events", "stream"], lastEventId }, true);
    request.signal = reading.signal;
    const { stream = [] } = await api.send(request);
    onOpen?.();
    const pieces = endWhenSilent(stream, request.timeoutMs, api.runtime, reading);
    for await (const messages of decodeEvents(pieces)) {
      for (const { data } of messages) yield parse(data);
    }
    throw new ConnectionError({ message: "The event stream has ended.", cause: undefined, maybeSent: true });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const why = reading.signal.aborted ? reading.signal.reason : error;
    if (CodeSparError.isInstance(why)) throw why;
    const message = `The event stream was lost: ${isError(why) ? why.message : String(why)}.`;
    throw new ConnectionError({ message, cause: why, maybeSent: true });
  } finally {
    unfollow();
    reading.abort();
  }
}

/** The contract's word for what the API sends. */
function parse(data: string): WebhookEvent {
  return JSON.parse(data);
}
