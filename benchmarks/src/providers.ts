import { fork } from "node:child_process";
import { once } from "node:events";
import { asaasConnector, connect } from "@codespar/providers/connect";
import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { Agent, request } from "undici";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";

const rounds = 15;
const calls = 400;

/** What the connector adds to a bare request, and what an emulated provider takes. */
export async function providers({ figure, progress }: Report): Promise<void> {
  await connectorOverhead({ figure, progress });
  await emulatedCall({ figure, progress });
}

async function connectorOverhead({ figure, progress }: Report): Promise<void> {
  const child = fork(new URL("./bare-provider.ts", import.meta.url));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  const baseUrl = `http://127.0.0.1:${port}`;
  const provider = connect(asaasConnector, { environment: "test", baseUrl });
  const credentials = { api_key: "$aact_hmlg_bench" };
  const args = { customer: "cus_1", billingType: "PIX", value: 159.9, dueDate: "2026-11-20" };
  const agent = new Agent({ pipelining: 1 });
  const { signal } = new AbortController();

  async function throughConnector(): Promise<void> {
    for (let index = 0; index < calls; index += 1) {
      await provider.execute({
        operationId: `tc_${index}`,
        tool: "asaas_create_payment",
        arguments: args,
        account: "org_1",
        credentials,
        signal,
        emit: () => {},
      });
    }
  }

  async function bare(): Promise<void> {
    for (let index = 0; index < calls; index += 1) {
      const response = await request(`${baseUrl}/v3/payments`, {
        dispatcher: agent,
        method: "POST",
        headers: { access_token: credentials.api_key, "content-type": "application/json" },
        body: JSON.stringify({ ...args, externalReference: `tc_${index}` }),
        signal,
      });
      JSON.parse(await response.body.text());
    }
  }

  await throughConnector();
  await bare();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    progress(`connector, round ${round + 1} of ${rounds}`);
    const mine = await measureCpuTime(throughConnector);
    const theirs = await measureCpuTime(bare);
    ratios.push(mine / theirs);
  }
  figure({
    name: "a call through the connector, CPU time",
    value: median(ratios),
    unit: "times",
    target: { atMost: 1.3 },
    baseline: "a bare undici request with the same body, its response parsed",
  });
  child.kill();
  await agent.close();
}

/** The emulator and its client in one process: the ratio is of all that both do. */
async function emulatedCall({ figure, progress }: Report): Promise<void> {
  const child = fork(new URL("./bare-provider.ts", import.meta.url));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  const sandbox = createSandbox({ seed: 1, now: "2026-11-20T15:00:00Z" });
  const emulator = createEmulator({ sandbox, providers: ["asaas"] });
  const server = await serveEmulator({ emulator, onError: () => {} });
  const url = server.urls.get("asaas") ?? "";
  const headers = { access_token: "$aact_hmlg_bench", "content-type": "application/json" };
  const post = async (target: string, path: string, body: object) => {
    const response = await request(`${target}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return JSON.parse(await response.body.text()) as { id: string };
  };
  const customer = await post(url, "/v3/customers", { name: "Ana", cpfCnpj: "11144477735" });
  const payment = { customer: customer.id, billingType: "PIX", value: 159.9, dueDate: "2026-11-20" };
  const run = async (target: string) => {
    const begun = performance.now();
    for (let index = 0; index < calls; index += 1) await post(target, "/v3/payments", payment);
    return (performance.now() - begun) / calls;
  };
  await run(url);
  const bare = `http://127.0.0.1:${port}`;
  await run(bare);
  const times: number[] = [];
  const bases: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    progress(`emulator, round ${round + 1} of ${rounds}`);
    times.push(await run(url));
    bases.push(await run(bare));
  }
  figure({ name: "an emulated payment, one after the other", value: median(times), unit: "ms" });
  figure({
    name: "an emulated payment",
    value: median(times) / median(bases),
    unit: "times",
    baseline: "node:http in another process, which returns the same bytes to everybody",
  });
  child.kill();
  await server.close();
  emulator.close();
  await sandbox.close();
}
