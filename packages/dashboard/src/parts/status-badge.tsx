import type { MessageKey } from "../i18n/messages.ts";
import { useText } from "../i18n/use-text.ts";

type Tone = "good" | "bad" | "warn" | "info" | "plain";

const tones: Readonly<Record<string, Tone>> = {
  succeeded: "good",
  paid: "good",
  approved: "good",
  active: "good",
  connected: "good",
  authorized: "good",
  delivered: "good",
  completed: "good",
  read: "good",
  failed: "bad",
  dead: "bad",
  denied: "bad",
  rejected: "bad",
  revoked: "bad",
  past_due: "bad",
  refused: "warn",
  unknown: "warn",
  expired: "warn",
  disputed: "warn",
  needs_connection: "warn",
  open: "info",
  pending: "info",
  processing: "info",
  queued: "info",
  running: "info",
  sent: "info",
  created: "info",
  in_transit: "info",
};

const known: Readonly<Record<string, MessageKey>> = {
  succeeded: "status.succeeded",
  refused: "status.refused",
  failed: "status.failed",
  unknown: "status.unknown",
  queued: "status.queued",
  running: "status.running",
  pending: "status.pending",
  approved: "status.approved",
  denied: "status.denied",
  expired: "status.expired",
  used: "status.used",
  active: "status.active",
  closed: "status.closed",
  revoked: "status.revoked",
  paused: "status.paused",
  dead: "status.dead",
  paid: "status.paid",
  open: "status.open",
  draft: "status.draft",
  cancelled: "status.cancelled",
  refunded: "status.refunded",
  disputed: "status.disputed",
  partially_refunded: "status.partially_refunded",
  completed: "status.completed",
  connected: "status.connected",
  needs_connection: "status.needs_connection",
  authorized: "status.authorized",
  rejected: "status.rejected",
  processing: "status.processing",
  created: "status.created",
  in_transit: "status.in_transit",
  sent: "status.sent",
  delivered: "status.delivered",
  read: "status.read",
  past_due: "status.past_due",
};

/** A state in words, with a colour beside them. */
export function StatusBadge({ status }: { status: string }) {
  const { t } = useText();
  const key = known[status];
  return <span className={`badge ${tones[status] ?? "plain"}`}>{key === undefined ? status : t(key)}</span>;
}
