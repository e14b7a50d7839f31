import type { JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { flag, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

/** Its SDKs write amounts as numbers, and its samples as text. */
function decimal(description: string): JsonSchema {
  return { type: ["number", "string"], description };
}

/** The complement of a CFDI of type P (dotnet SDK, Models/Complements/Payments). */
const payments = list(
  object(
    {
      Date: text(),
      PaymentForm: text("c_FormaPago."),
      Currency: text("Default: MXN."),
      Amount: decimal("Pesos."),
      OperationNumber: text(),
      RelatedDocuments: list(
        object(
          {
            Uuid: text("UUID of the CFDI that is paid."),
            Serie: text(),
            Folio: text(),
            Currency: text(),
            PaymentMethod: text(),
            PartialityNumber: decimal("NumParcialidad, from 1."),
            PreviousBalanceAmount: decimal("Pesos that were open before."),
            AmountPaid: decimal("Pesos."),
            ImpSaldoInsoluto: decimal("Pesos that remain open."),
            TaxObject: text("c_ObjetoImp."),
            Taxes: list(
              object({ Name: text(), Rate: number(), Base: number(), Total: number(), IsRetention: flag() }),
            ),
          },
          "Uuid",
          "PartialityNumber",
          "PreviousBalanceAmount",
          "AmountPaid",
        ),
      ),
    },
    "PaymentForm",
    "Amount",
    "RelatedDocuments",
  ),
);

/** The native tools of Facturama. */
export const facturamaTools = defineTools({
  facturama_create_cfdi: {
    description:
      "Stamps a CFDI: ingreso (I), egreso (E), traslado (T), or pago (P), which has a complement in place of items. Amounts in pesos.",
    input: nativeInput(
      {
        CfdiType: oneOf("I", "E", "T", "P"),
        Folio: text(),
        NameId: text(),
        Currency: text("MXN, or XXX for a traslado."),
        PaymentForm: text(),
        PaymentMethod: oneOf("PUE", "PPD"),
        Serie: text(),
        OrderNumber: text(),
        ExpeditionPlace: text("Postal code where it is issued."),
        Exportation: text("01: none."),
        GlobalInformation: object({ Periodicity: text(), Months: text(), Year: number() }),
        Receiver: object({
          Rfc: text(),
          Name: text(),
          CfdiUse: text(),
          FiscalRegime: text(),
          TaxZipCode: text("Postal code of the tax domicile."),
        }),
        Items: list(
          object({
            ProductCode: text(),
            IdentificationNumber: text(),
            Description: text(),
            Quantity: number(),
            UnitPrice: number("Pesos before tax."),
            Subtotal: number("Pesos before tax."),
            UnitCode: text("c_ClaveUnidad."),
            TaxObject: text("c_ObjetoImp."),
            Taxes: list(
              object({ Name: text(), Rate: number(), Base: number(), Total: number(), IsRetention: flag() }),
            ),
            Total: number("Pesos."),
          }),
        ),
        Complemento: object({ Payments: payments }),
        Relations: object({ Type: text(), Cfdis: list(object({ Uuid: text() })) }),
      },
      "CfdiType",
      "Receiver",
    ),
  },
  facturama_get_cfdi: {
    description: "Reads a CFDI by Facturama's id.",
    input: nativeInput({ id: text(), type: text("issued, in letters of any case.") }, "id"),
  },
  facturama_list_cfdi: {
    description: "Lists the account's CFDI, oldest first, a line of each.",
    input: nativeInput({
      type: text("issued, in letters of any case."),
      status: text("all, active or canceled, in letters of any case. Default: all."),
      rfc: text("Of the receiver."),
      OrderNumber: text(),
    }),
  },
  facturama_cancel_cfdi: {
    description: "Cancels a CFDI until 31 March of the next year.",
    input: nativeInput(
      {
        id: text(),
        type: text("issued, in letters of any case."),
        motive: oneOf("01", "02", "03", "04"),
        uuidReplacement: text(),
      },
      "id",
    ),
  },
  facturama_create_client: {
    description: "Stores a client.",
    input: nativeInput(
      {
        Rfc: text(),
        Name: text(),
        Email: text(),
        CfdiUse: text(),
        FiscalRegime: text(),
        TaxZipCode: text("Postal code of the tax domicile."),
      },
      "Rfc",
      "Name",
    ),
  },
  facturama_list_clients: { description: "Lists the stored clients, oldest first.", input: nativeInput({}) },
  facturama_create_product: {
    description: "Stores a product.",
    input: nativeInput(
      {
        Name: text(),
        Description: text(),
        Price: number("Pesos."),
        CodeProdServ: text(),
        IdentificationNumber: text(),
        Unit: text(),
        UnitCode: text("c_ClaveUnidad."),
        ObjetoImp: text("c_ObjetoImp."),
      },
      "Name",
    ),
  },
  facturama_get_catalog: {
    description: "Reads a catalogue of SAT; the sandbox has a few entries of each.",
    input: nativeInput({ name: oneOf("PaymentForms", "CfdiUses") }, "name"),
  },
});
