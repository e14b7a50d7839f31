import {
  type Billing,
  type BillingCheckoutRequest,
  isUpgrade,
  type PageQuery,
  plans,
  type UpdateBillingRequest,
  upgradeUrl,
} from "@codespar/contract";
import { failure } from "../api-failure.ts";
import { mintLink } from "../billing/billing-links.ts";
import { describeInvoice } from "../billing/invoices.ts";
import { planLimit } from "../billing/plan-limit.ts";
import { changeSubscription, readSubscription } from "../billing/subscription.ts";
import { boundsOfPeriod, periodOf, secondsTimestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import { planOf } from "../metering/quota-of.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

const checkoutMs = 3_600_000;
const portalMs = 24 * 3_600_000;

export async function getBilling(context: RouteContext<unknown>): Promise<BackendAnswer> {
  return jsonAnswer(200, await describeBilling(context));
}

export async function updateBilling(context: RouteContext<UpdateBillingRequest>): Promise<BackendAnswer> {
  const { services, caller, body } = context;
  const { organisation } = caller;
  const { plan, overage_enabled: overage } = body;
  // all of the request is looked at before any of it is done
  if (plan !== undefined && isUpgrade(organisation.plan, plan)) {
    throw wrongPlan(
      `${plan} is more than the present plan, ${organisation.plan}. Upgrade with POST /v1/billing/checkout.`,
    );
  }
  if (overage === true && planOf(organisation).overage_cents_per_1000 === null) {
    const quota = planOf(organisation).tool_calls;
    throw planLimit(
      organisation,
      quota ?? 0,
      quota === null
        ? `What plan ${organisation.plan} pays beyond its quota is by contract. Ask for it at ${upgradeUrl}.`
        : `Plan ${organisation.plan} has no overage. Calls end at its quota; upgrade to growth to go on beyond one.`,
    );
  }
  if (plan !== undefined) {
    const periodEnd = boundsOfPeriod(periodOf(services.clock.now())).end;
    await changeSubscription(services, organisation, (subscription) =>
      plan === subscription.plan
        ? { ...subscription, pendingPlan: null, pendingPlanAt: null }
        : { ...subscription, pendingPlan: plan, pendingPlanAt: periodEnd },
    );
  }
  if (overage !== undefined) {
    await services.store.updateOrganisation(organisation.id, { overageEnabled: overage });
  }
  return jsonAnswer(200, await describeBilling(context));
}

export async function openCheckout({
  services,
  caller,
  body,
}: RouteContext<BillingCheckoutRequest>): Promise<BackendAnswer> {
  const { organisation } = caller;
  const { plan } = body;
  if (plan === "enterprise") {
    throw wrongPlan(`enterprise is by contract. Ask for it at ${upgradeUrl}.`);
  }
  if (!isUpgrade(organisation.plan, plan)) {
    throw wrongPlan(
      `${plan} is not more than the present plan, ${organisation.plan}. Choose a lower plan with PATCH /v1/billing.`,
    );
  }
  const { customerId } = await readSubscription(services, organisation);
  const expiresAt = services.clock.now() + checkoutMs;
  const link = { organisation: organisation.id, purpose: "checkout", plan, expiresAt } as const;
  const token = await mintLink(services, link);
  const page = { organisation: organisation.id, customerId, token, expiresAt, plan };
  const checkout_url = await services.paymentGateway.openCheckout(page);
  return jsonAnswer(200, { checkout_url, expires_at: secondsTimestamp(expiresAt) });
}

export async function openPortal(context: RouteContext<unknown>): Promise<BackendAnswer> {
  return jsonAnswer(200, { portal_url: await portalUrl(context) });
}

export async function listInvoices({
  services,
  caller,
  query,
}: RouteContext<unknown, PageQuery>): Promise<BackendAnswer> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await services.store.listRecords(
    "billing_invoice",
    caller.organisation.id,
    {},
    { limit, cursor },
  );
  return jsonAnswer(200, { data: rows.map(describeInvoice), next_cursor: next });
}

async function describeBilling(context: RouteContext<unknown>): Promise<Billing> {
  const { services, caller } = context;
  const organisation = (await services.store.readOrganisation(caller.organisation.id)) ?? caller.organisation;
  const subscription = await readSubscription(services, organisation);
  const { price_cents, tool_calls } = plans[subscription.plan];
  const period = periodOf(services.clock.now());
  const { start, end } = boundsOfPeriod(period);
  const { paymentMethod: card, pendingPlanAt } = subscription;
  return {
    plan: subscription.plan,
    status: subscription.status,
    price_cents,
    currency: "USD",
    current_period: { start: secondsTimestamp(start), end: secondsTimestamp(end - 1000) },
    quota: tool_calls,
    used: await services.store.readUsed(organisation.id, period),
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
    portal_url: await portalUrl(context),
    pending_plan: subscription.pendingPlan,
    pending_plan_at: pendingPlanAt === null ? null : secondsTimestamp(pendingPlanAt),
  };
}

async function portalUrl({ services, caller }: RouteContext<unknown>): Promise<string> {
  const { organisation } = caller;
  const { customerId } = await readSubscription(services, organisation);
  const expiresAt = services.clock.now() + portalMs;
  const link = { organisation: organisation.id, purpose: "portal", plan: null, expiresAt } as const;
  const token = await mintLink(services, link);
  return services.paymentGateway.openPortal({ organisation: organisation.id, customerId, token, expiresAt });
}

function wrongPlan(message: string) {
  return failure("invalid_request", `plan: ${message}`, { issues: [{ path: "plan", message }] });
}
