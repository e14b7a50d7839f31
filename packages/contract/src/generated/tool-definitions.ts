// Generated from the zod schemas by scripts/generate-tool-definitions.ts. Do not edit.
import type { ToolDefinition } from "../meta-tools/tool-definition.ts";

/** The six meta-tools, in the order in which they are listed everywhere. */
export const toolDefinitions: readonly ToolDefinition[] = [
  {
    name: "codespar_discover",
    description: "Find commerce tools by need, once per conversation. Returns tool names, connected first.",
    input_schema: {
      type: "object",
      properties: {
        query: {
          type: "string",
        },
        domain: {
          type: "string",
          enum: ["payments", "fiscal", "logistics", "messaging", "banking", "erp", "crypto"],
        },
        country: {
          type: "string",
          enum: ["BR", "MX", "AR", "CO", "CL"],
        },
        limit: {
          type: "integer",
        },
      },
    },
    output_schema: {
      type: "object",
      properties: {
        matches: {
          type: "array",
          items: {
            type: "object",
            properties: {
              name: {
                type: "string",
              },
              server: {
                type: "string",
              },
              category: {
                type: "string",
                enum: ["payments", "fiscal", "logistics", "messaging", "banking", "erp", "crypto"],
              },
              countries: {
                type: "array",
                items: {
                  type: "string",
                  enum: ["BR", "MX", "AR", "CO", "CL"],
                },
              },
              description: {
                type: "string",
              },
              connected: {
                type: "boolean",
              },
              score: {
                type: "number",
              },
            },
            required: ["name", "server", "category", "countries", "description", "connected", "score"],
          },
        },
      },
      required: ["matches"],
    },
    server: "codespar",
    kind: "meta",
    risk: "read",
  },
  {
    name: "codespar_checkout",
    description:
      "Create a payment page (needs currency and amount or items), get one by checkout_id, or list. Amounts are integers in minor units: 9990 = R$ 99.90 (CLP: whole pesos). Returns url.",
    input_schema: {
      type: "object",
      properties: {
        action: {
          type: "string",
          enum: ["create", "get", "list"],
        },
        amount: {
          type: "integer",
        },
        items: {
          type: "array",
          items: {
            type: "object",
            properties: {
              description: {
                type: "string",
              },
              quantity: {
                type: "integer",
              },
              unit_amount: {
                type: "integer",
              },
            },
            required: ["description", "quantity", "unit_amount"],
          },
        },
        currency: {
          type: "string",
        },
        description: {
          type: "string",
        },
        payment_methods: {
          type: "array",
          items: {
            type: "string",
          },
        },
        success_url: {
          type: "string",
        },
        reference: {
          type: "string",
        },
        checkout_id: {
          type: "string",
        },
        expires_in: {
          type: "integer",
          description: "seconds",
        },
        provider: {
          type: "string",
        },
      },
    },
    output_schema: {
      type: "object",
      properties: {
        checkout_id: {
          type: "string",
        },
        url: {
          type: "string",
        },
        amount: {
          type: "integer",
        },
        currency: {
          type: "string",
          enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
        },
        status: {
          type: "string",
          enum: ["open", "completed", "expired"],
        },
        payment_methods: {
          type: "array",
          items: {
            type: "string",
            enum: ["pix", "boleto", "credit_card", "debit_card", "spei", "oxxo", "pse", "webpay", "wallet"],
          },
        },
        expires_at: {
          type: "string",
        },
        payment_id: {
          type: "string",
        },
        reference: {
          type: "string",
        },
        description: {
          type: "string",
        },
        metadata: {
          type: "object",
          propertyNames: {
            type: "string",
          },
        },
        checkouts: {
          type: "array",
          items: {
            type: "object",
            properties: {
              checkout_id: {
                type: "string",
              },
              url: {
                type: "string",
              },
              amount: {
                type: "integer",
              },
              currency: {
                type: "string",
                enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
              },
              status: {
                type: "string",
                enum: ["open", "completed", "expired"],
              },
              payment_methods: {
                type: "array",
                items: {
                  type: "string",
                  enum: [
                    "pix",
                    "boleto",
                    "credit_card",
                    "debit_card",
                    "spei",
                    "oxxo",
                    "pse",
                    "webpay",
                    "wallet",
                  ],
                },
              },
              expires_at: {
                type: "string",
              },
              payment_id: {
                type: "string",
              },
              reference: {
                type: "string",
              },
              description: {
                type: "string",
              },
              metadata: {
                type: "object",
                propertyNames: {
                  type: "string",
                },
              },
            },
            required: ["checkout_id", "url", "amount", "currency", "status", "payment_methods", "expires_at"],
          },
        },
        next_cursor: {
          type: ["string", "null"],
        },
      },
    },
    server: "codespar",
    kind: "meta",
    risk: "moves_money",
  },
  {
    name: "codespar_pay",
    description:
      "Charge, or get, refund, cancel, capture by payment_id, or list. Charging needs method, amount (minor units), currency: pix, boleto BRL; spei, oxxo MXN; pse COP; webpay CLP. Capture manual only holds a card. Returns payment_id, status, Pix code or link.",
    input_schema: {
      type: "object",
      properties: {
        action: {
          type: "string",
          enum: ["create", "get", "refund", "cancel", "capture", "list"],
        },
        method: {
          type: "string",
          enum: ["pix", "boleto", "credit_card", "debit_card", "spei", "oxxo", "pse", "webpay", "wallet"],
        },
        amount: {
          type: "integer",
        },
        currency: {
          type: "string",
          enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
        },
        customer: {
          type: "object",
          properties: {
            name: {
              type: "string",
            },
            document: {
              type: "string",
            },
            email: {
              type: "string",
            },
            phone: {
              type: "string",
            },
          },
        },
        card_token: {
          type: "string",
        },
        installments: {
          type: "integer",
        },
        due_date: {
          type: "string",
          description: "YYYY-MM-DD",
        },
        description: {
          type: "string",
        },
        reference: {
          type: "string",
        },
        capture: {
          type: "string",
          enum: ["automatic", "manual"],
        },
        payment_id: {
          type: "string",
        },
        cursor: {
          type: "string",
        },
        provider: {
          type: "string",
        },
      },
    },
    output_schema: {
      type: "object",
      properties: {
        payment_id: {
          type: "string",
        },
        status: {
          type: "string",
          enum: [
            "pending",
            "authorized",
            "paid",
            "partially_refunded",
            "refunded",
            "expired",
            "cancelled",
            "failed",
          ],
        },
        method: {
          type: "string",
          enum: ["pix", "boleto", "credit_card", "debit_card", "spei", "oxxo", "pse", "webpay", "wallet"],
        },
        amount: {
          type: "integer",
        },
        authorized_amount: {
          type: "integer",
        },
        currency: {
          type: "string",
          enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
        },
        created_at: {
          type: "string",
        },
        paid_at: {
          type: "string",
        },
        expires_at: {
          type: "string",
        },
        reference: {
          type: "string",
        },
        description: {
          type: "string",
        },
        customer: {
          type: "object",
          properties: {
            name: {
              type: "string",
            },
            document: {
              type: "string",
            },
            email: {
              type: "string",
            },
            phone: {
              type: "string",
            },
            document_type: {
              type: "string",
              enum: [
                "cpf",
                "cnpj",
                "rfc",
                "curp",
                "cuit",
                "cuil",
                "dni",
                "nit",
                "cc",
                "ce",
                "rut",
                "ruc",
                "passport",
              ],
            },
            address: {
              type: "object",
              properties: {
                postal_code: {
                  type: "string",
                },
                number: {
                  type: "string",
                },
                street: {
                  type: "string",
                },
                complement: {
                  type: "string",
                },
                district: {
                  type: "string",
                },
                city: {
                  type: "string",
                },
                city_code: {
                  type: "string",
                },
                state: {
                  type: "string",
                },
                country: {
                  type: "string",
                },
              },
              required: ["postal_code"],
            },
            state_tax_id: {
              type: "string",
            },
            tax_regime: {
              type: "string",
            },
          },
        },
        pix: {
          type: "object",
          properties: {
            qr_code: {
              type: "string",
            },
            txid: {
              type: "string",
            },
            qr_code_url: {
              type: "string",
            },
            end_to_end_id: {
              type: "string",
            },
          },
          required: ["qr_code", "txid", "qr_code_url"],
        },
        boleto: {
          type: "object",
          properties: {
            digitable_line: {
              type: "string",
            },
            barcode: {
              type: "string",
            },
            due_date: {
              type: "string",
            },
            pdf_url: {
              type: "string",
            },
          },
          required: ["digitable_line", "barcode", "due_date", "pdf_url"],
        },
        card: {
          type: "object",
          properties: {
            brand: {
              type: "string",
            },
            last4: {
              type: "string",
            },
            installments: {
              type: "array",
              items: {
                type: "object",
                properties: {
                  number: {
                    type: "integer",
                  },
                  amount: {
                    type: "integer",
                  },
                  due_date: {
                    type: "string",
                  },
                },
                required: ["number", "amount", "due_date"],
              },
            },
            authorization_code: {
              type: "string",
            },
          },
          required: ["brand", "last4", "installments", "authorization_code"],
        },
        spei: {
          type: "object",
          properties: {
            clabe: {
              type: "string",
            },
            reference: {
              type: "string",
            },
            tracking_key: {
              type: "string",
            },
          },
          required: ["clabe", "reference"],
        },
        oxxo: {
          type: "object",
          properties: {
            reference: {
              type: "string",
            },
            barcode_url: {
              type: "string",
            },
          },
          required: ["reference", "barcode_url"],
        },
        pse: {
          type: "object",
          properties: {
            redirect_url: {
              type: "string",
            },
            cus: {
              type: "string",
            },
          },
          required: ["redirect_url", "cus"],
        },
        webpay: {
          type: "object",
          properties: {
            token: {
              type: "string",
            },
            redirect_url: {
              type: "string",
            },
          },
          required: ["token", "redirect_url"],
        },
        refunds: {
          type: "array",
          items: {
            type: "object",
            properties: {
              refund_id: {
                type: "string",
              },
              amount: {
                type: "integer",
              },
              status: {
                type: "string",
                enum: ["pending", "succeeded", "failed"],
              },
              created_at: {
                type: "string",
              },
              end_to_end_id: {
                type: "string",
              },
            },
            required: ["refund_id", "amount", "status", "created_at"],
          },
        },
        payments: {
          type: "array",
          items: {
            type: "object",
            properties: {
              payment_id: {
                type: "string",
              },
              status: {
                type: "string",
                enum: [
                  "pending",
                  "authorized",
                  "paid",
                  "partially_refunded",
                  "refunded",
                  "expired",
                  "cancelled",
                  "failed",
                ],
              },
              method: {
                type: "string",
                enum: [
                  "pix",
                  "boleto",
                  "credit_card",
                  "debit_card",
                  "spei",
                  "oxxo",
                  "pse",
                  "webpay",
                  "wallet",
                ],
              },
              amount: {
                type: "integer",
              },
              authorized_amount: {
                type: "integer",
              },
              currency: {
                type: "string",
                enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
              },
              created_at: {
                type: "string",
              },
              paid_at: {
                type: "string",
              },
              expires_at: {
                type: "string",
              },
              reference: {
                type: "string",
              },
              description: {
                type: "string",
              },
              customer: {
                type: "object",
                properties: {
                  name: {
                    type: "string",
                  },
                  document: {
                    type: "string",
                  },
                  email: {
                    type: "string",
                  },
                  phone: {
                    type: "string",
                  },
                  document_type: {
                    type: "string",
                    enum: [
                      "cpf",
                      "cnpj",
                      "rfc",
                      "curp",
                      "cuit",
                      "cuil",
                      "dni",
                      "nit",
                      "cc",
                      "ce",
                      "rut",
                      "ruc",
                      "passport",
                    ],
                  },
                  address: {
                    type: "object",
                    properties: {
                      postal_code: {
                        type: "string",
                      },
                      number: {
                        type: "string",
                      },
                      street: {
                        type: "string",
                      },
                      complement: {
                        type: "string",
                      },
                      district: {
                        type: "string",
                      },
                      city: {
                        type: "string",
                      },
                      city_code: {
                        type: "string",
                      },
                      state: {
                        type: "string",
                      },
                      country: {
                        type: "string",
                      },
                    },
                    required: ["postal_code"],
                  },
                  state_tax_id: {
                    type: "string",
                  },
                  tax_regime: {
                    type: "string",
                  },
                },
              },
              pix: {
                type: "object",
                properties: {
                  qr_code: {
                    type: "string",
                  },
                  txid: {
                    type: "string",
                  },
                  qr_code_url: {
                    type: "string",
                  },
                  end_to_end_id: {
                    type: "string",
                  },
                },
                required: ["qr_code", "txid", "qr_code_url"],
              },
              boleto: {
                type: "object",
                properties: {
                  digitable_line: {
                    type: "string",
                  },
                  barcode: {
                    type: "string",
                  },
                  due_date: {
                    type: "string",
                  },
                  pdf_url: {
                    type: "string",
                  },
                },
                required: ["digitable_line", "barcode", "due_date", "pdf_url"],
              },
              card: {
                type: "object",
                properties: {
                  brand: {
                    type: "string",
                  },
                  last4: {
                    type: "string",
                  },
                  installments: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: {
                        number: {
                          type: "integer",
                        },
                        amount: {
                          type: "integer",
                        },
                        due_date: {
                          type: "string",
                        },
                      },
                      required: ["number", "amount", "due_date"],
                    },
                  },
                  authorization_code: {
                    type: "string",
                  },
                },
                required: ["brand", "last4", "installments", "authorization_code"],
              },
              spei: {
                type: "object",
                properties: {
                  clabe: {
                    type: "string",
                  },
                  reference: {
                    type: "string",
                  },
                  tracking_key: {
                    type: "string",
                  },
                },
                required: ["clabe", "reference"],
              },
              oxxo: {
                type: "object",
                properties: {
                  reference: {
                    type: "string",
                  },
                  barcode_url: {
                    type: "string",
                  },
                },
                required: ["reference", "barcode_url"],
              },
              pse: {
                type: "object",
                properties: {
                  redirect_url: {
                    type: "string",
                  },
                  cus: {
                    type: "string",
                  },
                },
                required: ["redirect_url", "cus"],
              },
              webpay: {
                type: "object",
                properties: {
                  token: {
                    type: "string",
                  },
                  redirect_url: {
                    type: "string",
                  },
                },
                required: ["token", "redirect_url"],
              },
              refunds: {
                type: "array",
                items: {
                  type: "object",
                  properties: {
                    refund_id: {
                      type: "string",
                    },
                    amount: {
                      type: "integer",
                    },
                    status: {
                      type: "string",
                      enum: ["pending", "succeeded", "failed"],
                    },
                    created_at: {
                      type: "string",
                    },
                    end_to_end_id: {
                      type: "string",
                    },
                  },
                  required: ["refund_id", "amount", "status", "created_at"],
                },
              },
            },
            required: ["payment_id", "status", "method", "amount", "currency", "created_at", "refunds"],
          },
        },
        next_cursor: {
          type: ["string", "null"],
        },
      },
    },
    server: "codespar",
    kind: "meta",
    risk: "moves_money",
  },
  {
    name: "codespar_invoice",
    description:
      "Issue a tax document (needs type, customer, items with unit_amount in minor units; sped: period; egreso: related_uuid), or get, cancel, correct (needs reason) by invoice_id. Returns status, access_key or uuid, pdf_url.",
    input_schema: {
      type: "object",
      properties: {
        action: {
          type: "string",
          enum: ["issue", "get", "cancel", "correct"],
        },
        type: {
          type: "string",
          enum: ["nfe", "nfce", "nfse", "cte", "mdfe", "sped", "cfdi"],
        },
        cfdi_type: {
          type: "string",
          enum: ["ingreso", "egreso", "traslado"],
        },
        customer: {
          type: "object",
          properties: {
            name: {
              type: "string",
            },
            document: {
              type: "string",
            },
            email: {
              type: "string",
            },
            phone: {
              type: "string",
            },
            address: {
              type: "object",
              properties: {
                postal_code: {
                  type: "string",
                },
                number: {
                  type: "string",
                },
              },
              required: ["postal_code"],
            },
          },
        },
        items: {
          type: "array",
          items: {
            type: "object",
            properties: {
              description: {
                type: "string",
              },
              quantity: {
                type: "number",
              },
              unit_amount: {
                type: "integer",
              },
              code: {
                type: "string",
              },
            },
            required: ["description", "quantity", "unit_amount"],
          },
        },
        amount: {
          type: "integer",
        },
        payment_id: {
          type: "string",
        },
        period: {
          type: "string",
          description: "YYYY-MM",
        },
        reason: {
          type: "string",
        },
        invoice_id: {
          type: "string",
        },
        related_uuid: {
          type: "string",
        },
        provider: {
          type: "string",
        },
      },
    },
    output_schema: {
      type: "object",
      properties: {
        invoice_id: {
          type: "string",
        },
        type: {
          type: "string",
          enum: ["nfe", "nfce", "nfse", "cte", "mdfe", "sped", "cfdi"],
        },
        status: {
          type: "string",
          enum: ["processing", "authorized", "rejected", "cancelled"],
        },
        number: {
          type: "integer",
        },
        series: {
          type: "string",
        },
        access_key: {
          type: "string",
        },
        uuid: {
          type: "string",
        },
        protocol: {
          type: "string",
        },
        issued_at: {
          type: "string",
        },
        amount: {
          type: "integer",
        },
        pdf_url: {
          type: "string",
        },
        xml_url: {
          type: "string",
        },
        rejection: {
          type: "object",
          properties: {
            code: {
              type: "string",
            },
            message: {
              type: "string",
            },
          },
          required: ["code", "message"],
        },
      },
      required: ["invoice_id", "type", "status"],
    },
    server: "codespar",
    kind: "meta",
    risk: "fiscal",
  },
  {
    name: "codespar_ship",
    description:
      "quote needs origin, destination, packages (declared_value in minor units); label (paid) also service_id from a quote. track by tracking_code, cancel by shipment_id. Returns quotes, label_url or events.",
    input_schema: {
      type: "object",
      properties: {
        action: {
          type: "string",
          enum: ["quote", "label", "track", "cancel"],
        },
        origin: {
          type: "object",
          properties: {
            postal_code: {
              type: "string",
            },
            city: {
              type: "string",
            },
            state: {
              type: "string",
            },
            country: {
              type: "string",
              enum: ["BR", "MX", "AR", "CO", "CL"],
            },
          },
          required: ["postal_code"],
        },
        destination: {
          type: "object",
          properties: {
            postal_code: {
              type: "string",
            },
            city: {
              type: "string",
            },
            state: {
              type: "string",
            },
            country: {
              type: "string",
            },
          },
          required: ["postal_code"],
        },
        packages: {
          type: "array",
          items: {
            type: "object",
            properties: {
              weight_g: {
                type: "number",
              },
              length_cm: {
                type: "number",
              },
              width_cm: {
                type: "number",
              },
              height_cm: {
                type: "number",
              },
              declared_value: {
                type: "integer",
              },
            },
            required: ["weight_g", "length_cm", "width_cm", "height_cm"],
          },
        },
        service_id: {
          type: "string",
        },
        tracking_code: {
          type: "string",
        },
        shipment_id: {
          type: "string",
        },
        recipient: {
          type: "object",
          properties: {
            name: {
              type: "string",
            },
            document: {
              type: "string",
            },
            email: {
              type: "string",
            },
            phone: {
              type: "string",
            },
            address: {
              type: "string",
            },
          },
        },
        provider: {
          type: "string",
        },
      },
      required: ["action"],
    },
    output_schema: {
      type: "object",
      properties: {
        quotes: {
          type: "array",
          items: {
            type: "object",
            properties: {
              service_id: {
                type: "string",
              },
              carrier: {
                type: "string",
              },
              service: {
                type: "string",
              },
              amount: {
                type: "integer",
              },
              currency: {
                type: "string",
                enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
              },
              delivery_days: {
                type: "integer",
              },
              delivery_date: {
                type: "string",
              },
            },
            required: [
              "service_id",
              "carrier",
              "service",
              "amount",
              "currency",
              "delivery_days",
              "delivery_date",
            ],
          },
        },
        shipment_id: {
          type: "string",
        },
        tracking_code: {
          type: "string",
        },
        label_url: {
          type: "string",
        },
        carrier: {
          type: "string",
        },
        amount: {
          type: "integer",
        },
        currency: {
          type: "string",
          enum: ["BRL", "MXN", "ARS", "COP", "CLP", "USD"],
        },
        status: {
          type: "string",
          enum: ["created", "posted", "in_transit", "out_for_delivery", "delivered", "returned", "cancelled"],
        },
        events: {
          type: "array",
          items: {
            type: "object",
            properties: {
              status: {
                type: "string",
                enum: [
                  "created",
                  "posted",
                  "in_transit",
                  "out_for_delivery",
                  "delivered",
                  "returned",
                  "cancelled",
                ],
              },
              description: {
                type: "string",
              },
              occurred_at: {
                type: "string",
              },
              location: {
                type: "string",
              },
            },
            required: ["status", "description", "occurred_at"],
          },
        },
      },
    },
    server: "codespar",
    kind: "meta",
    risk: "moves_money",
  },
  {
    name: "codespar_notify",
    description:
      "Message a customer; to is an E.164 phone or e-mail. Needs message or template. Returns message_id, status.",
    input_schema: {
      type: "object",
      properties: {
        channel: {
          type: "string",
          enum: ["whatsapp", "sms", "email"],
        },
        to: {
          type: "string",
        },
        message: {
          type: "string",
        },
        template: {
          type: "string",
        },
        variables: {
          type: "array",
          items: {
            type: "string",
          },
        },
        subject: {
          type: "string",
        },
        provider: {
          type: "string",
        },
      },
      required: ["channel", "to"],
    },
    output_schema: {
      type: "object",
      properties: {
        message_id: {
          type: "string",
        },
        status: {
          type: "string",
          enum: ["queued", "sent", "delivered", "read", "failed"],
        },
        channel: {
          type: "string",
          enum: ["whatsapp", "sms", "email"],
        },
        to: {
          type: "string",
        },
      },
      required: ["message_id", "status", "channel", "to"],
    },
    server: "codespar",
    kind: "meta",
    risk: "send",
  },
];
