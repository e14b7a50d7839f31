import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

/** The native tools of Wompi. */
export const wompiTools = defineTools({
  wompi_create_transaction: {
    description: "Creates a transaction by PSE, card or Nequi. Amounts are in centavos of COP.",
    input: nativeInput(
      {
        amount_in_cents: integer("Centavos."),
        currency: oneOf("COP"),
        customer_email: text(),
        reference: text("Your own id of the order."),
        expiration_time: text("ISO 8601."),
        redirect_url: text(),
        customer_data: object({ full_name: text(), phone_number: text() }),
        payment_method: object(
          {
            type: oneOf("PSE", "CARD", "NEQUI"),
            installments: integer(),
            token: text("Card token."),
            phone_number: text("Nequi."),
            user_type: integer("PSE: 0 person, 1 company."),
            user_legal_id_type: text("PSE: CC, NIT."),
            user_legal_id: text(),
            financial_institution_code: text("PSE: from wompi_list_pse_banks."),
            payment_description: shortText(64),
          },
          "type",
        ),
      },
      "amount_in_cents",
      "currency",
      "reference",
      "payment_method",
    ),
  },
  wompi_get_transaction: {
    description: "Reads one transaction.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  wompi_list_transactions: {
    description: "Lists transactions, newest first.",
    input: nativeInput({
      reference: text(),
      status: text(),
      from_date: text("YYYY-MM-DD."),
      until_date: text("YYYY-MM-DD."),
      order_by: oneOf("created_at"),
      order: oneOf("ASC", "DESC"),
      page: integer(),
      page_size: integer("At most 50."),
    }),
  },
  wompi_void_transaction: {
    description:
      "Voids a transaction, whole or in part. Amount 0 closes a PSE or Nequi payment that nobody has made yet.",
    input: nativeInput(
      { transaction_id: text(), amount_in_cents: integer("Centavos. Default: all that is left.") },
      "transaction_id",
    ),
  },
  wompi_create_payment_link: {
    description: "Creates a hosted payment page. Amounts are in centavos of COP.",
    input: nativeInput(
      {
        name: text(),
        description: text(),
        single_use: flag(),
        collect_shipping: flag(),
        currency: oneOf("COP"),
        amount_in_cents: integer("Centavos."),
        expires_at: text("ISO 8601."),
        redirect_url: text(),
        sku: text("Your own id."),
        payment_methods: list(
          oneOf("CARD", "PSE", "NEQUI"),
          "Default: all. A page of the live Wompi has all.",
        ),
      },
      "name",
      "single_use",
      "currency",
      "amount_in_cents",
    ),
  },
  wompi_get_payment_link: {
    description: "Reads one hosted payment page.",
    input: nativeInput({ payment_link_id: text() }, "payment_link_id"),
  },
  wompi_tokenize_card: {
    description: "Makes a card token. Card numbers belong in Wompi's own form.",
    input: nativeInput({ card_holder: text(), exp_month: text(), exp_year: text() }),
  },
  wompi_create_payment_source: {
    description: "Stores a card or Nequi account for later payments.",
    input: nativeInput(
      { type: oneOf("CARD", "NEQUI"), token: text(), customer_email: text() },
      "type",
      "token",
    ),
  },
  wompi_list_pse_banks: {
    description: "Lists the banks that PSE can send the payer to.",
    input: nativeInput({}),
  },
  wompi_get_merchant: { description: "Reads the merchant's own account.", input: nativeInput({}) },
});
