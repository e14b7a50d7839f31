import { redact } from "@codespar/contract";
import { UsageError } from "../cli/usage-error.ts";
import type { CommandInput } from "./command-input.ts";
import { stopSignal } from "./stop-signal.ts";

const retryMs = 2_000;

/** `listen`: shows the events of an organisation as they happen, at a gateway that runs, until it is stopped. */
export async function listen({
  environment,
  terminal,
}: Pick<CommandInput, "environment" | "terminal">): Promise<void> {
  const { CODESPAR_API_KEY: key = "", CODESPAR_BASE_URL: base = "" } = environment;
  if (key === "" || base === "") {
    throw new UsageError("listen needs CODESPAR_BASE_URL and CODESPAR_API_KEY, as the SDK does.");
  }
  if (!URL.canParse(base)) throw new UsageError("CODESPAR_BASE_URL is no address.");
  const { signal } = stopSignal();
  let lastId: string | undefined;
  while (!signal.aborted) {
    try {
      for await (const { id, data } of readStream(base, key, lastId, signal)) {
        lastId = id;
        terminal.print(describe(data));
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof UsageError) throw error;
      terminal.complain(`the gateway at ${base} cannot be reached; tried again in ${retryMs / 1000} s.`);
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, retryMs);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** The events of the stream, each with its id, from after the one that was seen last. */
async function* readStream(base: string, key: string, lastId: string | undefined, signal: AbortSignal) {
  const response = await fetch(`${base.replace(/\/$/, "")}/v1/events/stream`, {
    headers: {
      authorization: `Bearer ${key}`,
      accept: "text/event-stream",
      ...(lastId === undefined ? {} : { "last-event-id": lastId }),
    },
    signal,
  });
  if (response.status === 401 || response.status === 403) {
    await response.body?.cancel();
    throw new UsageError(`The gateway refuses CODESPAR_API_KEY (HTTP ${response.status}).`);
  }
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
  let text = "";
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const [id, data] = [field("id"), field("data")];
      if (id !== undefined && data !== undefined) yield { id, data };
    }
  }
}

/** Time, type and what it is about; values that could be personal stay out. */
function describe(json: string): string {
  // the gateway's own event
  const event = JSON.parse(json) as {
    created_at: string;
    type: string;
    livemode: boolean;
    data: Record<string, unknown>;
  };
  const shown = Object.entries(event.data)
    .filter(
      ([name, value]) => /(?:_id|^status|^method|^amount|^currency|^reason)$/.test(name) && value !== null,
    )
    .map(([name, value]) => `${name}=${String(value)}`);
  return redact([event.created_at, event.livemode ? "live" : "test", event.type, ...shown].join("  "));
}
