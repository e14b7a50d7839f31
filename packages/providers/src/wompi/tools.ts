import { defineTools } from "../tools/define-tools.ts";
import {
  flag,
  integer,
  list,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

/** Most centavos of one transaction (pulgueta/wompi-node, MAX_AMOUNT_IN_CENTS). */
const MOST = 1_000_000_000_000;

const acceptanceToken = text(
  "From wompi_get_merchant, presigned_acceptance: the payer accepts Wompi's terms.",
);
const personalAuth = text("From wompi_get_merchant, presigned_personal_data_auth.");

/** The native tools of Wompi. */
export const wompiTools = defineTools({
  wompi_create_transaction: {
    description:
      "Creates a transaction by card, PSE, Nequi, Daviplata or Bancolombia, which is PENDING at first. Amounts are in centavos of COP.",
    input: nativeInput(
      {
        acceptance_token: acceptanceToken,
        accept_personal_auth: personalAuth,
        amount_in_cents: within(1, MOST, "Centavos."),
        currency: oneOf("COP"),
        signature: text(
          "SHA-256 of reference, amount, currency, expiration_time and the integrity secret. Default: the connection signs.",
        ),
        customer_email: text(),
        reference: shortText(255, "Your own id of the order; Wompi takes each once."),
        expiration_time: text("ISO 8601."),
        redirect_url: text(),
        ip: text("Of the payer's device."),
        customer_data: object({
          full_name: text(),
          phone_number: text(),
          legal_id: text(),
          legal_id_type: text("CC, NIT, CE, PP, TI, DNI, RG, OTHER."),
        }),
        payment_source_id: integer("From wompi_create_payment_source, in place of payment_method."),
        payment_method: object({
          type: oneOf(
            "CARD",
            "PSE",
            "NEQUI",
            "DAVIPLATA",
            "BANCOLOMBIA_TRANSFER",
            "BANCOLOMBIA_QR",
            "BANCOLOMBIA_COLLECT",
            "BANCOLOMBIA_BNPL",
            "SU_PLUS",
            "PCOL",
          ),
          installments: within(1, 48, "Card."),
          token: text("Card token."),
          phone_number: text("Nequi and Daviplata."),
          user_type: {
            type: ["integer", "string"],
            description: "PSE: 0 person, 1 company. BANCOLOMBIA_TRANSFER: PERSON.",
          },
          user_legal_id_type: text("PSE: CC, NIT."),
          user_legal_id: text(),
          financial_institution_code: text("PSE: the payer's bank, from wompi_list_pse_banks."),
          payment_description: shortText(64),
          ecommerce_url: text("BANCOLOMBIA_TRANSFER: where the payer goes on."),
        }),
      },
      "acceptance_token",
      "amount_in_cents",
      "currency",
      "customer_email",
      "reference",
    ),
    sharesReference: "reference",
  },
  wompi_get_transaction: {
    description: "Reads one transaction.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  wompi_list_transactions: {
    description: "Lists transactions, newest first.",
    input: nativeInput({
      reference: text("Whole."),
      id: text(),
      status: oneOf("PENDING", "APPROVED", "DECLINED", "ERROR", "VOIDED"),
      payment_method_type: text(),
      customer_email: text(),
      from_date: text("YYYY-MM-DD."),
      until_date: text("YYYY-MM-DD."),
      order_by: oneOf("created_at"),
      order: oneOf("ASC", "DESC"),
      page: integer(),
      page_size: within(1, 200),
    }),
  },
  wompi_void_transaction: {
    description: "Voids an approved card transaction. Other methods are not given back by the API.",
    input: nativeInput(
      { transaction_id: text(), amount_in_cents: within(1, MOST, "Centavos. Default: all of it.") },
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
        amount_in_cents: within(1, MOST, "Centavos."),
        expires_at: text("ISO 8601."),
        redirect_url: text(),
        image_url: text(),
        sku: shortText(36, "Your own id."),
        payment_methods: list(
          oneOf("CARD", "PSE", "NEQUI"),
          "The sandbox's alone, default: all. A page of the live Wompi offers what the account has.",
        ),
      },
      "name",
      "description",
      "single_use",
      "collect_shipping",
    ),
  },
  wompi_get_payment_link: {
    description: "Reads one hosted payment page.",
    input: nativeInput({ payment_link_id: text() }, "payment_link_id"),
  },
  wompi_tokenize_card: {
    // POST /tokens/cards takes the number and the code: the payer's browser sends them, and nothing of ours sees them
    description: "Makes a card token. Card numbers belong in Wompi's own form.",
    input: nativeInput({ card_holder: text(), exp_month: text(), exp_year: text() }),
  },
  wompi_create_payment_source: {
    description: "Stores a card or Nequi account for later payments.",
    input: nativeInput(
      {
        type: oneOf("CARD", "NEQUI"),
        token: text(),
        customer_email: text(),
        acceptance_token: acceptanceToken,
        accept_personal_auth: personalAuth,
      },
      "type",
      "token",
      "customer_email",
      "acceptance_token",
    ),
  },
  wompi_list_pse_banks: {
    description: "Lists the banks that PSE can send the payer to.",
    input: nativeInput({}),
  },
  wompi_get_merchant: {
    description: "Reads the merchant's own account, with the tokens by which a payer accepts Wompi's terms.",
    input: nativeInput({}),
  },
});
