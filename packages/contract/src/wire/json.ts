/** A value that JSON can carry. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

/** A JSON Schema, draft 2020-12, as tools advertise it. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** A JSON Schema whose root is an object, which is what every model vendor asks of a tool. */
export interface JsonObjectSchema extends JsonSchema {
  type: "object";
  properties?: Record<string, JsonSchema>;
  required?: string[];
}
