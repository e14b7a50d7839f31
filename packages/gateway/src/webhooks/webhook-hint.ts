import type { Job } from "@codespar/backend";
import type { WebhookSubject } from "@codespar/providers/connect";

/** The kind of the jobs that look after what a provider's webhook hinted at. */
export const hintKind = "webhook_hint";

/** A verified webhook says that something may have happened to this object; nothing of it is taken for true yet. */
export interface WebhookHint {
  organisation: string;
  connectionId: string;
  server: string;
  /** `key` is the provider's id of the webhook. */
  subject: Pick<WebhookSubject, "id" | "key" | "kind" | "stated">;
}

/**
 * The same webhook twice is one job. Two webhooks about one object are two: the second may report what came after the first was
 * looked after.
 */
export function hintJob(hint: WebhookHint, now: number): Job {
  const { connectionId, server, subject } = hint;
  return {
    id: JSON.stringify([hintKind, connectionId, subject.kind, subject.id, subject.key]),
    kind: hintKind,
    dueAt: now,
    attempts: 0,
    payload: JSON.stringify(hint),
    // one account's flood does not keep the others waiting
    group: `${server} ${connectionId}`,
  };
}
