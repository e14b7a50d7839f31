/** What a field of ours is called by other payment APIs and was called before, without case and separators. */
const otherNames: Readonly<Record<string, string>> = {
  document: "cpf cnpj rfc rut nit cuit cuil dni curp taxid taxdocument documentnumber federaltaxnumber",
  unit_amount: "price unitprice unitvalue value priceincents",
  description: "name title productname",
  amount: "price total totalamount value amountincents valueincents",
  to: "recipient phone phonenumber destination number email",
  message: "text body content msg",
  query: "usecase search q intent",
  packages: "packageinfo package parcel parcels volumes",
  card_token: "card cardnumber cardid paymentmethodid token",
  reference: "orderid externalid externalreference referenceid",
  payment_id: "id paymentid chargeid transactionid",
  postal_code: "cep zip zipcode postcode codigopostal",
  method: "paymentmethod type",
  success_url: "returnurl redirecturl successurl",
};

/** Values that are called otherwise elsewhere; the first that is allowed is meant. */
const values: ReadonlyMap<string, string> = new Map([
  ["payment.paid", "payment.confirmed"],
  ["payment.succeeded", "payment.confirmed"],
  ["payment.completed", "payment.confirmed"],
  ["payment.approved", "payment.confirmed"],
  ["payment.received", "payment.confirmed"],
  ["payment.refund", "payment.refunded"],
  ["checkout.paid", "checkout.completed"],
  ["invoice.issued", "invoice.authorized"],
  ["invoice.created", "invoice.authorized"],
  ["shipment.shipped", "shipment.in_transit"],
  ["card", "credit_card"],
  ["bank_slip", "boleto"],
  ["charge", "create"],
  ["status", "get track"],
  ["search", "list"],
  ["void", "cancel"],
]);

/** Tools that there might be, and the one of the six that does it. */
const actions: Readonly<Record<string, string>> = {
  codespar_refund: "codespar_pay with action refund",
  codespar_cancel: "codespar_pay with action cancel",
  codespar_capture: "codespar_pay with action capture",
  codespar_authorize: "codespar_pay with capture manual",
  codespar_charge: "codespar_pay",
  codespar_payment: "codespar_pay",
  codespar_payments: "codespar_pay",
  codespar_pix: "codespar_pay with method pix",
  codespar_boleto: "codespar_pay with method boleto",
  codespar_quote: "codespar_ship with action quote",
  codespar_label: "codespar_ship with action label",
  codespar_track: "codespar_ship with action track",
  codespar_nfe: "codespar_invoice with type nfe",
  codespar_nfse: "codespar_invoice with type nfse",
  codespar_email: "codespar_notify with channel email",
  codespar_sms: "codespar_notify with channel sms",
  codespar_whatsapp: "codespar_notify with channel whatsapp",
  codespar_send: "codespar_notify",
  codespar_search: "codespar_discover",
};

/** What does the work of a tool that does not exist, in words; undefined when nothing is known of it. */
export function meantTool(name: string): string | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

/** The field that was meant by a name that is not known, among those that are; undefined when nothing is known of it. */
export function meantField(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return known.find((field) => otherNames[field]?.split(" ").includes(plain));
}

/** The value that was meant, among those that are allowed. */
export function meantValue(value: string, allowed: readonly string[]): string | undefined {
  const meant = values.get(value.toLowerCase())?.split(" ") ?? [];
  return meant.find((one) => allowed.includes(one));
}
