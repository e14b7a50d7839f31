import type { InvoiceArguments } from "@codespar/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("facturama");
  await world.client.fiscalProfiles.create({
    mexico: {
      tax_id: "EKU9003173C9",
      name: "ESCUELA KEMPER URGATE",
      tax_regime: "601",
      postal_code: "42501",
      products: [{ codes: ["*"], product_key: "53103000" }],
    },
  });
});
afterEach(() => world.close());

const customer = {
  name: "UNIVERSIDAD ROBOTICA ESPAÑOLA",
  document: "URE180429TM6",
  tax_regime: "601",
  address: { postal_code: "86991" },
} as const;
const sale = {
  type: "cfdi",
  customer,
  items: [{ description: "Camiseta", quantity: 2, unit_amount: 11_600 }],
} as const;

async function invoice(args: InvoiceArguments) {
  const session = await world.client.sessions.create({ servers: ["facturama"] });
  return session.execute({ name: "codespar_invoice", arguments: args });
}

async function issue() {
  const result = await invoice(sale);
  if (!result.success) throw new Error(result.error.message);
  return { tool_call_id: result.tool_call_id, data: { ...Object(result.data) } };
}

/** As Facturama's own SDKs call it. */
async function call(method: string, path: string, body?: object) {
  const token = btoa(world.credential);
  const response = await fetch(`${world.providerUrl}${path}`, {
    method,
    headers: { authorization: `Basic ${token}`, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

describe("Facturama, every arrow over a socket", () => {
  it("stamps a CFDI, reads it and cancels it", async () => {
    const { data } = await issue();
    expect(data).toMatchObject({ status: "authorized", uuid: expect.any(String), amount: 23_200 });
    const invoice_id = String(data.invoice_id);
    expect(await invoice({ action: "get", invoice_id })).toMatchObject({ data: { uuid: data.uuid } });
    const cancelled = await invoice({ action: "cancel", invoice_id });
    expect(cancelled).toMatchObject({ success: true, data: { status: "cancelled" } });
    expect(world.errors).toEqual([]);
  });

  it.each(["facturama_create_cfdi", "facturama_cancel_cfdi"])(
    "what %s did is found when its response is lost, and done once",
    async (tool) => {
      world.sandbox.faults.set("facturama", { commitThenTimeout: true, tool });
      const { data } = await issue();
      expect(data).toMatchObject({ status: "authorized" });
      const cancelled = await invoice({ action: "cancel", invoice_id: String(data.invoice_id) });
      expect(cancelled).toMatchObject({ success: true, data: { status: "cancelled" } });
      const made = world.sandbox.calls.filter((made) => made.effect && made.tool === tool);
      expect(made).toHaveLength(1);
    },
  );

  it("what SAT rejects is a rejected invoice, with its code", async () => {
    const items = [{ description: "sandbox:reject:CFDI40147", quantity: 1, unit_amount: 100 }];
    expect(await invoice({ ...sale, items })).toMatchObject({
      success: false,
      error: { code: "invoice_rejected", provider_code: "CFDI40147" },
    });
  });
});

describe("Facturama's own paths and fields", () => {
  // JSON_samples/API-WEB/cfdi40.json and Services/CfdiService.cs of its SDKs, with values of our own
  const sample = {
    Serie: "A",
    Currency: "MXN",
    ExpeditionPlace: "78000",
    CfdiType: "I",
    PaymentForm: "03",
    PaymentMethod: "PUE",
    Exportation: "01",
    OrderNumber: "ABC123",
    Receiver: {
      Rfc: "URE180429TM6",
      Name: "UNIVERSIDAD ROBOTICA ESPAÑOLA",
      CfdiUse: "G03",
      FiscalRegime: "601",
      TaxZipCode: "86991",
    },
    Items: [
      {
        ProductCode: "10101504",
        IdentificationNumber: "EDL",
        Description: "Estudios de viabilidad",
        Unit: "NO APLICA",
        UnitCode: "MTS",
        UnitPrice: 50,
        Quantity: 2,
        Subtotal: 100,
        TaxObject: "02",
        Taxes: [{ Total: 16, Name: "IVA", Base: 100, Rate: 0.16, IsRetention: false }],
        Total: 116,
      },
    ],
  };

  it("a CFDI of theirs is stamped, listed by its order number, read by CodeSpar and cancelled", async () => {
    const made = await call("POST", "/3/cfdis", sample);
    expect(made).toMatchObject({
      status: 201,
      body: { CfdiType: "ingreso", Total: 116, ExpeditionPlace: "78000" },
    });
    const { Id, Complement } = made.body;
    const query = "type=Issued&status=all&folioStart=&folioEnd=&rfc=&OrderNumber=ABC123&page=0";
    const listed = await call("GET", `/cfdi?${query}`);
    expect(listed.body).toMatchObject([{ Id, Uuid: Complement.TaxStamp.Uuid, IsActive: true }]);
    expect((await call("GET", "/cfdi?type=Issued&OrderNumber=other")).body).toEqual([]);
    const read = await invoice({ action: "get", provider: "facturama", invoice_id: Id });
    expect(read).toMatchObject({ data: { status: "authorized", amount: 11_600 } });
    const cancelled = await call("DELETE", `/cfdi/${Id}?type=issued&motive=02&uuidReplacement=`);
    expect(cancelled).toMatchObject({
      status: 200,
      body: { Status: "canceled", Uuid: Complement.TaxStamp.Uuid },
    });
    expect((await call("GET", `/cfdi/${Id}?type=Issued`)).body).toMatchObject({ Status: "canceled" });
  });

  it("a CFDI has no field that the response models of its SDK lack", async () => {
    const { body } = await call("POST", "/3/cfdis", sample);
    const models: Record<string, string[]> = {
      cfdi: `Id CfdiType Serie Folio Date CertNumber PaymentTerms PaymentConditions PaymentMethod PaymentAccountNumber
        ExpeditionPlace ExchangeRate Currency Subtotal Discount Total Observations Issuer Receiver Items Taxes Complement
        SendMail Status OriginalString XmlBase64 TaxStamp`.split(/\s+/),
      Issuer: "FiscalRegime ComercialName Rfc TaxName Email Phone TaxAddress IssuedIn UrlLogo".split(" "),
      Receiver: "Address Rfc Name Email".split(" "),
      TaxStamp: "Uuid Date CfdiSign SatCertNumber SatSign RfcProvCertif AutNumProvCertif".split(" "),
      Item: "Quantity Unit Description UnitValue Total IdentificationNumber Complement".split(" "),
      Tax: "Total Name Rate Type".split(" "),
    };
    const others = (model: string, value: object) =>
      Object.keys(value).filter((name) => models[model]?.includes(name) !== true);
    expect(others("cfdi", body)).toEqual([]);
    expect(others("Issuer", body.Issuer)).toEqual([]);
    expect(others("Receiver", body.Receiver)).toEqual([]);
    expect(others("TaxStamp", body.Complement.TaxStamp)).toEqual([]);
    expect(others("Item", body.Items[0])).toEqual([]);
    expect(others("Tax", body.Taxes[0])).toEqual([]);
  });

  it("a stranger is told nothing, and what is wrong names its field", async () => {
    const anonymous = await fetch(`${world.providerUrl}/cfdi/none`);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.text()).toBe("");
    expect(await call("GET", "/cfdi/none?type=issued")).toMatchObject({ status: 404 });
    expect(await call("POST", "/3/cfdis", { ...sample, Receiver: undefined })).toMatchObject({
      status: 400,
      body: { Message: expect.any(String), ModelState: { "cfdiToCreate.Receiver": [expect.any(String)] } },
    });
  });
});
