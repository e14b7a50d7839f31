import type { JsonObject } from "@codespar/contract";
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
import type {
  FiscalDocument,
  FiscalIssuer,
  FiscalItem,
  FiscalKind,
  FiscalReceiver,
} from "./fiscal-document.ts";
import { fiscalRules } from "./fiscal-rules.ts";
import { findGoodsRejection, type GoodsCheck } from "./goods-rules.ts";
import { isMagicProcessing, magicRejection } from "./magic-rejection.ts";
import { notifyDocument } from "./notify-document.ts";
import { sefazRejection } from "./sefaz-rejections.ts";

/** The `due` task that ends a document's processing. */
export const AUTHORIZE_TASK = "authorize";

/** How long a document asked for with `sandbox:processing` waits for the authority. */
export const PROCESSING_MS = 60_000;

/** How long the authority takes where the provider only hands the document in. */
export const AUTHORITY_MS = 3000;

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
    /** What SEFAZ checks of goods (models 55 and 65). */
    goods?: GoodsCheck | undefined;
  }[];
  receiver?: FiscalReceiver | undefined;
  /** @default the account's merchant */
  issuer?: FiscalIssuer | undefined;
  /** Whether the document says that it goes to another state (idDest 2). */
  isInterstate?: boolean | undefined;
  /** Whether it asks to be issued in earnest, which a sandbox refuses. */
  isLive?: boolean | undefined;
  /** Whether the provider responds before the authority has responded, so that its verdict comes later. @default false */
  isAsynchronous?: boolean | undefined;
  /** Centavos, as the caller says; checked against the items. */
  statedAmount?: number | undefined;
  reference?: string | undefined;
  /** @default 1 */
  series?: number | undefined;
  /** @default the account's next number of this model and series */
  number?: number | undefined;
  /** Epoch milliseconds. @default now */
  issuedAt?: number | undefined;
  /** The key that the issuer has written, where the issuer writes it. @default drawn by the account's issuer */
  accessKey?: string | undefined;
  /** The whole document in the names of its XML, where the provider speaks them. */
  layout?: JsonObject | undefined;
}

/**
 * Issues a document: numbers it, gives it its access key, and has it authorised or rejected at once,
 * or after a minute of the clock when `sandbox:processing` asks for that.
 */
export function issueDocument(request: IssueRequest, context: CallContext): FiscalDocument {
  const { kind } = request;
  const rules = fiscalRules[kind];
  const series = request.series ?? 1;
  const number = request.number ?? nextFreeNumber(context, kind, series, request.issuer);
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
  const { receiver, reference, issuer, layout } = request;
  // a document of nobody has a key all the same, under which its rejection is kept
  const issuedBy = hasWrongIssuer(request) ? undefined : issuer;
  const accessKey =
    request.accessKey ?? accessKeyFor({ kind, series, number, issuedAt, issuer: issuedBy }, context);
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
    ...(issuer === undefined ? {} : { issuer }),
    ...(reference === undefined ? {} : { reference }),
    ...(layout === undefined ? {} : { layout }),
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
  if (rejection === undefined) context.put("invoice_number", numberKey(document), { id: document.id });
  const isSlow = rejection === undefined && isMagicProcessing(getTexts(request));
  if (!isSlow && request.isAsynchronous !== true) return settle(document, rejection, context);
  const waiting: FiscalDocument = rejection === undefined ? document : { ...document, pending: rejection };
  context.put("invoice", waiting.id, waiting);
  const waitMs = isSlow ? PROCESSING_MS : AUTHORITY_MS;
  context.schedule(context.now + waitMs, AUTHORIZE_TASK, "invoice", waiting.id);
  return waiting;
}

/** Ends the processing of a stored document: the handler of `AUTHORIZE_TASK`. */
export function authorizeDue(kind: string, id: string, context: SimulationContext): void {
  const document = context.get<FiscalDocument>(kind, id);
  if (document?.status !== "processing") return;
  const { pending, ...rest } = document;
  settle(rest, pending, context);
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
  // what is rejected never takes the place of a document that was accepted under the same id
  const earlier = context.get<FiscalDocument>("invoice", settled.id);
  const isOther = earlier !== undefined && earlier.operationId !== settled.operationId;
  if (settled.status === "rejected" && isOther && earlier.status !== "rejected") return settled;
  context.put("invoice", settled.id, settled);
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
  if (request.isLive === true) return sefazRejection("252");
  if (hasWrongIssuer(request)) return sefazRejection("207");
  if (document.items.length === 0) return sefazRejection("225");
  if (document.issuedAt > context.now + 5 * MINUTE_MS) return sefazRejection("703");
  if (document.issuedAt < context.now - 30 * DAY_MS) return sefazRejection("228");
  const receiver = findReceiverRejection(document);
  if (receiver !== undefined) return sefazRejection(receiver);
  const goods = findGoodsRejection(request);
  if (goods !== undefined) return goods;
  for (const [index, item] of request.items.entries()) {
    if (item.statedAmount !== undefined && item.statedAmount !== document.items[index]?.amount) {
      const { code, message } = sefazRejection("629");
      return { code, message: `${message} [nItem:${index + 1}]` };
    }
  }
  if (request.statedAmount !== undefined && request.statedAmount !== document.amount)
    return sefazRejection("610");
  const taken = context.get<{ id: string }>("invoice_number", numberKey(document));
  const there = taken && context.get<FiscalDocument>("invoice", taken.id);
  if (there === undefined) return undefined;
  return there.accessKey === document.accessKey ? sefazRejection("204") : detailed("539", there);
}

function hasWrongIssuer({ issuer }: Pick<IssueRequest, "issuer">): boolean {
  return issuer !== undefined && !isValidCnpj(issuer.cnpj) && !isValidCpf(issuer.cnpj);
}

function findReceiverRejection({ kind, receiver }: FiscalDocument): string | undefined {
  const taxpayer = receiver?.document;
  if (taxpayer === undefined) return kind === "nfe" ? "719" : undefined;
  if (taxpayer.length === 11 && !isValidCpf(taxpayer)) return "237";
  if (taxpayer.length !== 11 && !isValidCnpj(taxpayer)) return "208";
  if (kind !== "nfe") return undefined;
  if (receiver?.name === undefined) return "724";
  return receiver.hasAddress === true ? undefined : "726";
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

function nextFreeNumber(
  context: SimulationContext,
  kind: FiscalKind,
  series: number,
  issuer: FiscalIssuer | undefined,
): number {
  for (;;) {
    const number = context.nextNumber(seriesKey({ kind, series, issuer }));
    // a caller may have taken it with a number of its own
    if (context.get("invoice_number", numberKey({ kind, series, number, issuer })) === undefined)
      return number;
  }
}

type Numbered = Pick<FiscalDocument, "issuer" | "kind" | "number" | "series">;

/** Each issuer counts its own documents; an account may issue for several. */
function seriesKey({ kind, series, issuer }: Omit<Numbered, "number">): string {
  return issuer === undefined ? `${kind}-${series}` : `${kind}-${series}-${issuer.cnpj}`;
}

function numberKey({ number, ...series }: Numbered): string {
  return `${seriesKey(series)}-${number}`;
}

function accessKeyFor(
  {
    kind,
    series,
    number,
    issuedAt,
    issuer,
  }: Pick<FiscalDocument, "issuedAt" | "issuer" | "kind" | "number" | "series">,
  { merchant, random }: SimulationContext,
): string {
  const { model } = fiscalRules[kind];
  const cnpj = issuer?.cnpj ?? merchant.cnpj;
  if (model === undefined) {
    const city = issuer?.cityCode ?? merchant.cityCode;
    return generateNfseAccessKey(random, { city, provider: cnpj, number, issuedAt });
  }
  const state = getState({ state: issuer?.state ?? merchant.state });
  return generateDfeAccessKey(random, { state, issuedAt, issuer: cnpj, model, series, number });
}

export function getState({ state }: Pick<Merchant, "state">): BrazilState {
  if (isBrazilState(state)) return state;
  throw new RangeError(`The merchant's state ${state} is not Brazilian.`);
}
