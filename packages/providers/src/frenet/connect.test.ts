import { expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { frenetConnector } from "./connect.ts";

/** What is sent for a call, and the result of a response to it. */
async function call(tool: string, args: Record<string, string>, status: number, body: string) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status, headers: {}, text: body };
    },
    frenetConnector,
    { environment: "live", clock: { now: () => 0 } },
  );
  const result = await provider.execute({
    operationId: "tc_01",
    tool,
    arguments: args,
    account: "org_1",
    credentials: { token: "ABC123" },
    signal: new AbortController().signal,
    emit: () => {},
  });
  return { result, sent };
}

it("asks Frenet's own paths with the token in its header", async () => {
  const { sent, result } = await call("frenet_get_cep", { cep: "01310100" }, 200, '{"UF":"SP"}');
  expect(sent).toMatchObject([
    {
      method: "GET",
      url: "https://api.frenet.com.br/CEP/Address/01310100",
      headers: { token: "ABC123" },
    },
  ]);
  expect(result).toEqual({ ok: true, data: { UF: "SP" } });
  const tracked = await call("frenet_track_shipment", { TrackingNumber: "AA123456785BR" }, 200, "{}");
  expect(tracked.sent).toMatchObject([
    {
      method: "POST",
      url: "https://api.frenet.com.br/tracking/trackinginfo",
      body: '{"TrackingNumber":"AA123456785BR"}',
    },
  ]);
});

it.each([401, 403])("a token that is refused (%d) is the connection's fault", async (status) => {
  const { result } = await call("frenet_list_carriers", {}, status, '{"Message":"Token inválido."}');
  expect(result).toMatchObject({ ok: false, code: "needs_connection" });
  expect(JSON.stringify(result)).not.toContain("ABC123");
});
