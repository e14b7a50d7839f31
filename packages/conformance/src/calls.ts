import type { BrazilIssuer, ToolFailure, ToolResult } from "@codespar/contract";
import type { Session } from "@codespar/sdk";

/** A Pix of R$ 50.00. */
export const pix = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
} as const;

/** A WhatsApp message to a Brazilian phone. */
export const whatsapp = {
  name: "codespar_notify",
  arguments: { channel: "whatsapp", to: "+5511987654321", message: "Olá, João! 📦" },
} as const;

/** A parcel inside Brazil. */
export const parcel = {
  origin: { postal_code: "01310-100", city: "São Paulo", state: "SP" },
  destination: { postal_code: "20040-002", city: "Rio de Janeiro", state: "RJ" },
  packages: [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }],
};

/** An issuer of Brazilian documents: a T-shirt shop under Simples Nacional. */
export const brazil: BrazilIssuer = {
  tax_id: "11222333000181",
  name: "Loja Teste Comércio Ltda",
  state_tax_id: "110042490114",
  tax_regime: "simples_nacional",
  address: {
    postal_code: "01310100",
    street: "Avenida Paulista",
    number: "1000",
    district: "Bela Vista",
    city: "São Paulo",
    city_code: "3550308",
    state: "SP",
  },
  goods: [
    {
      codes: ["*"],
      ncm: "61091000",
      cfop: "5102",
      cfop_interstate: "6108",
      icms: { cst: "102" },
      pis: { cst: "49", rate: 0 },
      cofins: { cst: "49", rate: 0 },
    },
  ],
};

/** An NF-e of two T-shirts. */
export const nfe = {
  name: "codespar_invoice" as const,
  arguments: {
    type: "nfe" as const,
    customer: {
      name: "Ana Souza",
      document: "11144477735",
      // whole, for the servers that look no postal code up
      address: {
        postal_code: "01310-100",
        street: "Avenida Paulista",
        number: "1578",
        district: "Bela Vista",
        city: "São Paulo",
        state: "SP",
      },
    },
    items: [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }],
  },
};

/** The data of a result that has to be a success. */
export function succeed<Data>(result: ToolResult<Data>): Data {
  if (result.success) return result.data;
  throw new Error(`Expected a success, got ${result.error.code}: ${result.error.message}`);
}

/** The error of a result that has to be a refusal. */
export function refuse(result: ToolResult<unknown>): ToolFailure["error"] {
  if (!result.success) return result.error;
  throw new Error(`Expected a refusal, got ${JSON.stringify(result.data)}`);
}

/** Makes a payment and returns what was made. */
export async function pay(session: Session, args: object) {
  // the contract's schema has the last word on what a case sends, not the compiler
  return succeed(await session.execute({ name: "codespar_pay", arguments: args as typeof pix.arguments }));
}
