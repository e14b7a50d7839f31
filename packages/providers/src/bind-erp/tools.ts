import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const odata = {
  $filter: text("OData, such as ClientName eq 'Acme'."),
  $orderby: text(),
  $top: integer("At most 100."),
  $skip: integer(),
};

/** The native tools of Bind ERP. */
export const bindErpTools = defineTools({
  bind_erp_create_customer: {
    description: "Adds a client with its RFC and tax regime.",
    input: nativeInput(
      {
        LegalName: text(),
        CommercialName: text(),
        RFC: text(),
        RegimenFiscal: text("SAT's code, such as 601."),
        Email: text(),
        Telephone: text(),
        CreditDays: integer(),
        CreditAmount: number("Pesos."),
        PriceListID: text(),
        Address: object({
          StreetName: text(),
          ExteriorNumber: text(),
          InteriorNumber: text(),
          Colonia: text(),
          ZipCode: text(),
          City: text(),
          State: text(),
        }),
      },
      "LegalName",
      "RFC",
    ),
  },
  bind_erp_list_customers: { description: "Lists clients.", input: nativeInput(odata) },
  bind_erp_create_product: {
    description: "Adds a product with its cost, unit and SAT code.",
    input: nativeInput(
      {
        Code: text(),
        Title: text(),
        Description: text(),
        SKU: text(),
        Cost: number(),
        CostType: integer("0: by invoice, 1: average, 2: fixed."),
        ChargeVAT: oneOf("true", "false"),
        CurrencyID: text(),
        Unit: text(),
        SATCode: text("Eight digits of c_ClaveProdServ."),
        Category1ID: text(),
      },
      "Code",
      "Title",
    ),
  },
  bind_erp_list_products: { description: "Lists products with their prices.", input: nativeInput(odata) },
  bind_erp_create_order: {
    description: "Adds a sales order with its products, from which it can be invoiced.",
    input: nativeInput(
      {
        ClientID: text(),
        WarehouseID: text(),
        LocationID: text(),
        PriceListID: text(),
        CurrencyID: text(),
        OrderDate: text("YYYY-MM-DD."),
        PurchaseOrder: text("Your own id of the order."),
        Comments: text(),
        Products: list(
          object(
            { ID: text(), Qty: number(), Price: number("Pesos."), VariableConcept: text() },
            "ID",
            "Qty",
          ),
        ),
      },
      "ClientID",
      "WarehouseID",
      "Products",
    ),
  },
  bind_erp_list_orders: { description: "Lists sales orders with their state.", input: nativeInput(odata) },
});
