import { type PlanId, plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, periodOf } from "../../platform/dates.ts";
import type { Job } from "../../store/job.ts";
import type { BillingInvoiceRecord } from "../../store/record.ts";
import { draftInvoice, type InvoiceLine, nextInvoiceNumber, subscriptionLines, totalOf } from "./invoices.ts";
import { overageOf } from "./overage.ts";
import {
  type BillingJob,
  billingJobKind,
  changeSubscription,
  readSubscription,
  scheduleClose,
} from "./subscription.ts";

/** How long an invoice stays a draft, so that calls which began before midnight have ended. */
const draftMs = 3_600_000;
/** Days after which a declined card is tried again. */
const retryDays = [1, 3, 5, 7];

/** Closes months, and takes the money for them. Answers how many jobs there were. Each can be done twice. */
export async function processBilling(context: BackendContext): Promise<number> {
  const { store, clock } = context;
  const now = clock.now();
  const jobs = await store.takeJobs(billingJobKind, now, 100, now + 60_000);
  for (const job of jobs) await store.finishJob(job.id, await work(context, job));
  return jobs.length;
}

/** Does the job; answers when it is to be done again, if it is. */
async function work(context: BackendContext, job: Job): Promise<number | undefined> {
  const billing: BillingJob = JSON.parse(job.payload);
  switch (billing.type) {
    case "close":
      await closePeriod(context, billing.organisation, billing.period);
      return undefined;
    case "finalise":
      await finaliseInvoice(context, billing.organisation, billing.invoiceId);
      return undefined;
    case "charge": {
      const isSettled = await chargeInvoice(context, billing.organisation, billing.invoiceId);
      const days = retryDays[job.attempts - 1];
      return isSettled || days === undefined ? undefined : context.clock.now() + days * 86_400_000;
    }
    default:
      throw new Error(`Unexpected job ${JSON.stringify(billing satisfies never)}.`);
  }
}

/** The month is over: a lower plan that was chosen begins, and the next month's invoice is drafted. */
async function closePeriod(context: BackendContext, organisationId: string, period: string): Promise<void> {
  const { store } = context;
  const organisation = await store.readOrganisation(organisationId);
  if (organisation === undefined) return;
  const { end } = boundsOfPeriod(period);
  const next = periodOf(end);
  const before = await readSubscription(context, organisation);
  // the draft is written first: it keeps which plan the month had, also when this stops half way
  const plan = isDue(before.pendingPlanAt, end) ? (before.pendingPlan ?? before.plan) : before.plan;
  const lines = subscriptionLines(plan, next);
  const mayHaveOverage = plans[before.plan].overage_cents_per_1000 !== null;
  if (lines.length > 0 || mayHaveOverage) {
    const invoice = await draftInvoice(context, {
      organisation: organisationId,
      name: `month ${next}`,
      period: next,
      customerId: before.customerId,
      lines,
      overagePlan: mayHaveOverage ? before.plan : null,
    });
    await addInvoiceJob(context, "finalise", invoice, end + draftMs);
  }
  await changeSubscription(context, organisation, (subscription) => {
    if (!isDue(subscription.pendingPlanAt, end)) return undefined;
    const changed = subscription.pendingPlan ?? subscription.plan;
    return { ...subscription, plan: changed, pendingPlan: null, pendingPlanAt: null };
  });
  await scheduleClose(context, organisationId, next);
}

function isDue(at: number | null, end: number): boolean {
  return at !== null && at <= end;
}

/** The draft gets last month's overage and its number, and is to be paid. One without lines is dropped. */
async function finaliseInvoice(context: BackendContext, organisation: string, id: string): Promise<void> {
  const { store } = context;
  const draft = await store.readRecord("billing_invoice", organisation, id);
  if (draft === undefined) return;
  if (draft.status !== "draft") return addInvoiceJob(context, "charge", draft, context.clock.now());
  const lines = [...draft.lines, ...(await overageLines(context, draft))];
  if (lines.length === 0) {
    await store.deleteRecord("billing_invoice", organisation, id);
    return;
  }
  const number = await nextInvoiceNumber(context, organisation);
  await store.replaceRecord("billing_invoice", { ...draft, lines, number, status: "open" });
  await addInvoiceJob(context, "charge", draft, context.clock.now());
}

async function overageLines({ store }: BackendContext, draft: BillingInvoiceRecord): Promise<InvoiceLine[]> {
  if (draft.overagePlan === null) return [];
  const period = periodOf(boundsOfPeriod(draft.period).start - 1);
  const overage = overageOf(draft.overagePlan, await store.readUsed(draft.organisation, period));
  if (overage === undefined) return [];
  const { calls, amountCents } = overage;
  return [
    { type: "overage", description: overageText(draft.overagePlan, period), quantity: calls, amountCents },
  ];
}

function overageText(plan: PlanId, period: string): string {
  const { tool_calls: quota, overage_cents_per_1000: cents } = plans[plan];
  const price = ((cents ?? 0) / 100).toFixed(2);
  return `Tool calls beyond ${quota?.toLocaleString("en-US")} in ${period}, $${price} per 1,000`;
}

/** Takes the money for an open invoice. Answers whether nothing is left to be done. */
export async function chargeInvoice(
  context: BackendContext,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const { store, paymentGateway } = context;
  const organisation = await store.readOrganisation(organisationId);
  const invoice = await store.readRecord("billing_invoice", organisationId, id);
  if (organisation === undefined || invoice?.status !== "open") return true;
  const { customerId } = await readSubscription(context, organisation);
  const amountCents = totalOf(invoice);
  const outcome =
    amountCents <= 0
      ? "paid"
      : await paymentGateway.charge({ organisation: organisationId, customerId, invoiceId: id, amountCents });
  if (outcome === "paid")
    await store.replaceRecord("billing_invoice", { ...invoice, customerId, status: "paid" });
  const isBehind = outcome === "declined" || (await openInvoices(context, organisationId)).length > 0;
  await changeSubscription(context, organisation, (subscription) => {
    const status = isBehind ? "past_due" : "active";
    return subscription.status === status ? undefined : { ...subscription, status };
  });
  return outcome === "paid";
}

/** Invoices that are due and not paid. */
export async function openInvoices(
  { store }: BackendContext,
  organisation: string,
): Promise<BillingInvoiceRecord[]> {
  const { rows } = await store.listRecords("billing_invoice", organisation, {}, { limit: 100 });
  return rows.filter(({ status }) => status === "open");
}

async function addInvoiceJob(
  { store }: BackendContext,
  type: "charge" | "finalise",
  { organisation, id: invoiceId }: BillingInvoiceRecord,
  dueAt: number,
): Promise<void> {
  const job: BillingJob = { type, organisation, invoiceId };
  await store.addJob({
    id: `${billingJobKind} ${type} ${invoiceId}`,
    kind: billingJobKind,
    dueAt,
    attempts: 0,
    payload: JSON.stringify(job),
  });
}
