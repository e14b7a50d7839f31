import type { ArgumentIssue, OwnError, ProviderUpdate } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import type { NativeTool } from "../tools/define-tools.ts";
import type { Merchant } from "./merchant.ts";

/** What a handler may use: the account's documents, the clock, seeded randomness, later work and webhooks. */
export interface SimulationContext {
  server: string;
  account: string;
  /** The seller behind the account, from a fixed fictitious set. */
  merchant: Merchant;
  /** Milliseconds since the epoch. */
  now: number;
  random: RandomSource;
  get<Document extends object>(kind: string, id: string): Document | undefined;
  put(kind: string, id: string, document: object): void;
  list<Document extends object>(kind: string): Document[];
  /** Calls the server's `due[task]` with the document's kind and id once the clock reaches `at`. */
  schedule(at: number, task: string, kind: string, id: string): void;
  /** Notifies the backend as the provider's webhook would: a document of this operation changed its state. */
  notify(operationId: string, type: string, data: JsonObject): void;
  /** 1, 2, 3 … for each series of the account. */
  nextNumber(series: string): number;
  /**
   * The address under which a browser opens a document of the account. Only those who have it can open the page.
   * @param file What of the document, such as `label.pdf`. @default its page
   */
  pageUrl(kind: string, id: string, file?: string): string;
  /** The picture of a QR code as base64 of a PNG; one white pixel where nobody looks at it. */
  qrPicture(text: string): string;
}

export interface CallContext extends SimulationContext {
  /** What the provider takes as external reference; put it on the document, webhooks need it. */
  operationId: string;
  emit(update: ProviderUpdate): void;
}

/** A native tool and its simulation. Without `handle` it returns `not_simulated`. */
export interface SimulatedTool extends NativeTool {
  handle?: ((args: JsonObject, context: CallContext) => JsonObject | Refusal) | undefined;
}

/** A business refusal in the provider's own words. */
export class Refusal {
  readonly code: string;
  readonly message: string;
  readonly providerCode: string | undefined;

  constructor(code: string, message: string, providerCode?: string) {
    this.code = code;
    this.message = message;
    this.providerCode = providerCode;
  }
}

/** One simulated provider: its tools by native name, and what it does when something falls due. */
export interface SimulatedServer {
  id: string;
  tools: Readonly<Record<string, SimulatedTool>>;
  /** The provider's own error for an argument that it does not take. @default the schema's words */
  describeArgumentIssue?: ((tool: string, issue: ArgumentIssue, args: JsonObject) => OwnError) | undefined;
  /** Reads that are no tools, for translators: what the provider shows in a second call alone. */
  reads?:
    | Readonly<Record<string, (args: JsonObject, context: SimulationContext) => JsonObject | Refusal>>
    | undefined;
  due?: Readonly<Record<string, (kind: string, id: string, context: SimulationContext) => void>> | undefined;
}
