import { type BillingInvoice, isUpgrade, type PlanId, plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, toPeriod } from "../../platform/time.ts";
import type { PayingCustomer } from "../../ports/payment-gateway.ts";
import type { BillingLinkRecord, SubscriptionRecord } from "../../store/record.ts";
import type { Organisation } from "../../store/store.ts";
import { mintLink, readLink, useLink } from "./billing-links.ts";
import { changeSubscription } from "./change-subscription.ts";
import { readCurrentSubscription } from "./close-period.ts";
import { followPlan } from "./follow-plan.ts";
import { describeInvoice, draftInvoice, type InvoiceLine, nextInvoiceNumber } from "./invoices.ts";
import { chargeInvoice, openInvoices } from "./process-billing.ts";
import { prorate } from "./prorate.ts";

/** How long the actions of a portal page are valid, in milliseconds. */
const portalActionMs = 3_600_000;

/** A checkout as its page shows it. */
export interface CheckoutOffer {
  organisation: string;
  from: PlanId;
  to: PlanId;
  /** What is to be paid now: the difference of the prices for the days that are left. */
  amountCents: number;
  customerId: string | null;
}

/** The customer portal as its page shows it. */
export interface PortalView {
  organisation: string;
  plan: PlanId;
  status: SubscriptionRecord["status"];
  pendingPlan: PlanId | null;
  pendingPlanAt: number | null;
  customerId: string | null;
  paymentMethod: SubscriptionRecord["paymentMethod"];
  /** For one action on the page. */
  token: string;
}

export type PortalAction =
  | { type: "cancel_plan" }
  | { type: "keep_plan" }
  /** The customer at the gateway from now on; undefined changes nothing. */
  | { type: "change_card"; customer(customerId: string | null): PayingCustomer | undefined };

/** What a payment gateway reports to the backend and reads from it. Undefined: the link has run out or was used. */
export interface BillingService {
  readCheckout(token: string): Promise<CheckoutOffer | undefined>;
  /** The payment succeeded: the plan begins. */
  completeCheckout(token: string, customer: PayingCustomer): Promise<CheckoutOffer | undefined>;
  cancelCheckout(token: string): Promise<CheckoutOffer | undefined>;
  /** Uses the link up. */
  openPortal(token: string): Promise<PortalView | undefined>;
  /** Takes the token of the view, and returns the next view. */
  act(token: string, action: PortalAction): Promise<PortalView | undefined>;
  /** An invoice of an organisation, for its PDF; undefined when there is none, or it is a draft. */
  readInvoice(organisation: string, invoiceId: string): Promise<BillingInvoice | undefined>;
}

interface Checkout {
  link: BillingLinkRecord;
  organisation: Organisation;
  offer: CheckoutOffer;
}

export function billingService(context: BackendContext): BillingService {
  const { store, clock } = context;

  async function readOffer(token: string): Promise<Checkout | undefined> {
    const link = await readLink(context, "checkout", token);
    if (link === undefined || link.plan === null) return undefined;
    const organisation = await store.readOrganisation(link.organisation);
    if (organisation === undefined) return undefined;
    const { plan: from, customerId, upgradedBy } = await readCurrentSubscription(context, organisation);
    // two links to one upgrade: the second has nothing to sell any more, unless it is itself half way through
    if (!isUpgrade(from, link.plan) && upgradedBy !== link.id) return undefined;
    const { creditCents, chargeCents } = prorate(getPrice(from), getPrice(link.plan), clock.now());
    const amountCents = chargeCents - creditCents;
    const offer = { organisation: organisation.id, from, to: link.plan, amountCents, customerId };
    return { link, organisation, offer };
  }

  async function view(organisation: Organisation): Promise<PortalView> {
    const { plan, status, pendingPlan, pendingPlanAt, customerId, paymentMethod } =
      await readCurrentSubscription(context, organisation);
    const { id } = organisation;
    const expiresAt = clock.now() + portalActionMs;
    const token = await mintLink(context, { organisation: id, purpose: "portal", plan: null, expiresAt });
    return { organisation: id, plan, status, pendingPlan, pendingPlanAt, customerId, paymentMethod, token };
  }

  async function usePortalLink(token: string): Promise<Organisation | undefined> {
    const link = await readLink(context, "portal", token);
    if (link === undefined || !(await useLink(context, link))) return undefined;
    return store.readOrganisation(link.organisation);
  }

  return {
    readCheckout: async (token) => (await readOffer(token))?.offer,

    async readInvoice(organisation, invoiceId) {
      const record = await store.readRecord("billing_invoice", organisation, invoiceId);
      return record === undefined || record.number === "" ? undefined : describeInvoice(record, context);
    },

    async completeCheckout(token, customer) {
      for (;;) {
        const now = clock.now();
        const checkout = await readOffer(token);
        if (checkout === undefined) return undefined;
        const { link, organisation, offer } = checkout;
        const period = toPeriod(now);
        const draft = await draftInvoice(context, {
          organisation: organisation.id,
          name: getName(link),
          period,
          customerId: customer.customerId,
          lines: upgradeLines(offer.from, offer.to, now),
          overagePlan: null,
        });
        const changed = await changeSubscription(context, organisation, (subscription) => {
          // another upgrade came first: this offer is out of date
          if (subscription.plan !== offer.from || !isUpgrade(offer.from, offer.to)) return undefined;
          // a new month has begun: its days cost other than drafted
          if (subscription.period !== draft.period) return undefined;
          return {
            ...subscription,
            ...customer,
            plan: offer.to,
            upgradedBy: link.id,
            pendingPlan: null,
            pendingPlanAt: null,
          };
        });
        const subscription = changed ?? (await readCurrentSubscription(context, organisation));
        if (subscription.upgradedBy !== link.id) {
          await store.deleteRecord("billing_invoice", organisation.id, draft.id);
          if (subscription.period !== draft.period) continue;
          return undefined;
        }
        await followPlan(context, subscription);
        if (draft.status === "draft") {
          const number = await nextInvoiceNumber(context, organisation.id);
          await store.replaceRecord("billing_invoice", { ...draft, number, status: "paid" });
        }
        await useLink(context, link);
        return offer;
      }
    },

    async cancelCheckout(token) {
      const checkout = await readOffer(token);
      if (checkout === undefined || !(await useLink(context, checkout.link))) return undefined;
      return checkout.offer;
    },

    async openPortal(token) {
      const organisation = await usePortalLink(token);
      return organisation === undefined ? undefined : view(organisation);
    },

    async act(token, action) {
      const organisation = await usePortalLink(token);
      if (organisation === undefined) return undefined;
      await changeSubscription(context, organisation, (subscription) =>
        afterAction(subscription, action, boundsOfPeriod(toPeriod(clock.now())).end),
      );
      if (action.type === "change_card") {
        for (const { id } of await openInvoices(context, organisation.id)) {
          await chargeInvoice(context, organisation.id, id);
        }
      }
      return view(organisation);
    },
  };
}

function afterAction(subscription: SubscriptionRecord, action: PortalAction, periodEnd: number) {
  switch (action.type) {
    case "cancel_plan":
      if (subscription.plan === "hobby") return undefined;
      return { ...subscription, pendingPlan: "hobby" as const, pendingPlanAt: periodEnd };
    case "keep_plan":
      return { ...subscription, pendingPlan: null, pendingPlanAt: null };
    case "change_card":
      return withCustomer(subscription, action.customer(subscription.customerId));
    default:
      throw new Error(`Unexpected action ${JSON.stringify(action satisfies never)}.`);
  }
}

function withCustomer(subscription: SubscriptionRecord, customer: PayingCustomer | undefined) {
  return customer === undefined ? undefined : { ...subscription, ...customer };
}

/** An upgrade in two lines: what the plan before gives back, and what the new one costs. */
function upgradeLines(from: PlanId, to: PlanId, now: number): InvoiceLine[] {
  const { creditCents, chargeCents } = prorate(getPrice(from), getPrice(to), now);
  const credit: InvoiceLine = {
    type: "proration",
    description: `Unused days of the ${plans[from].name} plan`,
    quantity: 1,
    amountCents: -creditCents,
  };
  const charge: InvoiceLine = {
    type: "proration",
    description: `Remaining days of the ${plans[to].name} plan`,
    quantity: 1,
    amountCents: chargeCents,
  };
  return creditCents === 0 ? [charge] : [credit, charge];
}

function getPrice(plan: PlanId): number {
  return plans[plan].price_cents ?? 0;
}

function getName({ id }: BillingLinkRecord): string {
  return `upgrade ${id}`;
}
