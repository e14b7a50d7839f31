import type { Transport } from "@codespar/contract";
import { CodeSpar } from "@codespar/sdk";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";
import { benchmarkKey, payCall } from "./pay-call.ts";

const rounds = 9;
const eventCount = 16_000;
const chunkBytes = 64 * 1024;
const encoder = new TextEncoder();

/** `sendStream` over bytes in memory: what reading events costs, from bytes to parsed objects. */
export async function sse({ figure, progress }: Report): Promise<void> {
  const data = JSON.stringify({ stage: "label", message: getText(950), progress: 0.5 });
  const lines = (newline: string) => {
    const event = ["event: tool_call.progress", "id: 7", `data: ${data}`, "", ""].join(newline);
    return encoder.encode(event.repeat(eventCount) + lastEvent(newline));
  };
  const crlf = lines("\r\n");
  const cuts = {
    "64 KiB chunks": getChunks(lines("\n"), () => false),
    "chunks that end inside a CRLF": getChunks(crlf, (byte, next) => byte === 13 && next === 10),
    "chunks that end inside a character": getChunks(crlf, (byte, next) => byte >= 0xc3 && next >= 0x80),
  };
  const megabytes = (encoder.encode(data).byteLength * eventCount) / 1e6;
  for (const [name, chunks] of Object.entries(cuts)) {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    const session = await openSession(chunks);
    const speeds: number[] = [];
    const baselines: number[] = [];
    for (let round = 0; round < rounds; round++) {
      progress(`${name}, round ${round + 1} of ${rounds}`);
      speeds.push(bytes / (await measureCpuTime(() => readAll(session))));
      baselines.push((megabytes * 1e6) / (await measureCpuTime(() => parseAll(data))));
    }
    figure({
      name: `1 KiB events in ${name}`,
      value: median(speeds),
      unit: "MB/s",
      target: { atLeast: 100 },
      baseline: `JSON.parse alone of the same text: ${median(baselines).toFixed(0)} MB/s`,
    });
  }
}

async function openSession(chunks: readonly Uint8Array[]) {
  const transport: Transport = {
    async request({ path }) {
      const text = async () => JSON.stringify({ id: "ses_1", servers: [] });
      async function* stream() {
        yield* chunks;
      }
      const headers = { "content-type": path.endsWith("send") ? "text/event-stream" : "application/json" };
      return { status: 200, headers, text, stream };
    },
  };
  return new CodeSpar({ apiKey: benchmarkKey, transport }).sessions.create({ servers: ["asaas"] });
}

async function readAll(session: Awaited<ReturnType<typeof openSession>>): Promise<void> {
  let events = 0;
  for await (const event of session.sendStream(payCall)) if (event.type === "tool_call.progress") events++;
  if (events !== eventCount) throw new Error(`${events} events of ${eventCount} arrived.`);
}

function parseAll(data: string): void {
  // a slice of a longer text, as it is in the stream
  const text = `data: ${data}`;
  for (let event = 0; event < eventCount; event++) JSON.parse(text.slice(6));
}

function lastEvent(newline: string): string {
  return ["event: tool_call.completed", "id: 8", 'data: {"result":{}}', "", ""].join(newline);
}

/** Text with a character of two bytes about every thirty. */
function getText(length: number): string {
  return "A etiqueta está a caminho, não feche ".repeat(length).slice(0, length);
}

/** Chunks of 64 KiB; each goes on to the first place that `isCut` likes. */
function getChunks(bytes: Uint8Array, isCut: (byte: number, next: number) => boolean): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    let end = Math.min(start + chunkBytes, bytes.length);
    for (let place = end; place < Math.min(end + 2_048, bytes.length); place++) {
      if (!isCut(bytes[place - 1] ?? 0, bytes[place] ?? 0)) continue;
      end = place;
      break;
    }
    chunks.push(bytes.subarray(start, end));
    start = end;
  }
  return chunks;
}
