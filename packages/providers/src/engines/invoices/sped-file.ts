import type { JsonObject } from "@codespar/contract";
import {
  formatMajorUnits,
  formatOffsetTimestamp,
  generateUuid,
  randomUpperHex,
  SAO_PAULO,
  toMajorUnits,
} from "@codespar/formats";
import type { Merchant } from "../../simulation/merchant.ts";
import { type CallContext, Refusal } from "../../simulation/provider-definition.ts";
import type { FiscalDocument } from "./fiscal-document.ts";
import { fiscalRules } from "./fiscal-rules.ts";

/** A monthly bookkeeping file (SPED, EFD ICMS/IPI) as the sandbox keeps it, under the kind `invoice`. */
export interface SpedFile {
  family: "sped";
  id: string;
  operationId: string;
  /** `YYYY-MM`. */
  period: string;
  /** 0 the first file of the period, 1 one that replaces it. */
  purpose: 0 | 1;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Centavos that the period's valid documents add up to. */
  amount: number;
  documents: number;
  /** Number of the transmission's receipt. */
  receipt: string;
  lines: string[];
}

/** Writes the file of a period from the account's NF-e and NFC-e at this server. */
export function createSpedFile(period: string, context: CallContext): SpedFile | Refusal {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) {
    return new Refusal("invalid_period", `Period ${period} is not a month. Send YYYY-MM.`, "400");
  }
  if (period > formatOffsetTimestamp(context.now, SAO_PAULO).slice(0, 7)) {
    return new Refusal("invalid_period", `Period ${period} has not begun. Send a month up to now.`, "400");
  }
  const stored = context.list<FiscalDocument | SpedFile>("invoice");
  const documents = stored.filter((entry): entry is FiscalDocument => isBookable(entry, period));
  const purpose = stored.some((entry) => entry.family === "sped" && entry.period === period) ? 1 : 0;
  const id = generateUuid(context.random);
  const file: SpedFile = {
    family: "sped",
    id,
    operationId: context.operationId,
    period,
    purpose,
    createdAt: context.now,
    amount: documents.reduce((sum, { status, amount }) => (status === "cancelled" ? sum : sum + amount), 0),
    documents: documents.length,
    receipt: randomUpperHex(context.random, 40),
    lines: writeSpedLines({ period, purpose, documents, merchant: context.merchant }),
  };
  context.put("invoice", id, file);
  context.notify(context.operationId, "invoice.authorized", {
    invoice_id: id,
    type: "sped",
    status: "authorized",
    protocol: file.receipt,
    amount: file.amount,
  });
  return file;
}

/** The file of this id, or a refusal in the words of a missing page. */
export function findSpedFile(id: string | undefined, context: CallContext): SpedFile | Refusal {
  const file = id === undefined ? undefined : context.get<SpedFile>("invoice", id);
  if (file?.family === "sped") return file;
  return new Refusal("not_found", `No SPED file ${id ?? "without id"} in this account.`, "404");
}

export function describeSpedFile(file: SpedFile, { pageUrl }: Pick<CallContext, "pageUrl">): JsonObject {
  return {
    id: file.id,
    tipo: "EFD ICMS/IPI",
    periodo: file.period,
    finalidade: file.purpose === 0 ? "original" : "retificadora",
    ambiente: "homologacao",
    status: "transmitido",
    recibo: file.receipt,
    gerado_em: formatOffsetTimestamp(file.createdAt, SAO_PAULO),
    quantidade_linhas: file.lines.length,
    quantidade_documentos: file.documents,
    valor_total: toMajorUnits(file.amount, "BRL"),
    arquivo_url: pageUrl("invoice", file.id, `sped-${file.period}.txt`),
  };
}

export interface SpedContents {
  period: string;
  purpose: 0 | 1;
  documents: readonly FiscalDocument[];
  merchant: Merchant;
}

/**
 * The lines of an EFD ICMS/IPI (Guia Prático, layout 020): openings, participants, sales (C100, C190) and the counts
 * of block 9. Blocks without movement stand there empty, as the layout asks.
 */
export function writeSpedLines(contents: SpedContents): string[] {
  const blocks = [
    block("0", openingLines(contents)),
    block("B", []),
    block("C", contents.documents.flatMap(saleLines)),
    ...["D", "E", "G", "H", "K", "1"].map((name) => block(name, [])),
  ];
  const lines = blocks.flat();
  return [...lines, ...closingLines(lines)];
}

/** A block with its opening (is there movement: 0 yes, 1 no) and its closing with the count of all its lines. */
function block(name: string, body: string[]): string[] {
  // 0000 stands before the block's opening
  const [head, rest] = name === "0" ? [body.slice(0, 1), body.slice(1)] : [[], body];
  const opening = line(`${name}001`, body.length > 0 ? 0 : 1);
  return [...head, opening, ...rest, line(`${name}990`, body.length + 2)];
}

function openingLines({ period, purpose, documents, merchant }: SpedContents): string[] {
  const [year = "", month = ""] = period.split("-");
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const { name, tradeName, cnpj, state, cityCode, postalCode, phone, email } = merchant;
  // only whom a sale names: the validator refuses a participant that no record refers to
  const named = documents.filter(({ kind, status }) => kind === "nfe" && status !== "cancelled");
  const receivers = new Map(named.map(({ receiver }) => [receiver?.document, receiver]));
  receivers.delete(undefined);
  return [
    line(
      "0000",
      "020",
      purpose,
      `01${month}${year}`,
      `${lastDay}${month}${year}`,
      name,
      cnpj,
      "",
      state,
      "110042490114",
      cityCode,
      "",
      "",
      "A",
      1,
    ),
    line(
      "0005",
      tradeName,
      postalCode,
      "Avenida Paulista",
      "1000",
      "",
      "Bela Vista",
      phone.slice(3),
      "",
      email,
    ),
    ...[...receivers].map(([document = "", receiver]) =>
      line(
        "0150",
        document,
        receiver?.name ?? document,
        "01058",
        document.length === 14 ? document : "",
        document.length === 11 ? document : "",
        "",
        cityCode,
        "",
        "",
        "",
        "",
        "",
      ),
    ),
  ];
}

function saleLines(document: FiscalDocument): string[] {
  const { kind, series, number, accessKey, issuedAt, receiver, status, amount } = document;
  const head = [
    fiscalRules[kind].model ?? "",
    status === "cancelled" ? "02" : "00",
    series,
    number,
    accessKey,
  ];
  if (status === "cancelled") return [line("C100", 1, 0, "", ...head, ...Array<string>(20).fill(""))];
  const [year = "", month = "", day = ""] = formatOffsetTimestamp(issuedAt, SAO_PAULO)
    .slice(0, 10)
    .split("-");
  const date = `${day}${month}${year}`;
  const value = decimal(amount);
  const zero = decimal(0);
  // an NFC-e names no participant
  const participant = kind === "nfe" ? (receiver?.document ?? "") : "";
  return [
    line(
      "C100",
      1,
      0,
      participant,
      ...head,
      date,
      date,
      value,
      0,
      zero,
      zero,
      value,
      9,
      ...Array<string>(12).fill(zero),
    ),
    line("C190", "102", "5102", zero, value, ...Array<string>(6).fill(zero), ""),
  ];
}

/** Block 9: how many lines of each record there are, its own included, and of the whole file. */
function closingLines(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of lines) counts.set(readRecord(text), (counts.get(readRecord(text)) ?? 0) + 1);
  counts
    .set("9001", 1)
    .set("9900", counts.size + 3)
    .set("9990", 1)
    .set("9999", 1);
  const records = [...counts].map(([record, count]) => line("9900", record, count));
  const total = lines.length + records.length + 3;
  return [line("9001", 0), ...records, line("9990", records.length + 3), line("9999", total)];
}

function readRecord(text: string): string {
  return text.slice(1, 5);
}

function line(...fields: (string | number)[]): string {
  return `|${fields.join("|")}|`;
}

/** SPED writes a decimal comma. */
function decimal(amount: number): string {
  return formatMajorUnits(amount, "BRL").replace(".", ",");
}

function isBookable(entry: FiscalDocument | SpedFile, period: string): boolean {
  if (entry.family !== "brazil" || (entry.kind !== "nfe" && entry.kind !== "nfce")) return false;
  if (entry.status !== "authorized" && entry.status !== "cancelled") return false;
  return formatOffsetTimestamp(entry.issuedAt, SAO_PAULO).startsWith(period);
}
