import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const period = { after: text("YYYY-MM-DD."), before: text("YYYY-MM-DD.") };

const page = { limit: integer("At most 100."), cursor: text() };

const tags = list(text());

const charged = {
  amount: integer("Centavos."),
  name: text(),
  taxId: text("CPF or CNPJ, with or without punctuation."),
  due: text("Boletos: YYYY-MM-DD. Invoices: ISO 8601."),
  fine: number("Percent."),
  interest: number("Percent a month."),
  descriptions: list(object({ key: text(), value: text(), text: text(), amount: integer() })),
  tags,
};

const byId = nativeInput({ id: text("16 digits.") }, "id");

/** The native tools of Stark Bank. */
export const starkBankTools = defineTools({
  stark_bank_get_balance: {
    description: "Reads the workspace's balance in centavos.",
    input: nativeInput({}),
  },
  stark_bank_get_statement: {
    description:
      "Reads the workspace's transactions between two dates, oldest first; what went out is negative.",
    input: nativeInput({ ...period, ...page, tags, externalIds: list(text()) }),
  },
  stark_bank_create_transfer: {
    description: "Transfers money by Pix or TED to accounts in other banks.",
    input: nativeInput(
      {
        transfers: list(
          object(
            {
              amount: integer("Centavos."),
              name: text(),
              taxId: text(),
              bankCode: text("ISPB for Pix, three digits for TED."),
              branchCode: text(),
              accountNumber: text("With check digit after a hyphen."),
              accountType: oneOf("checking", "payment", "salary", "savings"),
              externalId: text("Yours: a second transfer with it is refused."),
              description: text(),
              scheduled: text("ISO 8601."),
              tags,
            },
            "amount",
            "name",
            "taxId",
            "bankCode",
            "branchCode",
            "accountNumber",
          ),
        ),
      },
      "transfers",
    ),
  },
  stark_bank_get_transfer: { description: "Reads the state of one transfer.", input: byId },
  stark_bank_list_transfers: {
    description: "Lists transfers, newest first.",
    input: nativeInput({
      ...period,
      ...page,
      status: oneOf("created", "processing", "success", "failed", "canceled"),
      taxId: text(),
      tags,
    }),
  },
  stark_bank_create_boleto: {
    description: "Issues boletos that are paid into the workspace.",
    input: nativeInput(
      {
        boletos: list(
          object(
            {
              ...charged,
              streetLine1: text(),
              streetLine2: text(),
              district: text(),
              city: text(),
              stateCode: text("Two letters."),
              zipCode: text("01310-100"),
              overdueLimit: integer("Days after due until it cannot be paid."),
            },
            "amount",
            "name",
            "taxId",
            "streetLine1",
            "streetLine2",
            "district",
            "city",
            "stateCode",
            "zipCode",
          ),
        ),
      },
      "boletos",
    ),
  },
  stark_bank_create_invoice: {
    description: "Issues dynamic Pix QR codes with due date, fine and interest.",
    input: nativeInput(
      {
        invoices: list(
          object({ ...charged, expiration: integer("Seconds after due.") }, "amount", "name", "taxId"),
        ),
      },
      "invoices",
    ),
  },
  stark_bank_get_invoice: { description: "Reads one Pix invoice and whether it was paid.", input: byId },
  stark_bank_create_brcode_payment: {
    description: "Pays Pix QR codes out of the workspace.",
    input: nativeInput(
      {
        payments: list(
          object(
            {
              brcode: text("The Pix copia e cola."),
              taxId: text("The receiver's CPF or CNPJ."),
              description: text(),
              amount: integer("Centavos, if the code leaves it open."),
              scheduled: text("ISO 8601."),
              tags,
            },
            "brcode",
            "taxId",
            "description",
          ),
        ),
      },
      "payments",
    ),
  },
  stark_bank_get_deposit: {
    description: "Reads one deposit that another bank's account made into the workspace.",
    input: byId,
  },
});
