import { dataOf, type LoopStep } from "@codespar/sdk";

const parcel = {
  origin: { postal_code: "01310-100" },
  destination: { postal_code: "20040-020" },
  packages: [{ weight_g: 2200, length_cm: 30, width_cm: 20, height_cm: 15 }],
};
const person = { name: "Ana Souza", document: "529.982.247-25" };
const customer = { ...person, address: { postal_code: "20040-020", number: "86" } };

export const orderServers = ["asaas", "nuvem-fiscal", "melhor-envio"];

/** A payment, its invoice and its label: three effects, and a quote between that has none. */
export const orderSteps: LoopStep[] = [
  { id: "pay", name: "codespar_pay", arguments: { method: "pix", amount: 12980, currency: "BRL" } },
  {
    id: "invoice",
    name: "codespar_invoice",
    arguments: (previous) => ({
      type: "nfe",
      customer,
      items: [{ description: "Café em grãos, 1 kg", quantity: 2, unit_amount: 6490, code: "09012100" }],
      payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
    }),
  },
  { id: "quote", name: "codespar_ship", arguments: { action: "quote", ...parcel } },
  {
    id: "label",
    name: "codespar_ship",
    arguments: (previous) => ({
      action: "label",
      ...parcel,
      service_id: dataOf(previous, "quote", "codespar_ship").quotes?.[0]?.service_id ?? "",
      recipient: { ...person, address: "Rua da Quitanda, 86" },
    }),
  },
];
