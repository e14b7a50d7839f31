import {
  type BrazilState,
  generateAuthorizationProtocol,
  generateDfeAccessKey,
  generateDigestValue,
  generateNfseAccessKey,
  isBrazilState,
  isValidCnpj,
  isValidCpf,
} from "@codespar/formats";
import type { Merchant } from "../../simulation/merchant.ts";
import type { CallContext, SimulationContext } from "../../simulation/provider-definition.ts";
import { exactAmount } from "./exact-amount.ts";
import type { FiscalDocument, FiscalItem, FiscalKind, FiscalReceiver } from "./fiscal-document.ts";
import { fiscalRules } from "./fiscal-rules.ts";
import { isMagicProcessing, magicRejection } from "./magic-rejection.ts";
import { notifyDocument } from "./notify-document.ts";
import { sefazRejection } from "./sefaz-rejections.ts";

/** The `due` task that ends a document's processing. */
export const AUTHORIZE_TASK = "authorize";

/** How long a document asked for with `sandbox:processing` waits for the authority. */
export const PROCESSING_MS = 60_000;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface IssueRequest {
  kind: FiscalKind;
  /** The provider's own id for the document. @default its access key */
  id?: string | undefined;
  items: readonly {
    description: string;
    code?: string | undefined;
    quantity: number;
    /** Reais. */
    unitPrice: number;
    /** Centavos, as the caller says; checked against quantity and price. */
    statedAmount?: number | undefined;
  }[];
  receiver?: FiscalReceiver | undefined;
  /** Centavos, as the caller says; checked against the items. */
  statedAmount?: number | undefined;
  reference?: string | undefined;
  /** @default 1 */
  series?: number | undefined;
  /** @default the account's next number of this model and series */
  number?: number | undefined;
  /** Epoch milliseconds. @default now */
  issuedAt?: number | undefined;
}

/**
 * Issues a document: numbers it, gives it its access key, and has it authorised or rejected at once,
 * or after a minute of the clock when `sandbox:processing` asks for that.
 */
export function issueDocument(request: IssueRequest, context: CallContext): FiscalDocument {
  const { kind } = request;
  const rules = fiscalRules[kind];
  const series = request.series ?? 1;
  const number = request.number ?? nextFreeNumber(context, kind, series);
  const issuedAt = request.issuedAt ?? context.now;
  const items = request.items.map(
    ({ description, code, quantity, unitPrice }): FiscalItem => ({
      description,
      ...(code === undefined ? {} : { code }),
      quantity,
      unitPrice,
      amount: exactAmount(quantity, unitPrice),
    }),
  );
  const { receiver, reference } = request;
  const accessKey = accessKeyFor(kind, series, number, issuedAt, context);
  const document: FiscalDocument = {
    family: "brazil",
    kind,
    id: request.id ?? accessKey,
    operationId: context.operationId,
    status: "processing",
    series,
    number,
    accessKey,
    issuedAt,
    amount: items.reduce((sum, item) => sum + item.amount, 0),
    items,
    ...(receiver === undefined ? {} : { receiver }),
    ...(reference === undefined ? {} : { reference }),
    corrections: [],
  };

  context.emit({
    type: "progress",
    stage: "validating",
    message: `Validating the ${rules.title}.`,
    progress: 0.25,
  });
  context.emit({ type: "progress", stage: "signing", message: `Signing the ${rules.title}.`, progress: 0.5 });
  context.emit({
    type: "progress",
    stage: "transmitting",
    message: "Transmitting to the authority.",
    progress: 0.75,
  });
  context.emit({
    type: "progress",
    stage: "authorizing",
    message: "Waiting for the authority.",
    progress: 0.9,
  });

  const rejection = findRejection(request, document, context);
  if (rejection !== undefined) return settle(document, rejection, context);
  if (isMagicProcessing(getTexts(request))) {
    context.put("invoice", document.id, document);
    context.schedule(context.now + PROCESSING_MS, AUTHORIZE_TASK, "invoice", document.id);
    return document;
  }
  return settle(document, undefined, context);
}

/** Ends the processing of a stored document: the handler of `AUTHORIZE_TASK`. */
export function authorizeDue(kind: string, id: string, context: SimulationContext): void {
  const document = context.get<FiscalDocument>(kind, id);
  if (document?.status === "processing") settle(document, undefined, context);
}

function settle(
  document: FiscalDocument,
  rejection: { code: string; message: string } | undefined,
  context: SimulationContext,
): FiscalDocument {
  const at = context.now;
  const settled: FiscalDocument =
    rejection === undefined
      ? {
          ...document,
          status: "authorized",
          verdict: {
            ...fiscalRules[document.kind].authorized,
            at,
            protocol: generateAuthorizationProtocol(context.random, {
              state: getState(context.merchant),
              at,
            }),
            digest: generateDigestValue(context.random),
          },
        }
      : { ...document, status: "rejected", verdict: { ...rejection, at } };
  context.put("invoice", settled.id, settled);
  if (rejection === undefined) context.put("invoice_number", numberKey(settled), { id: settled.id });
  notifyDocument(settled, context);
  return settled;
}

function findRejection(
  request: IssueRequest,
  document: FiscalDocument,
  context: SimulationContext,
): { code: string; message: string } | undefined {
  const magic = magicRejection(getTexts(request));
  if (magic !== undefined) return detailed(magic, document);
  if (document.items.length === 0) return sefazRejection("225");
  if (document.issuedAt > context.now + 5 * MINUTE_MS) return sefazRejection("703");
  if (document.issuedAt < context.now - 30 * DAY_MS) return sefazRejection("228");
  const receiver = findReceiverRejection(document);
  if (receiver !== undefined) return sefazRejection(receiver);
  for (const [index, item] of request.items.entries()) {
    if (item.statedAmount !== undefined && item.statedAmount !== document.items[index]?.amount) {
      const { code, message } = sefazRejection("629");
      return { code, message: `${message} [nItem:${index + 1}]` };
    }
  }
  if (request.statedAmount !== undefined && request.statedAmount !== document.amount)
    return sefazRejection("610");
  if (context.get("invoice_number", numberKey(document)) !== undefined) return detailed("539", document);
  return undefined;
}

function findReceiverRejection({ kind, receiver }: FiscalDocument): string | undefined {
  const taxpayer = receiver?.document;
  if (taxpayer === undefined) return kind === "nfe" ? "225" : undefined;
  if (taxpayer.length === 11) return isValidCpf(taxpayer) ? undefined : "237";
  return isValidCnpj(taxpayer) ? undefined : "208";
}

/** A duplicate's message names the key that is already there. */
function detailed(code: string, document: FiscalDocument): { code: string; message: string } {
  const { message } = sefazRejection(code);
  if (code === "539") return { code, message: `${message} [chNFe:${document.accessKey}]` };
  return { code, message };
}

/** Where a caller may ask for an outcome. A service's description is that of all its items, joined. */
function getTexts({ items, receiver }: IssueRequest): (string | undefined)[] {
  return [...items.flatMap((item) => [item.code, ...item.description.split("; ")]), receiver?.name];
}

function nextFreeNumber(context: SimulationContext, kind: FiscalKind, series: number): number {
  for (;;) {
    const number = context.nextNumber(`${kind}-${series}`);
    // a caller may have taken it with a number of its own
    if (context.get("invoice_number", numberKey({ kind, series, number })) === undefined) return number;
  }
}

function numberKey({ kind, series, number }: Pick<FiscalDocument, "kind" | "series" | "number">): string {
  return `${kind}-${series}-${number}`;
}

function accessKeyFor(
  kind: FiscalKind,
  series: number,
  number: number,
  issuedAt: number,
  { merchant, random }: SimulationContext,
): string {
  const { model } = fiscalRules[kind];
  if (model === undefined) {
    return generateNfseAccessKey(random, {
      city: merchant.cityCode,
      provider: merchant.cnpj,
      number,
      issuedAt,
    });
  }
  return generateDfeAccessKey(random, {
    state: getState(merchant),
    issuedAt,
    issuer: merchant.cnpj,
    model,
    series,
    number,
  });
}

export function getState({ state }: Merchant): BrazilState {
  if (isBrazilState(state)) return state;
  throw new RangeError(`The merchant's state ${state} is not Brazilian.`);
}
