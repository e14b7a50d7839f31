import type { JsonObject } from "@codespar/contract";
import {
  type DocumentChange,
  type EmulatedEvent,
  type EmulationDefinition,
  listWebhookEndpoints,
  type SimulationContext,
} from "@codespar/providers/simulated";
import type { SimulationAccess } from "@codespar/sandbox-core";

const KIND = "webhook_delivery";
const TASK = "send_webhook";
/** What the emulator itself writes is no change at the provider. */
const ownKinds: ReadonlySet<string> = new Set([KIND, "webhook_endpoint", "idempotent_request"]);

/** A webhook on its way: to an endpoint, or to the address that the document named. */
interface Delivery {
  id: string;
  endpoint: string | null;
  url: string;
  secret: string;
  event: EmulatedEvent;
  attempt: number;
  status: "waiting" | "delivered" | "given_up";
}

/** Sends one webhook; rejects when there is no response. */
export type PostWebhook = (request: {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}) => Promise<{ status: number }>;

/** The providers' own webhooks: written in the transaction of the change, sent as the clock moves, tried again as they do. */
export class Outbox {
  readonly #simulation: SimulationAccess;
  readonly #definitions: ReadonlyMap<string, EmulationDefinition>;
  readonly #post: PostWebhook;
  readonly #now: () => number;
  readonly #outgoing: { server: string; account: string; id: string }[] = [];

  constructor(options: {
    simulation: SimulationAccess;
    definitions: ReadonlyMap<string, EmulationDefinition>;
    post: PostWebhook;
    now(): number;
  }) {
    this.#simulation = options.simulation;
    this.#definitions = options.definitions;
    this.#post = options.post;
    this.#now = options.now;
  }

  changed(change: DocumentChange, context: SimulationContext): void {
    const definition = this.#definitions.get(change.server);
    if (definition === undefined || ownKinds.has(change.kind)) return;
    for (const event of definition.webhooks?.getEvents(change, context) ?? []) {
      const endpoints = listWebhookEndpoints(context);
      for (const { id, url, secret, events, enabled } of endpoints) {
        if (enabled && (events.includes("*") || events.includes(event.type)))
          this.#enqueue(context, { endpoint: id, url, secret, event });
      }
      // an address of the document's own is signed with the account's secret
      if (event.url !== undefined)
        this.#enqueue(context, { endpoint: null, url: event.url, secret: endpoints[0]?.secret ?? "", event });
    }
  }

  due(work: { server: string; account: string; id: string; task: string }): void {
    if (work.task === TASK) this.#outgoing.push(work);
  }

  /** One after the other, as they came about. */
  async send(): Promise<void> {
    for (let next = this.#outgoing.shift(); next !== undefined; next = this.#outgoing.shift()) {
      await this.#sendOne(next);
    }
  }

  #enqueue(
    context: SimulationContext,
    delivery: Pick<Delivery, "endpoint" | "event" | "secret" | "url">,
  ): void {
    const id = `${String(context.nextNumber("webhook_delivery")).padStart(9, "0")}`;
    context.put(KIND, id, { ...delivery, id, attempt: 0, status: "waiting" } satisfies Delivery);
    context.schedule(context.now, TASK, KIND, id);
  }

  async #sendOne({ server, account, id }: { server: string; account: string; id: string }): Promise<void> {
    const provider = this.#simulation.provider(server);
    const webhooks = this.#definitions.get(server)?.webhooks;
    const delivery = provider?.within(account, (context) => context.get<Delivery>(KIND, id));
    if (provider === undefined || webhooks === undefined || delivery?.status !== "waiting") return;
    const request = await webhooks.sign(delivery, delivery.event, {
      now: this.#now(),
      attempt: delivery.attempt,
    });
    const status = await this.#post(request).then(
      (response) => response.status,
      () => 0,
    );
    const isDelivered = status >= 200 && status < 300;
    const delay = isDelivered ? undefined : webhooks.retryDelaysMs[delivery.attempt];
    provider.within(account, (context) => {
      const after: Delivery = {
        ...delivery,
        attempt: delivery.attempt + 1,
        status: isDelivered ? "delivered" : delay === undefined ? "given_up" : "waiting",
      };
      // plain JSON by its type
      context.put(KIND, id, after as unknown as JsonObject);
      if (delay !== undefined) context.schedule(context.now + delay, TASK, KIND, id);
    });
    if (delay !== undefined) this.#simulation.arm();
  }
}

/** By fetch, for at most ten seconds. */
export const postByFetch: PostWebhook = async ({ url, headers, body }) => {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
  await response.body?.cancel();
  return { status: response.status };
};
