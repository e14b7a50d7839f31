import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Compiles the schema at a JSON pointer of the document, once. */
export function createCompiler(document: object): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // the document is no schema itself: what is validated are the schemas in it
  ajv.addSchema(document, "openapi.json", false, false);
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const validate = ajv.compile({ $ref: `openapi.json#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate;
  };
}

/** What a schema says against a value; empty when nothing. */
export function told(validate: ValidateFunction, what: string, value: unknown): string[] {
  if (validate(value)) return [];
  const shown = (JSON.stringify(value) ?? "nothing").slice(0, 300);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `openapi.json: ${what}${instancePath} ${message} in ${shown}`,
  );
}

/** A text of a query or a header as the type that its schema asks for. */
export function coerced(value: string, type: unknown): unknown {
  if (type === "integer" || type === "number") return Number(value);
  if (type === "boolean") return value === "true" ? true : value === "false" ? false : value;
  return value;
}

/** One token of a JSON pointer (RFC 6901). */
export function escaped(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
