import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const page = {
  start: integer("From 0."),
  limit: integer("At most 30."),
  order_field: text(),
  order_direction: oneOf("ASC", "DESC"),
  metadata: flag("With the total."),
};

const reference = object({ id: integer() }, "id");

/** The native tools of Alegra. */
export const alegraTools = defineTools({
  alegra_create_contact: {
    description: "Adds a contact: a client, a provider or both.",
    input: nativeInput(
      {
        name: text(),
        identificationObject: object({
          type: text("NIT, CC, RFC, CUIT, …"),
          number: text(),
          dv: text("Check digit of a NIT."),
        }),
        kindOfPerson: oneOf("PERSON_ENTITY", "LEGAL_ENTITY"),
        regime: text(),
        email: text(),
        phonePrimary: text(),
        mobile: text(),
        address: object({ address: text(), city: text(), department: text(), zipCode: text() }),
        type: list(oneOf("client", "provider")),
      },
      "name",
    ),
  },
  alegra_list_contacts: {
    description: "Lists contacts, by name or identification.",
    input: nativeInput({
      ...page,
      query: text(),
      identification: text(),
      type: oneOf("client", "provider"),
    }),
  },
  alegra_create_item: {
    description: "Adds a product or service with its prices, tax and stock.",
    input: nativeInput(
      {
        name: text(),
        description: text(),
        reference: text("SKU."),
        price: list(object({ idPriceList: integer(), price: number() }, "price")),
        tax: list(reference),
        inventory: object({ unit: text(), unitCost: number(), initialQuantity: number() }),
        productKey: text("Mexico: SAT's code."),
        type: oneOf("product", "service", "kit"),
      },
      "name",
      "price",
    ),
  },
  alegra_list_items: {
    description: "Lists products and services, by name or reference.",
    input: nativeInput({ ...page, query: text(), reference: text(), idWarehouse: integer() }),
  },
  alegra_create_payment: {
    description: "Records money that came in or went out, and the invoices or bills that it pays.",
    input: nativeInput(
      {
        date: text("YYYY-MM-DD."),
        type: oneOf("in", "out"),
        bankAccount: reference,
        client: reference,
        paymentMethod: oneOf("cash", "debit-card", "credit-card", "transfer", "check", "deposit"),
        invoices: list(object({ id: integer(), amount: number() }, "id", "amount")),
        bills: list(object({ id: integer(), amount: number() }, "id", "amount")),
        observations: text(),
      },
      "date",
      "bankAccount",
    ),
  },
  alegra_list_payments: {
    description: "Lists payments in or out.",
    input: nativeInput({ ...page, type: oneOf("in", "out"), client_id: integer() }),
  },
  alegra_create_estimate: {
    description: "Adds an estimate for a client, which can become an invoice.",
    input: nativeInput(
      {
        date: text("YYYY-MM-DD."),
        dueDate: text("YYYY-MM-DD."),
        client: reference,
        items: list(
          object(
            {
              id: integer(),
              price: number(),
              quantity: number(),
              discount: number("Percent."),
              tax: list(reference),
            },
            "id",
            "price",
            "quantity",
          ),
        ),
        observations: text(),
        anotation: text("The API's own spelling."),
      },
      "date",
      "dueDate",
      "client",
      "items",
    ),
  },
});
