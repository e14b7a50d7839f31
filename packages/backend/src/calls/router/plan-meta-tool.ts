import {
  type CheckoutInput,
  type CheckoutList,
  type Country,
  type Currency,
  findServer,
  type InvoiceInput,
  type Json,
  type MetaToolInputs,
  type MetaToolName,
  type NotifyInput,
  type PayInput,
  type PaymentList,
  riskOf,
  routing,
  type ShipInput,
} from "@codespar/contract";
import { getAttached, requireAttached } from "../../accounts/sessions/open-session.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { Translate, Translator } from "../../ports/translator.ts";
import type { SessionRecord } from "../../store/store.ts";
import { countryOfPhone } from "./country-of-phone.ts";
import { discover } from "./discover.ts";
import { type DocumentField, findOriginatingProvider, requireSame } from "./find-originating-provider.ts";
import { hideOthers } from "./hide-others.ts";
import { mergeQuotes } from "./merge-quotes.ts";
import type { Candidate, ToolPlan } from "./tool-plan.ts";

type Verb = "pay" | "checkout" | "invoice" | "ship" | "notify";

/** Which providers can do this call of a meta-tool, in order of preference. */
export function planMetaTool<Name extends MetaToolName>(
  context: BackendContext,
  session: SessionRecord,
  name: Name,
  input: MetaToolInputs[Name],
): ToolPlan | Promise<ToolPlan> {
  const planned = new MetaToolPlanner(context, session);
  switch (name) {
    // `name` and `input` belong together by the signature; a switch on a generic does not narrow the second
    case "codespar_discover":
      return {
        mode: "local",
        run: () => discover(context, session, input as MetaToolInputs["codespar_discover"]),
      };
    case "codespar_checkout":
      return planned.checkout(input as CheckoutInput);
    case "codespar_pay":
      return planned.pay(input as PayInput);
    case "codespar_invoice":
      return planned.invoice(input as InvoiceInput);
    case "codespar_ship":
      return planned.ship(input as ShipInput);
    case "codespar_notify":
      return planned.notify(input as NotifyInput);
    default:
      throw new Error(`${name} has no plan.`);
  }
}

class MetaToolPlanner {
  readonly #context: BackendContext;
  readonly #session: SessionRecord;

  constructor(context: BackendContext, session: SessionRecord) {
    this.#context = context;
    this.#session = session;
  }

  pay(input: PayInput): ToolPlan | Promise<ToolPlan> {
    if (input.payment_id !== undefined)
      return this.#byOriginatingProvider("pay", input, "payment_id", input.payment_id);
    if (input.action === "list") return this.#list("listPayments", "payments", input);
    const { currency = "BRL", method = "pix" } = input;
    const servers = routing.pay[currency][method] ?? [];
    if (input.capture !== "manual")
      return this.#byPreference("pay", input, servers, `${method} in ${currency}`);
    const able = servers.filter((id) => can(id, "capture"));
    return this.#byPreference("pay", input, able, `${method} in ${currency} that is captured later`);
  }

  checkout(input: CheckoutInput): ToolPlan | Promise<ToolPlan> {
    const { checkout_id, currency } = input;
    if (checkout_id !== undefined)
      return this.#byOriginatingProvider("checkout", input, "checkout_id", checkout_id);
    if (input.action === "list") return this.#list("listCheckouts", "checkouts", input);
    if (currency === undefined) throw new Error("The schema lets no checkout without currency pass.");
    return this.#byPreference("checkout", input, routing.checkout[currency], `a checkout in ${currency}`);
  }

  invoice(input: InvoiceInput): ToolPlan | Promise<ToolPlan> {
    const { invoice_id, type } = input;
    if (invoice_id !== undefined)
      return this.#byOriginatingProvider("invoice", input, "invoice_id", invoice_id);
    if (type === undefined) throw new Error("The schema lets no invoice without type or invoice_id pass.");
    return this.#byPreference("invoice", input, routing.invoice[type], `documents of type ${type}`);
  }

  ship(input: ShipInput): ToolPlan | Promise<ToolPlan> {
    const { action, service_id, shipment_id, tracking_code } = input;
    const country = input.origin?.country ?? input.destination?.country ?? "BR";
    const carriers = routing.ship[country];
    if (action === "quote") {
      const plan = this.#byPreference("ship", input, carriers, `shipping in ${country}`);
      return plan.mode === "first" ? { ...plan, mode: "all", merge: mergeQuotes } : plan;
    }
    if (action === "label" && service_id !== undefined) {
      const server = requireAttached(this.#session, service_id.split(":", 1)[0] ?? service_id);
      requireSame(this.#forced(input), server, `quote ${service_id}`);
      const sellers = carriers.filter((id) => can(id, "label"));
      if (!can(server, "label")) throw this.#incapable("labels of its quotes", sellers, server, "service_id");
      return this.#only("ship", input, server, "service_id");
    }
    if (shipment_id !== undefined)
      return this.#byOriginatingProvider("ship", input, "shipment_id", shipment_id);
    if (tracking_code !== undefined)
      return this.#byOriginatingProvider("ship", input, "tracking_code", tracking_code);
    throw new Error("The schema lets no shipment without service_id, shipment_id or tracking_code pass.");
  }

  notify(input: NotifyInput): ToolPlan {
    const { channel, to } = input;
    const country: Country | undefined = channel === "email" ? undefined : countryOfPhone(to);
    const lists = routing.notify[channel];
    const routed = (country === undefined ? undefined : lists[country]) ?? lists["*"];
    const preferred = input.template === undefined ? routed : templatesFirst(routed);
    return this.#byPreference("notify", input, preferred, `${channel} to ${country ?? "this recipient"}`);
  }

  /** The routing's order over what is attached, or the one server that the caller forces. */
  #byPreference(
    verb: Verb,
    input: { provider?: string | undefined },
    preferred: readonly string[],
    what: string,
  ) {
    const forced = this.#forced(input);
    if (forced !== undefined) {
      if (!preferred.includes(forced)) throw this.#incapable(what, preferred, forced);
      return this.#only(verb, input, forced, "provider");
    }
    const attached = getAttached(this.#session, preferred);
    const candidates = attached
      .map((server, index) => this.#candidate(verb, input, server, index === 0 ? "preferred" : "fallback"))
      .filter((candidate) => candidate !== undefined);
    if (candidates.length === 0) throw this.#incapable(what, preferred);
    return { mode: "first", risk: this.#risk(verb, input), candidates } satisfies ToolPlan;
  }

  /**
   * What one server has. Whose list it is must be sure: another's would look as if nothing had been paid.
   */
  #list(
    capability: "listPayments" | "listCheckouts",
    what: string,
    input: PayInput | CheckoutInput,
  ): ToolPlan {
    const { cursor } = input;
    const able = [...this.#context.translators.values()]
      .filter((translator) => translator[capability] !== undefined)
      .map(({ server }) => server);
    const forced = this.#forced(input);
    const [owner = "", position] = cursor === undefined ? [] : splitCursor(cursor);
    if (cursor !== undefined && !this.#session.servers.includes(owner))
      throw invalid(
        "cursor",
        "The cursor is none of this list. Pass next_cursor of the page before, as it is.",
      );
    if (cursor !== undefined) requireSame(forced, owner, "list that the cursor is of");
    const attached = getAttached(this.#session, able);
    if (forced === undefined && cursor === undefined && attached.length > 1)
      throw invalid("provider", `Whose ${what}? Name one as provider: ${attached.join(", ")}.`);
    const server = forced ?? (cursor === undefined ? attached[0] : owner);
    const translate = server === undefined ? undefined : this.#context.translators.get(server)?.[capability];
    const provider = server === undefined ? undefined : this.#context.providers.get(server);
    if (server === undefined || provider === undefined || translate === undefined)
      throw this.#incapable(`a list of ${what}`, able, forced);
    const asked = { ...input, cursor: position };
    const candidate: Candidate = {
      provider,
      reason: forced === undefined ? "only one" : "provider",
      translate: async (native, translation) => {
        // by the capability, one of two translations of the same shape
        const page = await (translate as Translate<object, PaymentList | CheckoutList>)(
          asked,
          native,
          translation,
        );
        const { next_cursor } = page;
        const seen = await hideOthers(this.#context, this.#session, server, page);
        return { ...seen, next_cursor: next_cursor === null ? null : `${server}:${next_cursor}` };
      },
    };
    return { mode: "first", risk: "read", candidates: [candidate] };
  }

  /** By the provider that created the document. */
  async #byOriginatingProvider(
    verb: Verb,
    input: { provider?: string | undefined; currency?: Currency | undefined },
    field: DocumentField,
    id: string,
  ): Promise<ToolPlan> {
    const named = { field, id, forced: this.#forced(input), currency: input.currency };
    const { server, reason } = await findOriginatingProvider(this.#context, this.#session, named);
    return this.#only(verb, input, server, reason);
  }

  /** The attached server that the caller names. */
  #forced({ provider }: { provider?: string | undefined }): string | undefined {
    return provider === undefined ? undefined : requireAttached(this.#session, provider);
  }

  #only(verb: Verb, input: object, server: string, reason: string): ToolPlan {
    const candidate = this.#candidate(verb, input, server, reason);
    if (candidate === undefined) throw this.#incapable(`codespar_${verb}`, [], server);
    return { mode: "first", risk: this.#risk(verb, input), candidates: [candidate] };
  }

  #candidate(verb: Verb, input: object, server: string, reason: string): Candidate | undefined {
    const provider = this.#context.providers.get(server);
    const translator: Translator | undefined = this.#context.translators.get(server);
    // the verb names the input that the planner's caller has: five pairs that TypeScript sees as a union
    const translate = translator?.[verb] as Translate<object, object> | undefined;
    if (provider === undefined || translate === undefined) return undefined;
    return {
      provider,
      reason,
      // outputs are plain JSON by their interfaces, which have no index signature
      translate: (native, translation) => translate(input, native, translation) as Promise<Json>,
    };
  }

  #risk(verb: Verb, input: object) {
    return riskOf(`codespar_${verb}`, input) ?? "moves_money";
  }

  #incapable(what: string, able: readonly string[], server?: string, field = "provider") {
    const subject = server === undefined ? "No server of this session can do" : `Server ${server} cannot do`;
    const could =
      able.length === 0 ? "" : ` These could: ${able.join(", ")}. Create a session with one of them.`;
    const message = `${subject} ${what}.${could}`;
    return apiError("invalid_arguments", message, {
      issues: [{ path: server === undefined ? "servers" : `arguments.${field}`, message }],
      suggestions: [...able],
    });
  }
}

/** `next_cursor` is the server's, with its id in front. */
function splitCursor(cursor: string): [server: string, position: string] {
  const at = cursor.indexOf(":");
  return [cursor.slice(0, Math.max(at, 0)), cursor.slice(at + 1)];
}

function invalid(field: string, message: string) {
  return apiError("invalid_arguments", message, { issues: [{ path: `arguments.${field}`, message }] });
}

/** Servers that send approved templates before those that only send text. */
function templatesFirst(servers: readonly string[]): string[] {
  const sends = (id: string) => can(id, "template");
  return [...servers.filter(sends), ...servers.filter((id) => !sends(id))];
}

/** Whether the catalogue says so. */
function can(server: string, capability: string): boolean {
  return findServer(server)?.capabilities.includes(capability) === true;
}
