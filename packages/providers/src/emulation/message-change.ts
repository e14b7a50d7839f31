import { type Message, messageKind } from "../engines/messaging/message.ts";
import type { DocumentChange } from "../simulation/document-change.ts";

/** The message whose status a change moved; undefined for every other change. */
export function readMessageChange(change: DocumentChange): Message | undefined {
  if (change.kind !== messageKind || change.before?.status === change.after.status) return undefined;
  // the engine is the only one that writes documents of this kind
  return change.after as unknown as Message;
}
