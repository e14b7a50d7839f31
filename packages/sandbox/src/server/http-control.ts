import { findServer, type PaymentMethod, suggestServers } from "@codespar/contract";
import { httpProblem } from "@codespar/node-runtime";
import type { Duration, Sandbox } from "@codespar/sandbox-core";
import { parseFault } from "@codespar/sandbox-core";

/** What the test control did not like about a request. */
class ControlRefusal extends Error {
  override readonly name = "ControlRefusal";
  readonly path: string;

  constructor(message: string, path = "") {
    super(message);
    this.path = path;
  }
}

/** Answers a body for JSON, or a response as it is. */
type Action = (body: Record<string, unknown>, id: string) => Promise<object | Response>;

/** Largest body that the control reads, in bytes. */
const maxBytes = 10_000;

/**
 * The sandbox's test control for programs in any language: clock, faults, payments and reset under `/sandbox/`.
 * Who may call it is the server's to check. See docs/decisions/sandbox-control.md.
 */
export function httpControl(sandbox: Sandbox): (request: Request) => Promise<Response> {
  const actions: Readonly<Record<string, Action>> = {
    "GET /sandbox/clock": async () => clock(),
    "POST /sandbox/clock/advance": async ({ duration }) => {
      // `advance` checks it
      await sandbox.clock.advance(duration as Duration);
      return clock();
    },
    "POST /sandbox/faults": async ({ server, fault }) => setFault(server, fault),
    "POST /sandbox/payments/:id/confirm": async (_body, id) => {
      await sandbox.payments.confirm(id);
      return { payment_id: id, confirmed: true };
    },
    "GET /sandbox/payments/:id/qr": async (_body, id) =>
      new Response(await sandbox.payments.qrCode(id), { headers: { "content-type": "image/png" } }),
    "POST /sandbox/checkouts/:id/open": async ({ method }, id) =>
      // `open` names the methods that the page offers
      sandbox.checkouts.open(id, { method: method as PaymentMethod | undefined }),
    "POST /sandbox/checkouts/:id/pay": async (_body, id) => {
      await sandbox.checkouts.pay(id);
      return { checkout_id: id, paid: true };
    },
    "POST /sandbox/reset": async () => {
      sandbox.reset();
      return { reset: true };
    },
  };

  function clock(): object {
    return { now: new Date(sandbox.clock.now()).toISOString() };
  }

  function setFault(server: unknown, fault: unknown): object {
    const found = typeof server === "string" ? findServer(server) : undefined;
    if (found === undefined) {
      const near = suggestServers(String(server));
      const hint =
        near.length === 0 ? "Give a server's id, such as asaas." : `Did you mean ${near.join(" or ")}?`;
      throw new ControlRefusal(
        `There is no server ${JSON.stringify(String(server).slice(0, 60))}. ${hint}`,
        "server",
      );
    }
    if (fault === null) {
      sandbox.faults.clear(found.id);
      return { server: found.id, fault: null };
    }
    if (!isObject(fault))
      throw new ControlRefusal("fault must be an object, or null to mend the server.", "fault");
    const parsed = parseFault(fault);
    if (typeof parsed === "string") throw new ControlRefusal(parsed, "fault");
    sandbox.faults.set(found.id, parsed);
    return { server: found.id, fault };
  }

  return async function control(request) {
    const { pathname } = new URL(request.url);
    const [, kind, id = "", verb] = /^\/sandbox\/(payments|checkouts)\/([^/]+)\/(\w+)$/.exec(pathname) ?? [];
    const route = id === "" ? pathname : `/sandbox/${kind}/:id/${verb}`;
    const action = actions[`${request.method} ${route}`];
    try {
      if (action === undefined) {
        const known = Object.keys(actions).join(", ");
        return json(
          httpProblem(
            "not_found",
            `There is no ${request.method} ${pathname.slice(0, 100)}. There are ${known}.`,
          ),
        );
      }
      const body = request.method === "GET" ? {} : await readObject(request);
      const answer = await action(body, decodeURIComponent(id));
      return answer instanceof Response ? answer : json({ status: 200, body: answer });
    } catch (error) {
      // whatever goes wrong in here is about what the test asked for
      const message = error instanceof Error ? error.message : String(error);
      return json(httpProblem("invalid_request", message, error instanceof ControlRefusal ? error.path : ""));
    }
  };
}

async function readObject(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    throw new ControlRefusal(`The body is larger than ${maxBytes} bytes.`);
  }
  const text = await request.text();
  if (text === "") return {};
  const value: unknown = parseJson(text);
  if (isObject(value)) return value;
  throw new ControlRefusal("The body must be a JSON object.");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlRefusal("The body is not JSON.");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function json({ status, body }: { status: number; body: object }): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
