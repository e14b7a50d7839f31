import { suggest } from "@codespar/contract";
import { type ConnectorDefinition, connectors } from "@codespar/providers/connect";
import { UsageError } from "../cli/usage-error.ts";

/** The connector that a command names. Throws `UsageError` when there is none. */
export function findConnector(command: string, operands: readonly string[]): ConnectorDefinition {
  const [id, ...more] = operands;
  const known = [...connectors.keys()];
  if (id === undefined || more.length > 0) {
    throw new UsageError(`${command} takes one provider: ${known.join(", ")}.`);
  }
  const definition = connectors.get(id);
  if (definition !== undefined) return definition;
  const [near] = suggest(id, known);
  const hint = near === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${near}?`;
  throw new UsageError(`${JSON.stringify(id.slice(0, 60))} has no connector. ${hint}`);
}
