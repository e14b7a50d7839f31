import { type EndpointId, endpoints, type ShipLabelOutput, type ShipQuoteOutput } from "@codespar/contract";
import { expect } from "vitest";
import { brazil, nfe, parcel, pix, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import { getError, type WireResponse, type World } from "../world.ts";

/** Names of what the owner has, one of each kind. */
interface Ids {
  session: string;
  call: string;
  key: string;
  trigger: string;
  event: string;
  delivery: string;
  connection: string;
  fiscalProfile: string;
  approval: string;
  payment: string;
  idempotencyKey: string;
  tenant: string;
}

/** What a stranger asks of an endpoint, with somebody's ids wherever the endpoint takes any. */
interface Question {
  /** In the place of `:id`. */
  id?: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
}

const cursor = ({ session }: Ids): Question => ({ query: { cursor: session } });

/** These respond for as long as somebody reads: `live-events.ts` looks at what they show to whom. */
const endless: ReadonlySet<EndpointId> = new Set<EndpointId>(["events.stream"]);

/** One row for each endpoint; a new endpoint without a row does not compile. */
const questions: Readonly<Record<EndpointId, (ids: Ids) => Question>> = {
  "sessions.create": ({ tenant }) => ({ body: { servers: ["asaas"], metadata: { tenant_id: tenant } } }),
  "sessions.list": cursor,
  "sessions.get": ({ session }) => ({ id: session }),
  "sessions.close": ({ session }) => ({ id: session }),
  "sessions.tools": ({ session }) => ({ id: session }),
  "sessions.connections": ({ session }) => ({ id: session }),
  "sessions.execute": ({ session }) => ({ id: session, body: pix }),
  "sessions.send": ({ session }) => ({ id: session, body: pix }),
  "tool_calls.reconcile": ({ idempotencyKey }) => ({ body: { idempotency_key: idempotencyKey } }),
  "tool_calls.resolve": ({ call }) => ({
    id: call,
    body: { outcome: "failed", by: "a stranger", evidence: "none" },
  }),
  "tool_calls.list": ({ call, session, idempotencyKey }) => ({
    query: { cursor: call, session_id: session, idempotency_key: idempotencyKey },
  }),
  "tool_calls.get": ({ call }) => ({ id: call }),
  "tool_calls.events": ({ call }) => ({ id: call }),
  "events.stream": () => ({}),
  "events.get": ({ event }) => ({ id: event }),
  search: ({ call }) => ({ query: { q: call } }),
  "servers.list": () => ({}),
  "servers.get": () => ({ id: "asaas" }),
  "usage.get": ({ call }) => ({ query: { cursor: call, limit: "10", group_by: "tenant_id" } }),
  "billing.get": () => ({}),
  "billing.update": () => ({ body: { overage_enabled: true } }),
  "billing.preview": () => ({ query: { plan: "growth" } }),
  "billing.checkout": () => ({ body: { plan: "growth" } }),
  "billing.portal": () => ({ body: {} }),
  "billing.invoices": cursor,
  "api_keys.create": () => ({ body: {} }),
  "api_keys.list": ({ key }) => ({ query: { cursor: key } }),
  "api_keys.rotate": ({ key }) => ({ id: key, body: {} }),
  "api_keys.revoke": ({ key }) => ({ id: key }),
  "triggers.create": () => ({
    body: { name: "Mine", event: "payment.confirmed", webhook_url: "http://127.0.0.1:9/mine" },
  }),
  "triggers.list": ({ trigger }) => ({ query: { cursor: trigger } }),
  "triggers.get": ({ trigger }) => ({ id: trigger }),
  "triggers.update": ({ trigger }) => ({ id: trigger, body: { status: "paused" } }),
  "triggers.delete": ({ trigger }) => ({ id: trigger }),
  "triggers.rotate_secret": ({ trigger }) => ({ id: trigger, body: {} }),
  "triggers.deliveries": ({ trigger, delivery }) => ({ id: trigger, query: { cursor: delivery } }),
  "deliveries.replay": ({ delivery }) => ({ id: delivery, body: {} }),
  "connections.create": ({ tenant }) => ({
    body: { server_id: "asaas", tenant_id: tenant, credentials: { api_key: "mine" } },
  }),
  "connections.webhook_url": ({ connection }) => ({ id: connection, body: {} }),
  "connect_sessions.create": ({ tenant }) => ({ body: { server_id: "asaas", tenant_id: tenant } }),
  "connections.list": ({ connection, tenant }) => ({ query: { cursor: connection, tenant_id: tenant } }),
  "connections.get": ({ connection }) => ({ id: connection }),
  "connections.delete": ({ connection }) => ({ id: connection }),
  "fiscal_profiles.create": ({ tenant }) => ({ body: { tenant_id: tenant, brazil } }),
  "fiscal_profiles.list": ({ fiscalProfile, tenant }) => ({
    query: { cursor: fiscalProfile, tenant_id: tenant },
  }),
  "fiscal_profiles.get": ({ fiscalProfile }) => ({ id: fiscalProfile }),
  "fiscal_profiles.update": ({ fiscalProfile }) => ({ id: fiscalProfile, body: { brazil } }),
  "fiscal_profiles.delete": ({ fiscalProfile }) => ({ id: fiscalProfile }),
  "approvals.list": ({ approval }) => ({ query: { cursor: approval } }),
  "approvals.get": ({ approval }) => ({ id: approval }),
  "approvals.approve": ({ approval }) => ({ id: approval, body: { by: "stranger" } }),
  "approvals.deny": ({ approval }) => ({ id: approval, body: { by: "stranger" } }),
  "approvals.link": ({ approval }) => ({ id: approval }),
  "events.list": ({ event }) => ({ query: { cursor: event } }),
  openapi: () => ({}),
  health: () => ({}),
};

/** An id of the same form that nobody has. */
const nobodys = (id: string) => id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");

/** The same for all of them. */
function unknown(ids: Ids): Ids {
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, nobodys(id)])) as unknown as Ids; // the same names
}

/** An organisation with one of everything. */
async function owner(world: World): Promise<Ids> {
  const { codespar } = world;
  const tenant = "tenant_of_owner";
  const idempotencyKey = "order-of-owner-1";
  const trigger = await codespar.triggers.create({
    name: "All",
    event: "tool_call.completed",
    webhook_url: "http://127.0.0.1:9/hook",
  });
  const connection = await codespar.connections.create({
    server_id: "asaas",
    tenant_id: tenant,
    credentials: { api_key: "secret-of-owner" },
  });
  const fiscalProfile = await codespar.fiscalProfiles.create({ tenant_id: tenant, brazil });
  const session = await codespar.sessions.create({
    servers: ["asaas"],
    metadata: { tenant_id: tenant },
    policy: { require_approval: { above: { BRL: 10_000 } } },
  });
  const paid = await session.execute(pix, { idempotencyKey });
  const large = { ...pix, arguments: { ...pix.arguments, amount: 20_000 } };
  await expect(session.execute(large)).rejects.toMatchObject({ code: "approval_required" });
  await world.sandbox.clock.advance("1s");
  const [approval] = (await codespar.approvals.list()).data;
  const [delivery] = (await codespar.triggers.deliveries(trigger.id)).data;
  const [event] = (await codespar.events.list()).data;
  return {
    session: session.id,
    call: paid.tool_call_id,
    key: (await codespar.apiKeys.create()).id,
    trigger: trigger.id,
    event: event?.id ?? "",
    delivery: delivery?.id ?? "",
    connection: connection.id,
    fiscalProfile: fiscalProfile.id,
    approval: approval?.id ?? "",
    payment: paid.data?.payment_id ?? "",
    idempotencyKey,
    tenant,
  };
}

/** Everything that the owner can see, so that a change shows. */
async function everything({ codespar }: World, ids: Ids): Promise<unknown[]> {
  return Promise.all([
    codespar.sessions.get(ids.session).then(({ status, metadata, servers }) => [status, metadata, servers]),
    codespar.toolCalls.get(ids.call),
    codespar.apiKeys.list().then(({ data }) => data.map(({ id, status }) => [id, status])),
    codespar.triggers.get(ids.trigger),
    codespar.triggers.deliveries(ids.trigger).then(({ data }) => data),
    codespar.connections.list().then(({ data }) => data),
    codespar.fiscalProfiles.get(ids.fiscalProfile),
    codespar.approvals.get(ids.approval),
    codespar.events.list().then(({ data }) => data),
    codespar.usage.get(),
    codespar.billing.get().then(({ portal_url: _link, ...billing }) => billing),
  ]);
}

async function ask(
  world: World,
  endpoint: EndpointId,
  { id = "", query, body }: Question,
): Promise<WireResponse> {
  const { method, path } = endpoints[endpoint];
  const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
  const headers = { authorization: "Bearer csk_test_other1" };
  return world.wire(method, path.replace(":id", id) + search, { body, headers });
}

/** An error as it is read: without what differs between any two requests. */
function readable(response: WireResponse, ids: Ids): object {
  const { request_id: _request, ...body } = getError(response);
  const { "x-request-id": _id, date: _date, "content-length": _length, ...headers } = response.headers;
  let text = JSON.stringify(body);
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(id, `<${name}>`);
  return { status: response.status, headers, body: JSON.parse(text) };
}

export const isolationWalkCases = [
  verifies(
    "isolation.walk",
    "every endpoint knows no more of a foreign id than of one that nobody has",
    { plan: "starter" },
    async (world) => {
      const ids = await owner(world);
      expect(Object.values(ids)).not.toContain("");
      await world.otherOrganisation();
      const missingIds = unknown(ids);
      const before = await everything(world, ids);
      const { tenant: _tenant, ...secrets } = ids;
      for (const endpoint of Object.keys(endpoints) as EndpointId[]) {
        if (endless.has(endpoint)) continue;
        const foreign = await ask(world, endpoint, questions[endpoint](ids));
        const missing = await ask(world, endpoint, questions[endpoint](missingIds));
        expect(foreign.status, endpoint).toBe(missing.status);
        if (endpoints[endpoint].path.includes(":id") && endpoint !== "servers.get") {
          expect(foreign.status, endpoint).toBe(404);
        }
        if (foreign.status >= 400) {
          expect(readable(foreign, ids), endpoint).toEqual(readable(missing, missingIds));
          continue;
        }
        for (const [name, id] of Object.entries(secrets)) {
          expect(foreign.text.includes(id), `${endpoint} shows the owner's ${name}`).toBe(false);
        }
      }
      expect(await everything(world, ids)).toEqual(before);
      expect(world.effects()).toHaveLength(1);
    },
  ),
  verifies(
    "isolation.tenants",
    "no tool takes another tenant's document for more than one that nobody has",
    async (world) => {
      const acme = await world.session("brazilian", { tenant_id: "acme" });
      const { data: payment } = await acme.execute(pix);
      const { data: invoice } = await acme.execute(nfe);
      const quoted = await acme.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } });
      const { quotes } = succeed(quoted) as ShipQuoteOutput; // a quote was asked for
      const labelled = await acme.execute({
        name: "codespar_ship",
        arguments: {
          action: "label",
          ...parcel,
          service_id: quotes[0]?.service_id ?? "",
          recipient: { name: "Ana Souza", document: "11144477735", address: "Rua do Ouvidor 50" },
        },
      });
      const { shipment_id } = succeed(labelled) as ShipLabelOutput; // a label was asked for
      const loja = await world.session("brazilian", { tenant_id: "loja" });
      const effects = world.effects().length;
      const attempts = [
        ["codespar_pay", "payment_id", payment?.payment_id, ["get", "refund", "cancel"]],
        ["codespar_invoice", "invoice_id", invoice?.invoice_id, ["get", "cancel", "correct"]],
        ["codespar_ship", "shipment_id", shipment_id, ["track", "cancel"]],
      ] as const;
      for (const [name, field, id, actions] of attempts) {
        for (const action of actions) {
          const refusals = await Promise.all(
            [String(id), nobodys(String(id))].map(async (one) => {
              const body = {
                name,
                arguments: {
                  action,
                  [field]: one,
                  ...(action === "correct" ? { reason: "Wrong address, of course" } : {}),
                },
              };
              const response = await world.wire("POST", `/v1/sessions/${loja.id}/execute`, { body });
              const { request_id: _request, ...rest } = getError(response);
              return JSON.stringify(rest).replaceAll(one, "<id>");
            }),
          );
          expect(refusals[0], `${name} ${action}`).toBe(refusals[1]);
          expect(refusals[0]).toContain("<id>");
        }
      }
      expect(world.effects()).toHaveLength(effects);
    },
  ),
];
