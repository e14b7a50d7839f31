import { describe, expect, it } from "vitest";
import { createEventParser, type ServerSentEvent } from "./event-parser.ts";

function parse(...chunks: string[]): ServerSentEvent[] {
  const feed = createEventParser();
  return chunks.flatMap((chunk) => feed(chunk));
}

const first = { event: "a", id: "1", data: "x" };

describe("createEventParser", () => {
  it.each([
    ["LF", "event: a\nid: 1\ndata: x\n\n"],
    ["CRLF", "event: a\r\nid: 1\r\ndata: x\r\n\r\n"],
    ["CR", "event: a\rid: 1\rdata: x\r\r"],
    ["all three mixed", "event: a\r\nid: 1\rdata: x\n\r\n"],
    ["no space after the colon", "event:a\nid:1\ndata:x\n\n"],
    ["comments and unknown fields between", ": heartbeat\nevent: a\nretry: 5\nid: 1\n:\nfoo\ndata: x\n\n"],
  ])("reads %s", (_name, text) => {
    expect(parse(text)).toEqual([first]);
    expect(parse(...text)).toEqual([first]);
  });

  it("gives an event at the CR that ends it, and takes the LF that follows for the same line end", () => {
    const feed = createEventParser();
    expect(feed("event: a\r\nid: 1\r\ndata: x\r\n\r")).toEqual([first]);
    expect(feed("")).toEqual([]);
    expect(feed("\ndata: y\n\n")).toEqual([{ event: "", id: "1", data: "y" }]);
  });

  it("joins several data lines, keeps a second space, and takes an empty one", () => {
    expect(parse("data: x\ndata:  y\ndata\n\n")).toEqual([{ event: "", id: "", data: "x\n y\n" }]);
  });

  it("keeps the id until another is given, but not the type", () => {
    expect(parse("event: a\nid: 1\ndata: x\n\ndata: y\n\n")).toEqual([
      first,
      { event: "", id: "1", data: "y" },
    ]);
  });

  it("does not give an event without data, or one that was not finished", () => {
    expect(parse("event: a\n\ndata\n\ndata:\n\nevent: b\ndata: x\n")).toEqual([]);
  });
});
