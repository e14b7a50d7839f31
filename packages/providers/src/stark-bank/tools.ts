import { defineTools } from "../tools/define-tools.ts";
import {
  date,
  integer,
  list,
  matching,
  nativeInput,
  number,
  object,
  oneOf,
  text,
} from "../tools/native-input.ts";

const period = { after: text("YYYY-MM-DD."), before: text("YYYY-MM-DD.") };

const page = { limit: integer("At most 100."), cursor: text() };

const tags = list(text());

const charged = {
  name: text(),
  taxId: text("CPF or CNPJ, with or without punctuation."),
  fine: number("Percent. Default: 2."),
  interest: number("Percent a month. Default: 1."),
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
      "Reads the workspace's transactions between two dates, newest first; what went out is negative.",
    input: nativeInput({ ...period, ...page, tags, externalIds: list(text()), ids: list(text()) }),
  },
  stark_bank_create_transfer: {
    description: "Transfers money by Pix or TED to accounts in other banks.",
    input: nativeInput(
      {
        transfers: list(
          object(
            {
              amount: { ...integer("Centavos."), minimum: 1 },
              name: text(),
              taxId: text(),
              bankCode: matching("^(?:\\d{3}|\\d{8})$", "ISPB for Pix, three digits for TED."),
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
      transactionIds: list(text()),
      sort: text(),
      ids: list(text()),
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
              amount: { ...integer("Centavos, at least 200."), minimum: 200 },
              due: date("YYYY-MM-DD. Default: in two days."),
              descriptions: list(object({ text: text(), amount: integer() }, "text")),
              discounts: list(object({ percentage: number(), date: date() }, "percentage", "date")),
              receiverName: text(),
              receiverTaxId: text(),
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
          object(
            {
              ...charged,
              amount: { ...integer("Centavos."), minimum: 0 },
              due: text("ISO 8601. Default: in two days."),
              expiration: integer("Seconds after due. Default: 59 days."),
              descriptions: list(object({ key: text(), value: text() }, "key")),
              discounts: list(object({ percentage: number(), due: text() }, "percentage", "due")),
              displayDescription: text("Shown to the payer."),
            },
            "amount",
            "name",
            "taxId",
          ),
        ),
      },
      "invoices",
    ),
  },
  stark_bank_get_invoice: { description: "Reads one Pix invoice and whether it was paid.", input: byId },
  stark_bank_update_invoice: {
    description:
      "Cancels an unpaid Pix invoice, changes it, or gives a paid one back in part or whole by a lower amount.",
    input: nativeInput(
      {
        id: text("16 digits."),
        status: oneOf("canceled"),
        amount: { ...integer("Centavos. Of a paid invoice: what is kept of it, 0 for nothing."), minimum: 0 },
        due: text("ISO 8601."),
        expiration: integer("Seconds after due."),
      },
      "id",
    ),
  },
  stark_bank_list_invoice_logs: {
    description: "Lists what happened to Pix invoices, newest first.",
    input: nativeInput({
      invoiceIds: list(text()),
      types: list(text("Such as paid or reversed.")),
      ...period,
      ...page,
    }),
  },
  stark_bank_get_invoice_payment: {
    description: "Reads who paid a Pix invoice.",
    input: byId,
  },
  stark_bank_create_brcode_payment: {
    description: "Pays Pix QR codes out of the workspace.",
    input: nativeInput(
      {
        payments: list(
          object(
            {
              brcode: text("The Pix copia e cola."),
              taxId: text("The receiver's CPF or CNPJ."),
              description: { ...text("At least 10 characters."), minLength: 10 },
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
