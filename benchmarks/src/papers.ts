import { startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar, type Session } from "@codespar/sdk";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";

const rounds = 25;

const items = [{ description: "Camiseta azul", quantity: 1, unit_amount: 15_990, code: "61091000" }];
const customer = { name: "Maria da Conceição", document: "52998224725" };
const address = { postal_code: "01310-100", number: "1578" };
const mexican = {
  name: "Público",
  document: "GODE561231GR8",
  tax_regime: "612",
  address: { postal_code: "65000" },
};

/** What it takes to draw what an address leads to: CPU time of the whole server for one request, warm. */
export async function papers({ figure, progress }: Report): Promise<void> {
  const server = await startSandboxServer({ port: 0, seed: 1, plan: "growth", rateLimit: false });
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
  const session = await codespar.sessions.create({
    servers: ["asaas", "nuvem-fiscal", "facturapi", "melhor-envio"],
  });
  const urls = await getAddresses(session);
  let first = true;
  for (const [name, url] of Object.entries(urls)) {
    progress(name);
    const begun = performance.now();
    const bytes = await read(url);
    if (first) {
      const value = performance.now() - begun;
      figure({ name: "first paper of a process, libraries loaded", value, unit: "ms" });
      first = false;
    }
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      times.push(await measureCpuTime(async () => void (await read(url))));
    figure({
      name: `${name}, ${Math.round(bytes / 1024)} KiB`,
      value: median(times) / 1000,
      unit: "ms",
      target: { atMost: 50 },
    });
  }
  await codespar.close();
  await server.close();
}

async function getAddresses(session: Session): Promise<Record<string, string>> {
  const getUrl = async (name: string, args: object, path: string): Promise<string> => {
    // each is a valid call of its tool
    const result = await session.execute({ name, arguments: args as never });
    const url = path.split(".").reduce<unknown>((value, key) => Reflect.get(Object(value), key), result.data);
    if (typeof url === "string") return url;
    throw new Error(`${name} gave no ${path}: ${JSON.stringify(result).slice(0, 300)}`);
  };
  const invoice = (type: string) =>
    getUrl("codespar_invoice", { type, customer: { ...customer, address }, items }, "pdf_url");
  const consignment = {
    origin: { postal_code: "01310-100", country: "BR" },
    destination: { postal_code: "69005-010", country: "BR" },
    packages: [{ weight_g: 800, length_cm: 20, width_cm: 15, height_cm: 10, declared_value: 15_990 }],
  };
  const service_id = await getUrl(
    "codespar_ship",
    { action: "quote", ...consignment },
    "quotes.0.service_id",
  );
  const bankBoleto = { method: "boleto", amount: 15_990, currency: "BRL", customer };
  return {
    boleto: await getUrl("codespar_pay", bankBoleto, "boleto.pdf_url"),
    DANFE: await invoice("nfe"),
    "DANFE NFC-e": await invoice("nfce"),
    DACTE: await invoice("cte"),
    DAMDFE: await invoice("mdfe"),
    "NFS-e": await invoice("nfse"),
    CFDI: await getUrl("codespar_invoice", { type: "cfdi", customer: mexican, items }, "pdf_url"),
    label: await getUrl("codespar_ship", { action: "label", ...consignment, service_id }, "label_url"),
  };
}

async function read(url: string): Promise<number> {
  const response = await fetch(url);
  if (response.headers.get("content-type") !== "application/pdf") throw new Error(`${url} is no PDF.`);
  return (await response.arrayBuffer()).byteLength;
}
