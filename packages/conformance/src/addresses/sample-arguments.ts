import type { Json, JsonObject, JsonSchema } from "@codespar/contract";

export interface SampleOptions {
  /** Ids that the provider gave, newest last: any field that could be one takes each in turn. */
  id: string;
  /** Fills optional members as well. */
  isWhole: boolean;
  /** Where a field for an address leads. */
  url: string;
}

/** By a piece of a field's name: what such a field takes in whatever provider's dialect. */
const values: readonly (readonly [RegExp, Json])[] = [
  [/YearAndMonth/, "2026-12"],
  [/^symbol$/, "BTC-BRL"],
  [/^book$/, "btc_mxn"],
  [/zip|postal|cep$/i, "01310100"],
  [/country/i, "BR"],
  [/e-?mail/i, "maria@example.com"],
  [/phone|celular|telefone|whatsapp|^to$|^from$|recipient|msisdn|destination_number/i, "5511987654321"],
  [/rfc/i, "GODE561231GR8"],
  [/cnpj/i, "11222333000181"],
  [/document|cpf|tax_?id|doc_number|number_id/i, "52998224725"],
  [/state|uf$|province/i, "SP"],
  [/city|cidade|municipio/i, "São Paulo"],
  [/currency|moeda|moneda/i, "BRL"],
  [/date|due|vencimento|fecha|desde|hasta|^from_|^to_|start|end/i, "2026-12-10"],
  [/reason|motivo|justific/i, "Cancelado a pedido do cliente."],
  [/name|nome|nombre/i, "Maria da Conceição"],
  [/description|descricao|titulo|title|subject|text|message|body|content|memo/i, "Camiseta azul"],
  [/reference|external|order/i, "order-1"],
  [/token|card/i, "tok_visa"],
];

/** An object that a tool's schema admits, as far as its keywords and the names of its fields tell. */
export function sampleArguments(schema: JsonSchema, options: SampleOptions): JsonObject {
  const value = sample(schema, "", options, 0);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function sample(schema: JsonSchema, name: string, options: SampleOptions, depth: number): Json {
  const {
    properties = {},
    required = [],
    items,
    anyOf,
  } = schema as {
    // a schema's own members, which the type leaves open
    properties?: Record<string, JsonSchema>;
    required?: string[];
    items?: JsonSchema;
    anyOf?: JsonSchema[];
  };
  if (schema.default !== undefined) return schema.default as Json; // a default is JSON
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0] as Json; // so is an enum's member
  if (schema.const !== undefined) return schema.const as Json; // and a constant
  const [choice] = anyOf ?? [];
  if (choice !== undefined && schema.type === undefined) return sample(choice, name, options, depth);
  switch (schema.type) {
    case "object": {
      if (depth > 5) return {};
      const names = options.isWhole ? Object.keys(properties) : required;
      return Object.fromEntries(
        names.map((member) => [member, sample(properties[member] ?? {}, member, options, depth + 1)]),
      );
    }
    case "array":
      return items === undefined || depth > 5 ? [] : [sample(items, name, options, depth + 1)];
    case "integer":
    case "number":
      return sampleNumber(schema, name);
    case "boolean":
      return true;
    default:
      return sampleText(schema, name, options);
  }
}

function sampleNumber({ minimum, maximum, type }: JsonSchema, name: string): number {
  const wanted = /quant|qty|count|parcel|installment|page|limit/i.test(name)
    ? 1
    : /amount|value|valor|price|preco|total|monto/i.test(name) && type === "integer"
      ? 15_990
      : 10;
  const least = typeof minimum === "number" ? Math.max(minimum, wanted) : wanted;
  return typeof maximum === "number" ? Math.min(maximum, least) : least;
}

/** Keys of idempotency are never the same twice. */
let keys = 0;

function sampleText(
  { format, maxLength, minLength, pattern }: JsonSchema,
  name: string,
  options: SampleOptions,
): string {
  if (typeof pattern === "string" && pattern.includes("-4[")) {
    keys += 1;
    return `00000000-0000-4000-8000-${String(keys).padStart(12, "0")}`;
  }
  if (typeof pattern === "string" && new RegExp(pattern).test("10.00")) return "10.00";
  const isAddress = format === "uri" || /url|callback|redirect|webhook/i.test(name);
  const isId = /(^|_)(id|uuid|key|code|number|codigo|chave|tracking|txid|hash|sid)s?$|Id$/i.test(name);
  const known = values.find(([pattern]) => pattern.test(name))?.[1];
  const text = isAddress ? options.url : isId || known === undefined ? options.id : String(known);
  const fitting = typeof maxLength === "number" ? text.slice(0, maxLength) : text;
  return typeof minLength === "number" ? fitting.padEnd(minLength, "0") : fitting;
}
