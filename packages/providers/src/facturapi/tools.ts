import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const customer = object({
  legal_name: text(),
  tax_id: text("RFC."),
  tax_system: text(),
  email: text(),
  address: object({ zip: text("Postal code of the tax domicile.") }, "zip"),
});

const items = list(
  object({
    quantity: number(),
    product: object({
      description: text(),
      product_key: text(),
      sku: text(),
      price: number("Pesos."),
      tax_included: flag(),
      unit_key: text("c_ClaveUnidad."),
      unit_name: text(),
      taxability: text("c_ObjetoImp."),
      taxes: list(object({ type: oneOf("IVA", "ISR", "IEPS"), factor: text(), rate: number() })),
    }),
  }),
);

/** The complement of a CFDI of type P (npm facturapi 5.1.0, PagoComplementData). */
const complements = list(
  object(
    {
      type: oneOf("pago"),
      data: list(
        object(
          {
            payment_form: text("c_FormaPago."),
            date: text("RFC 3339. Default: now."),
            currency: text("Default: MXN."),
            exchange: number(),
            numOperacion: text(),
            related_documents: list(
              object(
                {
                  uuid: text("UUID of the CFDI that is paid."),
                  amount: number("Pesos paid."),
                  installment: integer("NumParcialidad, from 1."),
                  last_balance: number("Pesos that were open before."),
                  currency: text(),
                  exchange: number(),
                  folio_number: text(),
                  series: text(),
                  taxability: text("c_ObjetoImp."),
                  taxes: list(
                    object({
                      base: number("Pesos."),
                      type: oneOf("IVA", "ISR", "IEPS"),
                      rate: number(),
                      factor: text(),
                      withholding: flag(),
                    }),
                  ),
                },
                "uuid",
                "amount",
                "installment",
                "last_balance",
              ),
            ),
          },
          "payment_form",
          "related_documents",
        ),
      ),
    },
    "type",
    "data",
  ),
);

function issueInput(properties: Record<string, JsonSchema>, ...required: string[]): JsonObjectSchema {
  return nativeInput(
    {
      ...properties,
      customer,
      items,
      use: text("UsoCFDI."),
      payment_form: text(),
      payment_method: oneOf("PUE", "PPD"),
      series: text(),
      global: object({
        periodicity: oneOf("day", "week", "fortnight", "month", "two_months"),
        months: text("01 to 18 (c_Meses)."),
        year: number(),
      }),
      external_id: text(),
      idempotency_key: text(),
      related_documents: list(object({ relationship: text(), documents: list(text("UUID.")) })),
    },
    "customer",
    ...required,
  );
}

/** The native tools of Facturapi. */
export const facturapiTools = defineTools({
  facturapi_create_invoice: {
    description:
      "Stamps an ingreso (sale), or the type that `type` names; P, a payment received, has complements in place of items. Prices in pesos.",
    input: issueInput({ type: oneOf("I", "E", "T", "P"), complements }),
  },
  facturapi_get_invoice: {
    description: "Reads a CFDI by Facturapi's id.",
    input: nativeInput({ id: text() }, "id"),
  },
  facturapi_list_invoices: {
    description: "Lists the account's CFDI, newest first.",
    input: nativeInput({ limit: number(), page: number() }),
  },
  facturapi_cancel_invoice: {
    description: "Cancels a CFDI until 31 March of the next year.",
    input: nativeInput({ id: text(), motive: oneOf("01", "02", "03", "04"), substitution: text() }, "id"),
  },
  facturapi_create_credit_note: {
    description: "Stamps an egreso (credit note). Prices in pesos.",
    input: issueInput({ type: oneOf("E") }, "items"),
  },
  facturapi_create_transfer_document: {
    description: "Stamps a traslado, whose total is 0. Prices in pesos.",
    input: issueInput({ type: oneOf("T") }, "items"),
  },
  facturapi_create_customer: {
    description: "Stores a customer.",
    input: nativeInput(
      { legal_name: text(), tax_id: text("RFC."), tax_system: text(), email: text() },
      "legal_name",
      "tax_id",
    ),
  },
  facturapi_get_customer: {
    description: "Reads a stored customer.",
    input: nativeInput({ id: text() }, "id"),
  },
  facturapi_list_customers: {
    description: "Lists the stored customers, oldest first.",
    input: nativeInput({ limit: number(), page: number() }),
  },
  facturapi_create_product: {
    description: "Stores a product.",
    input: nativeInput({ description: text(), product_key: text(), price: number("Pesos.") }, "description"),
  },
  facturapi_validate_tax_id: {
    description: "Checks whether an RFC is well formed, with a true check digit.",
    input: nativeInput({ tax_id: text("RFC.") }, "tax_id"),
  },
});
