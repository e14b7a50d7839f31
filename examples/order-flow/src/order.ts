/** What the customer buys, who they are, and where it goes. Amounts in centavos. */
export const order = {
  reference: "pedido-1042",
  customer: {
    name: "Ana Souza",
    document: "529.982.247-25",
    email: "ana.souza@example.com",
    phone: "+5511987654321",
  },
  items: [{ description: "Café em grãos, 1 kg", quantity: 2, unit_amount: 6490, code: "09012100" }],
  parcel: {
    origin: { postal_code: "01310-100" },
    destination: { postal_code: "20040-020" },
    packages: [{ weight_g: 2200, length_cm: 30, width_cm: 20, height_cm: 15, declared_value: 12980 }],
  },
  street: "Rua da Quitanda",
  number: "86",
} as const;

/** The servers that the order needs: who takes the money, writes the invoice, ships, and sends the message. */
export const servers = ["asaas", "nuvem-fiscal", "melhor-envio", "z-api"];
