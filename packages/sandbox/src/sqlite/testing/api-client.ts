import type { Sandbox } from "@codespar/sandbox-core";

export const testKey = "csk_test_sqlite";

/** A request to a sandbox, and its response as JSON. */
export async function ask(
  sandbox: Pick<Sandbox, "handle">,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<{ status: number; headers: Record<string, string>; body: Record<string, unknown> }> {
  const response = await sandbox.handle({
    method,
    path,
    headers: {
      authorization: `Bearer ${testKey}`,
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (typeof response.body !== "string") throw new Error("The response is a stream.");
  return { status: response.status, headers: response.headers, body: JSON.parse(response.body) };
}

/** A session over these servers; its id. */
export async function openSession(sandbox: Pick<Sandbox, "handle">, servers = ["asaas"]): Promise<string> {
  const { body } = await ask(sandbox, "POST", "/v1/sessions", { servers });
  return String(body.id);
}

/** Pays by Pix; the amount distinguishes the payments. */
export function pay(
  sandbox: Pick<Sandbox, "handle">,
  session: string,
  key: string,
  amount: number,
  verb = "execute",
) {
  const call = { name: "codespar_pay", arguments: { method: "pix", amount, currency: "BRL" } };
  return ask(sandbox, "POST", `/v1/sessions/${session}/${verb}`, call, key);
}

/** Amounts of all payments that the simulated provider made, in whatever account: the effects. */
export async function getPayments(data: string): Promise<number[]> {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(`${data}/sandbox.sqlite`, { readOnly: true });
  try {
    const rows = database
      .prepare(
        "SELECT row ->> 'amount' AS amount FROM simulated_documents WHERE kind = 'charge' ORDER BY number",
      )
      .all();
    return rows.map(({ amount }) => Number(amount));
  } finally {
    database.close();
  }
}
