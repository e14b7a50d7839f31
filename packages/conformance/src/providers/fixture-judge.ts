/** JSON Schema as OpenAPI 3.0 writes it, as far as a response's shape goes. */
interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: unknown;
}

export interface Spec {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** The schema of what an operation returns when it goes well. */
export function responseSchema(spec: Spec, method: string, path: string): Schema {
  const responses = spec.paths[path]?.[method]?.responses ?? {};
  const [good] = Object.keys(responses).filter((status) => status.startsWith("2"));
  const content = responses[good ?? "default"]?.content ?? {};
  const [schema] = Object.values(content).map((each) => each.schema);
  if (schema === undefined) throw new Error(`The specification has no response of ${method} ${path}.`);
  return schema;
}

/**
 * What a response has that its specification does not: fields by another name, values of another kind, words outside a
 * list. What the response leaves out is no problem: a fixture shows what a test needs.
 */
export function strangers(spec: Spec, schema: Schema, value: unknown, at = ""): string[] {
  const schemas = alternatives(spec, schema);
  if (schemas.length === 0 || schemas.every((each) => isOpen(each))) return [];
  if (value === null) return [];
  if (Array.isArray(value)) {
    const items = schemas.flatMap(({ items }) => (items === undefined ? [] : [items]));
    if (items.length === 0) return [`${at} is a list`];
    return value.flatMap((item, index) => strangers(spec, { anyOf: items }, item, `${at}.${index}`));
  }
  if (typeof value === "object") {
    const isFree = schemas.some(({ additionalProperties }) => additionalProperties !== undefined);
    return Object.entries(value).flatMap(([key, member]) => {
      const path = at === "" ? key : `${at}.${key}`;
      const named = schemas.flatMap(({ properties }) => {
        const property = properties?.[key];
        return property === undefined ? [] : [property];
      });
      if (named.length === 0) return isFree ? [] : [`${path} is no field`];
      return strangers(spec, { anyOf: named }, member, path);
    });
  }
  if (!schemas.some((each) => allows(each, value))) return [`${at} may not be ${JSON.stringify(value)}`];
  return [];
}

/** The schema itself, or what it is made of or chosen from. */
function alternatives(spec: Spec, schema: Schema): Schema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
  if ($ref !== undefined)
    return alternatives(spec, spec.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {});
  const parts = [...allOf, ...anyOf, ...oneOf].flatMap((part) => alternatives(spec, part));
  return parts.length === 0 ? [schema] : [schema, ...parts].filter((each) => !isOpen(each));
}

/** Says nothing of what it may hold. */
function isOpen({ type, enum: words, properties, items, additionalProperties }: Schema): boolean {
  return [type, words, properties, items, additionalProperties].every((part) => part === undefined);
}

function allows({ type, enum: words }: Schema, value: unknown): boolean {
  if (words !== undefined && !words.includes(value)) return false;
  const kind = typeof value === "number" && Number.isInteger(value) ? ["integer", "number"] : [typeof value];
  return type === undefined || [type].flat().some((each) => kind.includes(each));
}
