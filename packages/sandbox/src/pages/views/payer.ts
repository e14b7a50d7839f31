import type { JsonObject } from "@codespar/contract";
import type { Party } from "../documents/party.ts";

/** Where providers keep who pays, the innermost first. */
const persons = ["payer", "pagador", "devedor", "customer", "customer_info", "billing_details"];
const names = ["name", "nome", "first_name", "legal_name"];
const documents = ["document", "cpfCnpj", "cpf", "cnpj", "tax_id", "documento", "document_number", "number"];

/** Who pays a charge, out of whichever fields its provider has for that. */
export function getPayer(...sources: readonly (JsonObject | undefined)[]): Party {
  const candidates = sources.flatMap((source) => {
    if (source === undefined) return [];
    return [...persons.map((person) => source[person]).filter(isObject), source];
  });
  const identifications = candidates.flatMap((each) => [each.identification, each].filter(isObject));
  const last = firstText(candidates, ["last_name"]);
  const name = [firstText(candidates, names), last].filter((part) => part !== undefined).join(" ");
  return { name: name === "" ? "Cliente" : name, document: firstText(identifications, documents) };
}

function firstText(objects: readonly JsonObject[], fields: readonly string[]): string | undefined {
  for (const object of objects) {
    for (const field of fields) {
      const value = object[field];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  return undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
