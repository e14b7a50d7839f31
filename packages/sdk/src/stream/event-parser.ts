export interface ServerSentEvent {
  event: string;
  id: string;
  data: string;
}

const carriageReturn = 13;
const space = 32;

/**
 * Server-sent events out of text that may be cut anywhere; each call gives the events that it completed.
 * Lines end with LF or CRLF, as CodeSpar sends them. Reconnection times are passed over.
 */
export function createEventParser(): (text: string) => ServerSentEvent[] {
  let rest = "";
  let event = "";
  let id = "";
  let data: string | undefined;

  function readField(line: string): void {
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    const value =
      colon === -1 ? "" : line.slice(line.charCodeAt(colon + 1) === space ? colon + 2 : colon + 1);
    if (name === "data") data = data === undefined ? value : `${data}\n${value}`;
    else if (name === "event") event = value;
    else if (name === "id") id = value;
  }

  return function feed(text) {
    const events: ServerSentEvent[] = [];
    const buffer = rest + text;
    let start = 0;
    // What was kept holds no line end, so it is not searched again.
    let newline = buffer.indexOf("\n", rest.length);
    while (newline !== -1) {
      const end = buffer.charCodeAt(newline - 1) === carriageReturn ? newline - 1 : newline;
      if (end > start) {
        readField(buffer.slice(start, end));
      } else {
        if (data !== undefined) events.push({ event, id, data });
        event = "";
        data = undefined;
      }
      start = newline + 1;
      newline = buffer.indexOf("\n", start);
    }
    rest = buffer.slice(start);
    return events;
  };
}
