import {
  type Billing,
  type BillingCheckoutRequest,
  type BillingPreview,
  type BillingPreviewQuery,
  isUpgrade,
  type PageQuery,
  plans,
  type UpdateBillingRequest,
  upgradeUrl,
} from "@codespar/contract";
import { mintLink } from "../../accounts/billing/billing-links.ts";
import { changeSubscription } from "../../accounts/billing/change-subscription.ts";
import { readCurrentSubscription } from "../../accounts/billing/close-period.ts";
import { describeInvoice } from "../../accounts/billing/invoices.ts";
import { planLimit } from "../../accounts/billing/plan-limit.ts";
import { daysLeft, prorate } from "../../accounts/billing/prorate.ts";
import { hasScope } from "../../accounts/keys/authenticate.ts";
import type { Caller } from "../../accounts/keys/caller.ts";
import { getPlan } from "../../accounts/metering/quota-standing.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { boundsOfPeriod, secondsTimestamp, toPeriod } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

const checkoutMs = 3_600_000;
const portalMs = 24 * 3_600_000;

export async function getBilling(input: RouteInput<unknown>): Promise<BackendResponse> {
  return jsonResponse(200, await describeBilling(input));
}

export async function updateBilling(input: RouteInput<UpdateBillingRequest>): Promise<BackendResponse> {
  const { context, caller, body } = input;
  const { organisation } = await current(context, caller);
  const { plan, overage_enabled: overage } = body;
  // all of the request is looked at before any of it is done
  if (plan !== undefined && isUpgrade(organisation.plan, plan)) {
    throw wrongPlan(
      `${plan} is more than the present plan, ${organisation.plan}. Upgrade with POST /v1/billing/checkout.`,
    );
  }
  if (overage === true && getPlan(organisation).overage_cents_per_1000 === null) {
    const quota = getPlan(organisation).tool_calls;
    throw planLimit(
      organisation,
      quota ?? 0,
      quota === null
        ? `What plan ${organisation.plan} pays beyond its quota is by contract. Ask for it at ${upgradeUrl}.`
        : `Plan ${organisation.plan} has no overage. Calls end at its quota; upgrade to growth to go on beyond one.`,
    );
  }
  if (plan !== undefined) {
    const periodEnd = boundsOfPeriod(toPeriod(context.clock.now())).end;
    await changeSubscription(context, organisation, (subscription) =>
      plan === subscription.plan
        ? { ...subscription, pendingPlan: null, pendingPlanAt: null }
        : { ...subscription, pendingPlan: plan, pendingPlanAt: periodEnd },
    );
  }
  if (overage !== undefined) {
    await context.store.updateOrganisation(organisation.id, { overageEnabled: overage });
  }
  return jsonResponse(200, await describeBilling(input));
}

/** What a plan would cost, by the same sums as its checkout. */
export async function previewPlan({
  context,
  caller,
  query,
}: RouteInput<unknown, BillingPreviewQuery>): Promise<BackendResponse> {
  const { plan: to } = query;
  const { plan: from } = await readCurrentSubscription(context, caller.organisation);
  const [before, after] = [plans[from].price_cents, plans[to].price_cents];
  if (before === null || after === null) {
    throw wrongPlan(`enterprise is by contract. Ask for it at ${upgradeUrl}.`);
  }
  const now = context.clock.now();
  const isBought = isUpgrade(from, to);
  const { creditCents, chargeCents } = isBought
    ? prorate(before, after, now)
    : { creditCents: 0, chargeCents: 0 };
  const { left, days } = daysLeft(now);
  const preview: BillingPreview = {
    from,
    to,
    starts: isBought ? "now" : from === to ? "already" : "period_end",
    currency: "USD",
    credit_cents: creditCents,
    charge_cents: chargeCents,
    due_cents: chargeCents - creditCents,
    days_left: left,
    days,
  };
  return jsonResponse(200, preview);
}

export async function openCheckout({
  context,
  caller,
  body,
}: RouteInput<BillingCheckoutRequest>): Promise<BackendResponse> {
  const { organisation, subscription } = await current(context, caller);
  const { plan } = body;
  if (plan === "enterprise") {
    throw wrongPlan(`enterprise is by contract. Ask for it at ${upgradeUrl}.`);
  }
  if (!isUpgrade(organisation.plan, plan)) {
    throw wrongPlan(
      `${plan} is not more than the present plan, ${organisation.plan}. Choose a lower plan with PATCH /v1/billing.`,
    );
  }
  const { customerId } = subscription;
  const expiresAt = context.clock.now() + checkoutMs;
  const link = { organisation: organisation.id, purpose: "checkout", plan, expiresAt } as const;
  const token = await mintLink(context, link);
  const page = { organisation: organisation.id, customerId, token, expiresAt, plan };
  const checkout_url = await context.paymentGateway.openCheckout(page);
  return jsonResponse(200, { checkout_url, expires_at: secondsTimestamp(expiresAt) });
}

export async function openPortal(input: RouteInput<unknown>): Promise<BackendResponse> {
  return jsonResponse(200, { portal_url: await portalUrl(input) });
}

export async function listInvoices({
  context,
  caller,
  query,
}: RouteInput<unknown, PageQuery>): Promise<BackendResponse> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await context.store.listRecords(
    "billing_invoice",
    caller.organisation.id,
    {},
    { limit, cursor },
  );
  return jsonResponse(200, { data: rows.map((row) => describeInvoice(row, context)), next_cursor: next });
}

async function describeBilling(input: RouteInput<unknown>): Promise<Billing> {
  const { context, caller } = input;
  const { organisation, subscription } = await current(context, caller);
  const { price_cents, tool_calls } = plans[subscription.plan];
  const period = toPeriod(context.clock.now());
  const { start, end } = boundsOfPeriod(period);
  const { paymentMethod: card, pendingPlanAt } = subscription;
  return {
    plan: subscription.plan,
    status: subscription.status,
    price_cents,
    currency: "USD",
    current_period: { start: secondsTimestamp(start), end: secondsTimestamp(end - 1000) },
    quota: tool_calls,
    used: await context.store.readUsed(organisation.id, period),
    overage_enabled: organisation.overageEnabled,
    payment_method:
      card === null
        ? null
        : {
            type: "card",
            last4: card.last4,
            brand: card.brand,
            exp_month: card.expMonth,
            exp_year: card.expYear,
          },
    stripe_customer_id: subscription.customerId,
    // the link alone is enough to change the plan and the card
    portal_url: hasScope(caller.key, "billing:write") ? await portalUrl(input) : null,
    pending_plan: subscription.pendingPlan,
    pending_plan_at: pendingPlanAt === null ? null : secondsTimestamp(pendingPlanAt),
  };
}

/** The subscription with ended months closed, and the organisation with the plan that came of it. */
async function current(context: BackendContext, { organisation }: Pick<Caller, "organisation">) {
  const subscription = await readCurrentSubscription(context, organisation);
  return {
    subscription,
    organisation: (await context.store.readOrganisation(organisation.id)) ?? organisation,
  };
}

async function portalUrl({ context, caller }: RouteInput<unknown>): Promise<string> {
  const { organisation } = caller;
  const { customerId } = await readCurrentSubscription(context, organisation);
  const expiresAt = context.clock.now() + portalMs;
  const link = { organisation: organisation.id, purpose: "portal", plan: null, expiresAt } as const;
  const token = await mintLink(context, link);
  return context.paymentGateway.openPortal({ organisation: organisation.id, customerId, token, expiresAt });
}

function wrongPlan(message: string) {
  return apiError("invalid_request", `plan: ${message}`, { issues: [{ path: "plan", message }] });
}
