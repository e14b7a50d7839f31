import type { ToolCallAttempt, ToolCallDetail, WebhookEvent } from "@codespar/contract";
import { Link } from "wouter";
import type { NativeCall } from "../../api/queries.ts";
import type { MessageKey } from "../../i18n/messages.ts";
import type { Text } from "../../i18n/use-text.ts";
import { JsonBlock } from "../../parts/code-block.tsx";
import type { TimelineEntry } from "../../parts/timeline.tsx";

const outcomes: Readonly<Record<string, { key: MessageKey; tone: TimelineEntry["tone"] }>> = {
  succeeded: { key: "attempt.succeeded", tone: "good" },
  refused: { key: "attempt.refused", tone: "warn" },
  unavailable: { key: "attempt.unavailable", tone: "bad" },
  unknown: { key: "attempt.unknown", tone: "warn" },
  pending: { key: "attempt.pending", tone: "plain" },
};

/** A call from its first moment to the last thing that came of it. */
export function lifeOf(
  call: ToolCallDetail,
  events: readonly WebhookEvent[],
  native: readonly NativeCall[],
  { t, format }: Text,
): TimelineEntry[] {
  const begun: TimelineEntry = { key: "begun", at: call.called_at, title: t("life.begun") };
  const attempts = call.attempts.map((attempt, index) => describeAttempt(attempt, index, t));
  const requests = native.map(
    ({ provider, tool, at, effect, arguments: args, answer }, index): TimelineEntry => ({
      key: `native ${index}`,
      at,
      title: (
        <>
          <span className="mono">{tool}</span> {effect ? "" : `(${t("life.noeffect")})`}
        </>
      ),
      children: (
        <details>
          <summary>{t("life.native", { provider })}</summary>
          <JsonBlock title={t("life.request")} value={args} />
          <JsonBlock title={t("life.response")} value={answer ?? t("life.noresponse")} />
        </details>
      ),
    }),
  );
  const settled: TimelineEntry[] =
    call.completed_at === null
      ? []
      : [
          {
            key: "settled",
            at: call.completed_at,
            title: t("life.settled", { duration: format.duration(call.duration_ms ?? 0) }),
            tone: call.status === "succeeded" ? "good" : call.status === "failed" ? "bad" : "warn",
          },
        ];
  const happened = events.map(
    ({ id, type, created_at }): TimelineEntry => ({
      key: id,
      at: created_at,
      title: (
        <Link href={`/events/${id}`} className="mono">
          {type}
        </Link>
      ),
      tone: /failed|rejected|expired/.test(type) ? "bad" : "plain",
    }),
  );
  // what happened at the same moment stands in the order of a call's life
  return [begun, ...attempts, ...requests, ...settled, ...happened]
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at) || a.order - b.order)
    .map(({ entry }) => entry);
}

function describeAttempt(
  { provider, outcome, reason, at }: ToolCallAttempt,
  index: number,
  t: Text["t"],
): TimelineEntry {
  const { key, tone } = outcomes[outcome] ?? { key: "attempt.pending", tone: "plain" };
  return {
    key: `attempt ${index}`,
    at,
    title: t(key, { provider }),
    tone,
    children: reason === undefined ? undefined : <p className="muted">{reason}</p>,
  };
}
