import { type PlanId, plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, toPeriod } from "../../platform/time.ts";
import type { Job } from "../../store/job.ts";
import type { BillingInvoiceRecord } from "../../store/record.ts";
import { addInvoiceJob, type BillingJob, billingJobKind } from "./billing-jobs.ts";
import { changeSubscription } from "./change-subscription.ts";
import { readCurrentSubscription } from "./close-period.ts";
import { type InvoiceLine, nextInvoiceNumber, sumLines } from "./invoices.ts";
import { computeOverage } from "./overage.ts";
import { readSubscription } from "./subscription.ts";

/** Days after which a declined card is tried again. */
const retryDays = [1, 3, 5, 7];

/** Closes months, and takes the money for them. Returns how many jobs there were. Each can be done twice. */
export async function processBilling(context: BackendContext): Promise<number> {
  const { store, clock } = context;
  const now = clock.now();
  const jobs = await store.takeJobs(billingJobKind, now, 100, now + 60_000);
  for (const job of jobs) await store.finishJob(job.id, await work(context, job));
  return jobs.length;
}

/** Processes the job; returns when to repeat it, if at all. */
async function work(context: BackendContext, job: Job): Promise<number | undefined> {
  const billing: BillingJob = JSON.parse(job.payload);
  switch (billing.type) {
    case "close": {
      const organisation = await context.store.readOrganisation(billing.organisation);
      if (organisation !== undefined) await readCurrentSubscription(context, organisation);
      return undefined;
    }
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
  const period = toPeriod(boundsOfPeriod(draft.period).start - 1);
  const overage = computeOverage(draft.overagePlan, await store.readUsed(draft.organisation, period));
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

/** Takes the money for an open invoice. Returns whether nothing is left to be done. */
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
  const amountCents = sumLines(invoice);
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
