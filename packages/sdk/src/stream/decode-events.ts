import { createParser, type EventSourceMessage } from "eventsource-parser";

/** Server-sent events out of bytes, however they were cut into chunks. */
export async function* decodeEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventSourceMessage> {
  const decoder = new TextDecoder();
  let events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  for await (const chunk of chunks) {
    // `stream` keeps the first bytes of a character whose others are in the next chunk.
    parser.feed(decoder.decode(chunk, { stream: true }));
    if (events.length === 0) continue;
    const complete = events;
    events = [];
    yield* complete;
  }
}
