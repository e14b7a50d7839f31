import type { BillingInvoice, JsonObject } from "@codespar/contract";
import type {
  CfdiDocument,
  Charge,
  Checkout,
  CheckoutChoice,
  DocumentKey,
  FiscalDocument,
  Merchant,
  Shipment,
  SimulatedProvider,
  SimulationContext,
  SimulationState,
  SpedFile,
} from "@codespar/providers/simulated";
import {
  CHARGE_KIND,
  CHECKOUT_KIND,
  chooseMethod,
  confirmCharge,
  dropChoice,
  pixCode,
  Refusal,
  rejectCharge,
} from "@codespar/providers/simulated";
import type { PageAddress, PageAddresses } from "./page-addresses.ts";
import { parsePlanInvoiceId, planInvoiceKey } from "./plan-invoice-key.ts";

interface PageFacts {
  /** The provider that made the document. */
  provider: string;
  /** What of the document was asked for; empty for its page. */
  file: string;
  merchant: Merchant;
  /** Milliseconds since the epoch. */
  now: number;
  /** The address of another file of the same document. */
  getUrl(file: string): string;
}

/** A payment, with the text that its QR code holds; empty when it is no Pix. */
export interface PaymentPage extends PageFacts {
  kind: "payment";
  charge: Charge;
  pixCode: string;
  /** The customer as the provider keeps them, in its own field names. */
  customer: JsonObject | undefined;
  pay(): Promise<void>;
  /** The payer's bank or wallet says no. */
  reject(): Promise<void>;
}

/** A hosted page, and the payment that waits on it once a method was chosen. */
export interface CheckoutPage extends PageFacts {
  kind: "checkout";
  checkout: Checkout;
  payment: { charge: Charge; pixCode: string; getUrl(file: string): string } | undefined;
  choose(choice: CheckoutChoice): Promise<void>;
  /** Back to the choice of methods. */
  drop(): Promise<void>;
  /** Pays what was chosen; a card may be declined, and the page stays open. */
  pay(): Promise<void>;
  reject(): Promise<void>;
}

export interface InvoicePage extends PageFacts {
  kind: "invoice";
  document: FiscalDocument | CfdiDocument | SpedFile;
}

export interface ShipmentPage extends PageFacts {
  kind: "shipment";
  shipment: Shipment;
}

/** What somebody did on a page was no longer possible. */
export class PageActionRefused extends Error {
  override readonly name = "PageActionRefused";
}

/** An invoice of the organisation's own plan. */
export interface PlanInvoicePage extends Pick<PageFacts, "file" | "now"> {
  kind: "plan_invoice";
  organisation: string;
  invoice: BillingInvoice;
}

/** What an address leads to. What can be done there resolves once CodeSpar knows; it throws `PageActionRefused` when it cannot be
 * done. */
export type SandboxPage = PaymentPage | CheckoutPage | InvoicePage | ShipmentPage | PlanInvoicePage;

/** What the addresses in results lead to, for the server. */
export interface PageControl {
  /** The page of a path such as `/pages/payments/…`; undefined when this sandbox never gave the address out. */
  find(pathname: string): Promise<SandboxPage | undefined>;
}

export function pageControl(world: {
  state: SimulationState;
  addresses(): PageAddresses;
  now(): number;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
  readPlanInvoice(organisation: string, id: string): Promise<BillingInvoice | undefined>;
}): PageControl {
  const { state } = world;

  async function find(pathname: string): Promise<SandboxPage | undefined> {
    const addresses = world.addresses();
    const address = addresses.parse(pathname);
    if (address === undefined) return undefined;
    await world.settle();
    if (address.kind === "plan_invoice") return findPlanInvoice(address, addresses);
    // two accounts may call their documents the same; the address knows which
    const found = state
      .listById(address.kind, address.id)
      .find(
        ({ key }) => key.server === address.server && addresses.getCapability(key) === address.capability,
      );
    const provider = world.provider(address.server);
    if (found === undefined || provider === undefined) return undefined;
    const { key, document } = found;
    const facts: PageFacts = {
      provider: key.server,
      file: address.file,
      merchant: provider.within(key.account, ({ merchant }) => merchant),
      now: world.now(),
      getUrl: (file) => addresses.getUrl(key, file),
    };
    // the kind says what the document is
    switch (key.kind) {
      case CHARGE_KIND:
        return paymentPage(facts, key, provider, document as unknown as Charge);
      case CHECKOUT_KIND:
        return checkoutPage(facts, key, provider, document as unknown as Checkout);
      case "invoice":
        return { ...facts, kind: "invoice", document: document as unknown as InvoicePage["document"] };
      default:
        return { ...facts, kind: "shipment", shipment: document as unknown as Shipment };
    }
  }

  async function findPlanInvoice(
    address: PageAddress,
    addresses: PageAddresses,
  ): Promise<PlanInvoicePage | undefined> {
    const named = parsePlanInvoiceId(address);
    if (named === undefined || addresses.getCapability(planInvoiceKey(named)) !== address.capability) {
      return undefined;
    }
    const invoice = await world.readPlanInvoice(named.organisation, named.invoiceId);
    if (invoice === undefined) return undefined;
    const { organisation } = named;
    return { kind: "plan_invoice", file: address.file, now: world.now(), organisation, invoice };
  }

  function paymentPage(
    facts: PageFacts,
    key: DocumentKey,
    provider: SimulatedProvider,
    charge: Charge,
  ): PaymentPage {
    return {
      ...facts,
      kind: "payment",
      charge,
      pixCode: provider.within(key.account, (context) => pixCode(context, charge)),
      customer: provider.within(key.account, (context) =>
        charge.customer === undefined ? undefined : context.get<JsonObject>("customer", charge.customer),
      ),
      pay: () => act(provider, key, (context) => confirmCharge(context, key.id)),
      reject: () => act(provider, key, (context) => rejectCharge(context, key.id)),
    };
  }

  function checkoutPage(
    facts: PageFacts,
    key: DocumentKey,
    provider: SimulatedProvider,
    checkout: Checkout,
  ): CheckoutPage {
    const paymentId = checkout.paymentId ?? checkout.chosen?.paymentId;
    const payment = provider.within(key.account, (context) => {
      const charge = paymentId === undefined ? undefined : context.get<Charge>(CHARGE_KIND, paymentId);
      return charge && { charge, pixCode: pixCode(context, charge), ...getUrls(context, charge.id) };
    });
    const runDue = (task: string) => provider.runDue({ ...key, at: world.now(), task });
    const isCard = ({ method }: CheckoutChoice) => method === "credit_card" || method === "debit_card";
    return {
      ...facts,
      kind: "checkout",
      checkout,
      payment,
      async choose(choice) {
        await act(provider, key, (context) => chooseMethod(context, key.id, choice));
        // a card is charged when it is paid
        if (!isCard(choice)) runDue("open_checkout");
        await world.settle();
      },
      drop: () => act(provider, key, (context) => dropChoice(context, key.id)),
      async pay() {
        runDue("complete_checkout");
        await world.settle();
      },
      reject: () =>
        act(provider, key, (context) => {
          if (paymentId !== undefined) rejectCharge(context, paymentId);
          return dropChoice(context, key.id);
        }),
    };
  }

  async function act(
    provider: SimulatedProvider,
    { account }: DocumentKey,
    work: (context: SimulationContext) => unknown,
  ): Promise<void> {
    const outcome = provider.within(account, work);
    if (outcome instanceof Refusal) throw new PageActionRefused(outcome.message);
    await world.settle();
  }

  return { find };
}

function getUrls(context: SimulationContext, id: string): { getUrl(file: string): string } {
  return { getUrl: (file) => context.pageUrl(CHARGE_KIND, id, file) };
}
