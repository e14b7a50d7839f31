import type { Credentials, ProviderEnvironment } from "@codespar/backend/ports";
import { findUnknownOption } from "@codespar/contract";
import type { ConnectorDefinition } from "./connector-definition.ts";
import { pemLabels, readPem } from "./pem.ts";

/**
 * What is wrong with credentials for an environment, in one sentence without any of their values; undefined when nothing shows.
 * Asked when they are stored, and again before each request.
 */
export function findCredentialProblem(
  { id, credentials: fields }: Pick<ConnectorDefinition, "credentials" | "id">,
  credentials: Credentials,
  environment: ProviderEnvironment,
  /** Fields that this call needs although a connection may lack them. */
  needed: readonly string[] = [],
): string | undefined {
  for (const { name, label, required = true, form, pem, freeText = false, prefixes = {} } of fields) {
    const value = credentials[name] ?? "";
    if (value === "") {
      if (required || needed.includes(name)) return `The connection to ${id} lacks ${name} (${label}).`;
      continue;
    }
    if (pem !== undefined && readPem(value, pemLabels[pem]) === undefined)
      return `${name} of ${id} (${label}) is no ${pem} in PEM. Paste the whole of it, from -----BEGIN to -----END${pem === "certificate" ? "" : ", unencrypted"}.`;
    if (freeText && !/^[^\p{Cc}]{1,200}$/u.test(value))
      return `${name} of ${id} (${label}) has line breaks or is longer than 200 characters.`;
    // a header takes nothing else, and a line break would end it
    if (pem === undefined && !freeText && !/^[\x21-\x7e]+$/.test(value))
      return `${name} of ${id} has blanks or signs that no key has.`;
    if (form?.test(value) === false)
      return `${name} of ${id} (${label}) is not of the form that it has there.`;
    const other = environment === "live" ? "test" : "live";
    const isOther = begins(value, prefixes[other], prefixes[environment]);
    const isOwn = begins(value, prefixes[environment], prefixes[other]);
    if (isOther && !isOwn)
      return `${name} of ${id} is of the ${other} environment, and this organisation is ${environment}. Connect it with ${environment} credentials.`;
  }
  return undefined;
}

/**
 * The same for credentials that are about to be stored: a field that the provider does not have is one that somebody believes
 * to be used.
 */
export function findNewCredentialProblem(
  definition: Pick<ConnectorDefinition, "credentials" | "id">,
  credentials: Credentials,
  environment: ProviderEnvironment,
): string | undefined {
  const { id, credentials: fields } = definition;
  const names = Object.fromEntries(fields.map(({ name }) => [name, true as const]));
  const unknown = findUnknownOption(credentials, names);
  if (unknown !== undefined) return `${unknown.name} is no credential of ${id}. ${unknown.hint}`;
  return findCredentialProblem(definition, credentials, environment);
}

type Prefixes = readonly string[] | "others" | undefined;

function begins(value: string, prefixes: Prefixes, opposite: Prefixes): boolean {
  if (prefixes === "others") return !begins(value, opposite, undefined);
  return prefixes?.some((prefix) => value.startsWith(prefix)) === true;
}
