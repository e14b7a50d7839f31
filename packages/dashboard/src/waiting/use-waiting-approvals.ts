import type { Approval } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useApi } from "../api/use-api.ts";
import { useText } from "../i18n/use-text.ts";
import { findNewApprovals } from "./find-new-approvals.ts";
import { canNotify } from "./notifications.ts";

/** As many are counted; more are "100+". */
export const mostCounted = 100;

const none: readonly Approval[] = [];

/** The approvals that wait for a person, newest first. */
export function useWaitingApprovals(): { approvals: readonly Approval[]; isKnown: boolean } {
  const { codespar } = useApi();
  const { data } = useQuery({
    queryKey: ["attention", "approvals"],
    queryFn: async ({ signal }): Promise<readonly Approval[]> =>
      (await codespar.approvals.list({ status: "pending", limit: mostCounted }, { signal })).data,
    meta: { live: true },
  });
  return { approvals: data ?? none, isKnown: data !== undefined };
}

/** Tells of each call that begins to wait while the page is somewhere behind, where the person has asked for that. */
export function useApprovalNotifications(): void {
  const { approvals, isKnown } = useWaitingApprovals();
  const { t, format } = useText();
  const known = useRef<ReadonlySet<string>>(undefined);

  useEffect(() => {
    if (!isKnown) return;
    const fresh = findNewApprovals(known.current, approvals);
    known.current = new Set(approvals.map(({ id }) => id));
    if (!canNotify() || document.hasFocus()) return;
    for (const { id, tool, amount, currency } of fresh) {
      const what =
        amount === null || currency === null ? tool : `${format.money(amount, currency)} · ${tool}`;
      const notification = new Notification(t("approvals.notification"), { body: what, tag: id });
      notification.onclick = () => {
        focus();
        location.hash = `#/approvals/${id}`;
        notification.close();
      };
    }
  }, [approvals, isKnown, t, format]);
}
