import type { JsonObject } from "@codespar/contract";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { cancelDocument, correctDocument, findDocument } from "./document-events.ts";
import type { FiscalDocument, FiscalKind } from "./fiscal-document.ts";

type Describe = (document: FiscalDocument, context: CallContext) => JsonObject;

/** Reads a document of these kinds in the provider's words. */
export function readDocument<Context extends SimulationContext>(
  context: Context,
  id: string | undefined,
  kinds: readonly FiscalKind[],
  describe: (document: FiscalDocument, context: Context) => JsonObject,
): JsonObject | Refusal {
  const found = findDocument(context, id, kinds);
  return found instanceof Refusal ? found : describe(found, context);
}

/** Cancels a document of these kinds and says so in the provider's words. */
export function cancelById(
  context: CallContext,
  { id, reason }: { id: string | undefined; reason: string | undefined },
  kinds: readonly FiscalKind[],
  describe: Describe,
): JsonObject | Refusal {
  const found = findDocument(context, id, kinds);
  if (found instanceof Refusal) return found;
  return described(cancelDocument(found, reason ?? "", context), describe, context);
}

/** Registers a correction letter and says so in the provider's words. */
export function correctById(
  context: CallContext,
  { id, text }: { id: string | undefined; text: string | undefined },
  kinds: readonly FiscalKind[],
  describe: Describe,
): JsonObject | Refusal {
  const found = findDocument(context, id, kinds);
  if (found instanceof Refusal) return found;
  return described(correctDocument(found, text ?? "", context), describe, context);
}

function described(
  result: FiscalDocument | Refusal,
  describe: Describe,
  context: CallContext,
): JsonObject | Refusal {
  return result instanceof Refusal ? result : describe(result, context);
}
