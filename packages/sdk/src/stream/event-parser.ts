export interface ServerSentEvent {
  event: string;
  id: string;
  data: string;
}

const space = 32;

/**
 * Server-sent events out of text that may be cut anywhere; each call gives the events that it completed.
 * Reconnection times are passed over. Source: HTML, "9.2.6 Interpreting an event stream".
 */
export function createEventParser(): (text: string) => ServerSentEvent[] {
  let rest = "";
  let event = "";
  let id = "";
  let data = "";
  let endsInCr = false;

  /** CR and CRLF as LF, also where a CRLF was cut in two. */
  function withLineFeeds(text: string): string {
    const whole = endsInCr && text.startsWith("\n") ? text.slice(1) : text;
    endsInCr = text.endsWith("\r");
    return whole.replace(/\r\n?/g, "\n");
  }

  function readField(line: string): void {
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    const value =
      colon === -1 ? "" : line.slice(line.charCodeAt(colon + 1) === space ? colon + 2 : colon + 1);
    if (name === "data") data = data === "" ? value : `${data}\n${value}`;
    else if (name === "event") event = value;
    else if (name === "id") id = value;
  }

  return function feed(text) {
    const events: ServerSentEvent[] = [];
    // what CodeSpar sends has no CR in it; something on the way may
    const hasCr = endsInCr || text.includes("\r");
    const buffer = rest + (hasCr && text !== "" ? withLineFeeds(text) : text);
    let start = 0;
    // What was kept holds no line end, so it is not searched again.
    let newline = buffer.indexOf("\n", rest.length);
    while (newline !== -1) {
      if (newline > start) {
        readField(buffer.slice(start, newline));
      } else {
        // what holds no data is no event of ours; something on the way may send it to keep the connection open
        if (data !== "") events.push({ event, id, data });
        event = "";
        data = "";
      }
      start = newline + 1;
      newline = buffer.indexOf("\n", start);
    }
    rest = buffer.slice(start);
    return events;
  };
}
