import type {
  CheckoutInput,
  Country,
  Currency,
  Customer,
  InvoiceInput,
  InvoiceType,
  NotifyChannel,
  NotifyInput,
  PayInput,
  PaymentMethod,
  ShipInput,
  ShipRecipient,
} from "@codespar/contract";
import {
  checkoutInputSchema,
  invoiceInputSchema,
  notifyInputSchema,
  payInputSchema,
  shipInputSchema,
} from "@codespar/contract/schemas";
import fc from "fast-check";

/** Text up to the contract's own limit, with the signs that lengths are miscounted by. */
const textUpTo = (max: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.string({ minLength: 1, maxLength: max }),
    fc.constantFrom("x".repeat(max), `${"x".repeat(max - 2)}😀`, "Ação nº 1 — promoção"),
  );
const amounts = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.constantFrom(1, 99, 100, 9_999_999_999, 99_999_999_999),
);
const documents: Readonly<Record<Currency, readonly string[]>> = {
  BRL: ["529.982.247-25", "52998224725", "11.222.333/0001-81", "11222333000181"],
  MXN: ["GODE561231GR8", "EKU9003173C9"],
  ARS: ["20-17254359-7", "30500010912", "30123456"],
  COP: ["1020304050", "900373115-3", "800197268"],
  CLP: ["12.345.678-5", "76086428-5"],
  USD: ["529.982.247-25"],
};
const phones = fc.constantFrom(
  "+5511987654321",
  "+525512345678",
  "+573001234567",
  "+56912345678",
  "+14155550100",
);
const emails = fc.constantFrom("ana@example.com", `${"a".repeat(60)}@${"b".repeat(60)}.example.com`);

const customerOf = (currency: Currency) =>
  fc.record<Customer>(
    {
      name: textUpTo(120),
      document: fc.constantFrom(...documents[currency]),
      email: emails,
      phone: phones,
      address: fc.record(
        {
          postal_code: fc.constantFrom("01310-100", "06600", "110111", "8320000"),
          number: textUpTo(20),
          street: textUpTo(120),
          city: textUpTo(80),
          state: fc.constantFrom("SP", "JAL"),
        },
        { requiredKeys: ["postal_code"] },
      ),
    },
    { requiredKeys: [] },
  );

/** Whatever the contract lets through to a server that takes these methods. */
export function arbitraryPay(
  methods: readonly (readonly [PaymentMethod, Currency])[],
): fc.Arbitrary<PayInput> {
  const create = fc.constantFrom(...methods).chain(([method, currency]) =>
    fc.record<PayInput>(
      {
        action: fc.constant("create"),
        method: fc.constant(method),
        currency: fc.constant(currency),
        amount: amounts,
        customer: customerOf(currency),
        card_token: method.endsWith("_card") ? textUpTo(500) : fc.constant(undefined),
        installments: method === "credit_card" ? fc.integer({ min: 1, max: 12 }) : fc.constant(1),
        due_date: fc.constantFrom("2026-11-20", "2026-11-23", "2027-02-28", "2028-02-29"),
        description: textUpTo(500),
        reference: textUpTo(100),
      },
      {
        requiredKeys: [
          "method",
          "currency",
          "amount",
          ...(method.endsWith("_card") ? ["card_token" as const] : []),
        ],
      },
    ),
  );
  const later = fc.record<PayInput>(
    {
      action: fc.constantFrom("get", "refund", "cancel"),
      payment_id: textUpTo(200),
      amount: amounts,
    },
    { requiredKeys: ["action", "payment_id"] },
  );
  return fc
    .oneof({ weight: 3, arbitrary: create }, later)
    .filter((input) => payInputSchema.safeParse(input).success);
}

/** Whatever the contract lets through to a server whose pages take these currencies. */
export function arbitraryCheckout(currencies: readonly Currency[]): fc.Arbitrary<CheckoutInput> {
  const item = fc.record({
    description: textUpTo(500),
    quantity: fc.integer({ min: 1, max: 100 }),
    unit_amount: fc.integer({ min: 100, max: 1_000_000 }),
  });
  const priced = fc.oneof(
    fc.record<Pick<CheckoutInput, "amount" | "items">>({ amount: amounts }),
    fc.record<Pick<CheckoutInput, "amount" | "items">>({
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    }),
  );
  const url = fc.constantFrom("https://loja.example/obrigado", `https://loja.example/${"a".repeat(2000)}`);
  const page = fc.constantFrom(...currencies).chain((currency) =>
    fc.record<CheckoutInput>(
      {
        currency: fc.constant(currency),
        description: textUpTo(500),
        payment_methods: fc.constantFrom<PaymentMethod[][]>(["credit_card"], ["credit_card", "wallet"]),
        customer: customerOf(currency),
        success_url: url,
        cancel_url: url,
        reference: textUpTo(100),
        metadata: fc.dictionary(fc.constantFrom("loja", "x".repeat(40)), textUpTo(500)),
        expires_in: fc.integer({ min: 60, max: 2_592_000 }),
      },
      { requiredKeys: ["currency"] },
    ),
  );
  return fc
    .tuple(page, priced)
    .map(([fields, price]): CheckoutInput => ({ ...fields, ...price }))
    .filter((input) => checkoutInputSchema.safeParse(input).success);
}

const postalCodes: Readonly<Record<Country, readonly string[]>> = {
  BR: ["01310-100", "69005010"],
  MX: ["06600", "97000"],
  AR: ["C1425ABC", "9410", "a1425"],
  CO: ["110111"],
  CL: ["8320000", "750-0000"],
};

/** Whatever the contract lets through to a carrier of these countries with these services. */
export function arbitraryShip(
  countries: readonly Country[],
  services: readonly string[],
): fc.Arbitrary<ShipInput> {
  const measure = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(0.1, 10.5, 33.333));
  const consignment = fc.constantFrom(...countries).chain((country) => {
    const end = fc.record(
      {
        postal_code: fc.constantFrom(...postalCodes[country]),
        country: fc.constant(country),
        city: textUpTo(100),
        state: textUpTo(60),
        district: textUpTo(100),
      },
      { requiredKeys: ["postal_code", "country"] },
    );
    return fc.record<ShipInput>(
      {
        action: fc.constantFrom("quote", "label"),
        origin: end,
        destination: end,
        packages: fc.array(
          fc.record(
            {
              weight_g: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.5, 333.333)),
              length_cm: measure,
              width_cm: measure,
              height_cm: measure,
              declared_value: amounts,
            },
            { requiredKeys: ["weight_g", "length_cm", "width_cm", "height_cm"] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        service_id: fc.constantFrom(...services),
        recipient: fc.record<ShipRecipient>(
          { name: textUpTo(120), email: emails, phone: phones, address: textUpTo(300) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ["action", "origin", "destination", "packages", "service_id"] },
    );
  });
  const later = fc.oneof(
    fc.record<ShipInput>({ action: fc.constantFrom("track", "cancel"), shipment_id: textUpTo(200) }),
    fc.record<ShipInput>({ action: fc.constantFrom("track", "cancel"), tracking_code: textUpTo(100) }),
  );
  return fc
    .oneof({ weight: 3, arbitrary: consignment }, later)
    .filter((input) => shipInputSchema.safeParse(input).success);
}

/** Whatever the contract lets through to any messenger. */
export function arbitraryNotify(): fc.Arbitrary<NotifyInput> {
  return fc
    .constantFrom<NotifyChannel[]>("whatsapp", "sms", "email")
    .chain((channel) =>
      fc.record<NotifyInput>(
        {
          channel: fc.constant(channel),
          to: channel === "email" ? emails : phones,
          message: textUpTo(10_000),
          template: textUpTo(200),
          variables: fc.array(fc.string({ unit: "grapheme", maxLength: 100 }), { maxLength: 5 }),
          subject: textUpTo(200),
        },
        { requiredKeys: ["channel", "to"] },
      ),
    )
    .filter((input) => notifyInputSchema.safeParse(input).success);
}

const brazilAddress = fc.record(
  {
    postal_code: fc.constantFrom("13010-000", "01310-100", "69005010", "20040-002"),
    number: fc.constantFrom("50", "S/N"),
    street: textUpTo(120),
    complement: textUpTo(60),
    district: textUpTo(80),
    city: fc.constantFrom("Campinas", "São Paulo", "x".repeat(80)),
    city_code: fc.constantFrom("3509502", "3304557"),
    state: fc.constantFrom("SP", "RJ", "sp"),
    country: fc.constantFrom("BR", "AR"),
  },
  { requiredKeys: ["postal_code", "number"] },
);
const receivers: Readonly<Record<"brazil" | "mexico", fc.Arbitrary<Customer>>> = {
  brazil: fc.record<Customer>(
    {
      name: fc.oneof(fc.constant("Maria Exemplo"), textUpTo(120)),
      document: fc.constantFrom(...documents.BRL),
      email: emails,
      phone: phones,
      address: fc.oneof(
        fc.constant({
          postal_code: "13010-000",
          street: "Rua Barão de Jaguara",
          number: "50",
          district: "Centro",
          city: "Campinas",
          city_code: "3509502",
          state: "SP",
        }),
        brazilAddress,
      ),
      state_tax_id: fc.constantFrom("110.042.490.114", "ISENTO"),
    },
    { requiredKeys: [] },
  ),
  mexico: fc.record<Customer>(
    {
      name: fc.constantFrom("UNIVERSIDAD ROBOTICA", "Público en general", "x".repeat(120)),
      document: fc.constantFrom("GODE561231GR8", "EKU9003173C9", "XAXX010101000", "XEXX010101000"),
      email: emails,
      address: fc.record({ postal_code: fc.constantFrom("65000", "06600", "123") }),
      tax_regime: fc.constantFrom("601", "612", "616"),
    },
    { requiredKeys: [] },
  ),
};

/** Whatever the contract lets through to a fiscal provider of these documents. */
export function arbitraryInvoice(types: readonly InvoiceType[]): fc.Arbitrary<InvoiceInput> {
  const items = fc.array(
    fc.record(
      {
        description: fc.oneof(fc.constant("Camiseta"), textUpTo(500)),
        quantity: fc.constantFrom(1, 3, 0.0001, 1.5, 2.3333),
        unit_amount: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(1, 99_999_999_999)),
        code: fc.constantFrom("61091000", "CAM-1", "x".repeat(60)),
      },
      { requiredKeys: ["description", "quantity", "unit_amount"] },
    ),
    { minLength: 1, maxLength: 3 },
  );
  const issued = fc.constantFrom(...types).chain((type) => {
    const isCfdi = type === "cfdi";
    const forCfdi = <Value>(value: fc.Arbitrary<Value>) => (isCfdi ? value : fc.constant(undefined));
    return fc.record<InvoiceInput>(
      {
        type: fc.constant(type),
        customer: receivers[isCfdi ? "mexico" : "brazil"],
        items,
        payment_id: textUpTo(200),
        period: fc.constantFrom("2026-04", "2026-12"),
        cfdi_type: forCfdi(fc.constantFrom("ingreso", "egreso", "traslado")),
        use: forCfdi(fc.constantFrom("G03", "S01", "D10")),
        payment_form: forCfdi(fc.constantFrom("01", "04", "99")),
        global: forCfdi(fc.constant({ periodicity: "04", months: "11", year: 2026 })),
        related_uuid: forCfdi(fc.constant("5f2b7c1a-3c4d-4e5f-8a9b-0c1d2e3f4a5b")),
      },
      {
        requiredKeys: [
          "type",
          ...(type === "sped" ? ["period" as const] : ["items" as const]),
          ...(type === "nfe" ? ["customer" as const] : []),
        ],
      },
    );
  });
  const later = fc.record<InvoiceInput>(
    {
      action: fc.constantFrom("get", "cancel", "correct"),
      invoice_id: textUpTo(200),
      type: fc.constantFrom(...types),
      reason: textUpTo(1000),
    },
    { requiredKeys: ["action", "invoice_id"] },
  );
  return fc
    .oneof({ weight: 3, arbitrary: issued }, later)
    .filter((input) => invoiceInputSchema.safeParse(input).success);
}
