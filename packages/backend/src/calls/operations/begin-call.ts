import type { ToolCallRequest } from "@codespar/contract";
import { upgradeUrl } from "@codespar/contract";
import { isOnSharedAccount } from "../../accounts/connections/shared-account.ts";
import type { Caller } from "../../accounts/keys/caller.ts";
import { getQuota } from "../../accounts/metering/quota-standing.ts";
import { useSession } from "../../accounts/sessions/open-session.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { fingerprint } from "../../platform/digests.ts";
import { boundsOfPeriod, secondsTimestamp, toPeriod } from "../../platform/time.ts";
import { StaleOpening } from "../../store/opened-store.ts";
import type { BeginOperation, BeginOutcome, NewOperation, Operation } from "../../store/operation.ts";
import { getTenant } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ParsedCall } from "../parsed-call.ts";
import { applyPins, checkAllowedTool, checkPolicy } from "../policy/check-policy.ts";
import { requireApproval } from "../policy/require-approval.ts";
import type { ToolPlan } from "../router/tool-plan.ts";
import { type FirstAttempt, prepareFirstAttempt } from "./first-attempt.ts";
import { keyMs } from "./key-life.ts";
import { inDoubt, leaseUntil } from "./lease-and-doubt.ts";
import { parseCall, planCall } from "./parse-call.ts";

export interface CallRequest {
  caller: Caller;
  session: SessionRecord;
  call: ToolCallRequest;
  /** The idempotency key. */
  key: string;
  verb: "execute" | "send";
}

export type BegunCall =
  | { isNew: true; operation: Operation; plan: ToolPlan; first: FirstAttempt | undefined }
  /** The key is in use by the same call: an operation in whatever state. */
  | { isNew: false; operation: Operation };

/**
 * From a request to an operation. In this order: an earlier response under the key, rate limit, session, arguments,
 * route, policy and approval, and last quota and limits, taken together with the key. Whatever is refused here costs nothing.
 */
export async function beginCall(context: BackendContext, request: CallRequest): Promise<BegunCall> {
  const { caller, session, call, key, verb } = request;
  const { store, clock, ids } = context;
  const now = clock.now();
  const keysSince = now - keyMs;
  // what is pinned is part of what the key and an approval stand for
  const args = applyPins(session.policy, call.name, call.arguments);
  const print = fingerprint({
    tool: call.name,
    arguments: args,
    tenant: getTenant(session),
    userId: session.userId,
  });
  const earlier = await store.findOperationByKey(caller.organisation.id, key, keysSince);
  if (earlier !== undefined) {
    if (earlier.fingerprint !== print) throw conflict();
    caller.limit.waive();
    return { isNew: false, operation: earlier };
  }
  await caller.limit.take();
  await useSession(context, session, now);
  checkAllowedTool(session, call.name);
  const parsed = parseCall(context, session, call.name, args);
  if (parsed.kind === "native") await checkSharedAccount(context, session, parsed);
  const plan = await planCall(context, session, parsed);
  const { reservations, needsApproval } = await checkPolicy(context, session, parsed, now);
  const approval = needsApproval
    ? await requireApproval(context, { session, call: parsed, key, fingerprint: print })
    : null;
  const period = toPeriod(now);
  const quota = getQuota(caller.organisation);
  const operation: NewOperation = {
    id: ids.next("tc"),
    organisation: caller.organisation.id,
    sessionId: session.id,
    key,
    fingerprint: print,
    verb,
    tool: parsed.name,
    server: parsed.server,
    metadata: session.metadata,
    userId: session.userId,
    amount: parsed.amount,
    currency: parsed.currency,
    createdAt: now,
    period,
    arguments: JSON.stringify(parsed.arguments),
  };
  const first = await prepareFirstAttempt(context, session, plan, operation);
  const begin: BeginOperation = {
    operation,
    dispatch: first?.dispatch,
    leaseUntil: leaseUntil(context, now),
    quota,
    reservations,
    keysSince,
    approval: approval === null ? null : { id: approval.id, version: approval.version },
  };
  const doubt = { tool: parsed.name, key, risk: parsed.risk };
  const begun = await inDoubt(context, doubt, store.beginOperation(begin));
  switch (begun.outcome) {
    case "started":
      return { isNew: true, operation: begun.operation, plan, first };
    case "joined":
      return { isNew: false, operation: begun.operation };
    case "conflict":
      throw conflict();
    case "quota":
      throw apiError(
        "quota_exceeded",
        "Monthly tool call quota exceeded. Upgrade your plan or wait for the next billing cycle.",
        {
          quota: quota ?? begun.used,
          used: begun.used,
          resets_at: secondsTimestamp(boundsOfPeriod(period).end),
          upgrade_url: upgradeUrl,
        },
      );
    case "approval":
      // decided, used or run out since it was read
      return beginCall(context, request);
    case "stale":
      throw new StaleOpening(`${parsed.name} was opened some time ago.`);
    case "policy":
      throw apiError("policy_denied", policyMessage(parsed.name, begun), {
        rule: begun.rule,
        limit: begun.limit,
        ...(begun.currency === undefined ? {} : { currency: begun.currency }),
      });
    default:
      throw new Error(`Unexpected outcome ${JSON.stringify(begun satisfies never)}.`);
  }
}

/** Refuses a tenant's native call on the account that it shares with others: it could name what is theirs. */
async function checkSharedAccount(
  context: BackendContext,
  session: SessionRecord,
  { name, server }: Pick<ParsedCall, "name" | "server">,
): Promise<void> {
  if (!(await isOnSharedAccount(context, session, server))) return;
  throw apiError(
    "policy_denied",
    `${name} was not called: this tenant has no connection to ${server} of its own, and on the organisation's account native tools reach what belongs to other tenants. Use a meta-tool, store the tenant's credentials, or create the session with shared_account_tools: true.`,
    { rule: "shared_account_tools" },
  );
}

function policyMessage(
  tool: string,
  { rule, limit, currency }: Extract<BeginOutcome, { outcome: "policy" }>,
) {
  const what = currency === undefined ? `${limit}` : `${limit} ${currency} in minor units`;
  return `${tool} would pass this session's ${rule} of ${what}, with the calls that are under way. It was not made.`;
}

function conflict() {
  return apiError(
    "idempotency_conflict",
    "This idempotency key was used for another call in the last 24 hours. Use a new key for a new call.",
    {},
  );
}
