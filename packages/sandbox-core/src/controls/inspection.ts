import type { ProviderResponse } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { RecordedCall, SimulationState } from "@codespar/providers/simulated";

/** What a simulated provider keeps, with where it is kept. */
export interface InspectedDocument {
  server: string;
  account: string;
  id: string;
  document: JsonObject;
}

/** A native request and what the provider returned to it. */
export interface InspectedCall extends RecordedCall {
  /** Absent when it never returned. */
  response?: ProviderResponse | undefined;
}

/** What one can look at behind the API: the simulated providers' side. */
export interface Inspection {
  /** The newest documents of a kind, such as `charge`, `checkout`, `shipment`, `invoice` or `message`. */
  documents(kind: string, limit: number): InspectedDocument[];
  /** The native requests of one tool call, oldest first. */
  calls(operationId: string): InspectedCall[];
  /** When something falls due next, in milliseconds since the epoch; undefined when nothing does. */
  nextDueAt(): Promise<number | undefined>;
}

export interface InspectionWorld {
  state: SimulationState;
  calls(): readonly RecordedCall[];
  responses: WeakMap<RecordedCall, ProviderResponse>;
  nextDueAt(): Promise<number | undefined>;
}

export function inspection({ state, calls, responses, nextDueAt }: InspectionWorld): Inspection {
  return {
    documents(kind, limit) {
      const found = [...state.listKind(kind)].map(({ key: { server, account, id }, document }) => ({
        server,
        account,
        id,
        document,
      }));
      return found.sort((a, b) => madeAt(b.document) - madeAt(a.document)).slice(0, limit);
    },
    calls: (operationId) =>
      calls()
        .filter((call) => call.operationId === operationId)
        .map((call) => ({ ...call, response: responses.get(call) })),
    nextDueAt,
  };
}

/** Each engine has a word of its own for when a document came about. */
function madeAt({ createdAt, issuedAt, sentAt }: JsonObject): number {
  return Number(createdAt ?? issuedAt ?? sentAt ?? 0);
}
