import type { WireTable } from "../wire/wire-entry.ts";

/** Blip: LIME envelopes as JSON. A message gets no body back; contacts and threads are commands and have no wire here yet. */
export const takeBlipWire: WireTable = {
  provider: "take-blip",
  encoding: "json",
  source: "takenet/blip-docs",
  confidence: "doc",
  tools: {
    take_blip_send_message: { post: "/messages", status: 202 },
    take_blip_send_notification: { post: "/messages", status: 202, fixed: { type: "application/json" } },
  },
};
