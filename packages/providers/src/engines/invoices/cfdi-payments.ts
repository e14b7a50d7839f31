import { formatMajorUnits, parseAmount } from "@codespar/formats";
import { type CallContext, Refusal } from "../../simulation/provider-definition.ts";
import type { CfdiDocument, CfdiPaidDocument, CfdiPayment } from "./cfdi-document.ts";

/** An amount as a provider's request writes it, in pesos. */
export type WrittenAmount = number | string | undefined;

/** One payment as a request writes it. Amounts in pesos. */
export interface WrittenPayment {
  form: string | undefined;
  date: string | undefined;
  currency: string | undefined;
  /** @default what the documents add up to */
  amount?: WrittenAmount;
  documents: readonly WrittenPaidDocument[];
}

export interface WrittenPaidDocument {
  uuid: string | undefined;
  series?: string | undefined;
  folio?: string | undefined;
  installment: number | undefined;
  previousBalance: WrittenAmount;
  amount: WrittenAmount;
  /** @default the difference, which is the only right one */
  remaining?: WrittenAmount;
  taxObject: string | undefined;
  taxes: readonly { base: number; rate: number; isExempt: boolean }[];
}

/**
 * The payments of a complement (Pagos 2.0), to the centavo, or why there can be none. What the account knows of the paid CFDI has to
 * agree: its instalments are counted and its balance is what earlier complements have left of it.
 */
export function readPayments(
  written: readonly WrittenPayment[],
  receiverRfc: string,
  context: CallContext,
): CfdiPayment[] | Refusal {
  if (written.length === 0)
    return refuse("400", "A CFDI of type P says at least one payment in its complement.");
  const ledger = new PaymentLedger(context.list<CfdiDocument>("invoice"), receiverRfc);
  const payments: CfdiPayment[] = [];
  for (const payment of written) {
    const read = readPayment(payment, ledger);
    if (read instanceof Refusal) return read;
    payments.push(read);
  }
  return payments;
}

function readPayment(written: WrittenPayment, ledger: PaymentLedger): CfdiPayment | Refusal {
  const { form, date, currency = "MXN" } = written;
  if (form === undefined || !/^\d{2}$/.test(form))
    return refuse("400", "A payment says its form, such as 03.");
  if (form === "99") return refuse("CRP20212", "FormaDePagoP cannot be 99: say how it was paid.");
  if (currency !== "MXN")
    return refuse(
      "400",
      `Payments in ${currency} are not simulated. Take MXN, or the provider's own test environment.`,
    );
  if (written.documents.length === 0) return refuse("400", "A payment names the CFDI that it pays.");
  const documents: CfdiPaidDocument[] = [];
  for (const document of written.documents) {
    const read = readPaidDocument(document, ledger);
    if (read instanceof Refusal) return read;
    documents.push(read);
  }
  const paid = documents.reduce((sum, document) => sum + document.amount, 0);
  const amount = written.amount === undefined ? paid : parse(written.amount);
  if (amount === undefined) return refuse("CRP20219", "Monto has more decimals than MXN, or is no amount.");
  if (amount <= 0) return refuse("CRP20218", "Monto has to be greater than 0.");
  if (paid > amount)
    return refuse(
      "CRP20217",
      `The ImpPagado add up to ${money(paid)}, more than the Monto ${money(amount)}.`,
    );
  return { form, amount, documents, ...(date === undefined ? {} : { date }) };
}

function readPaidDocument(written: WrittenPaidDocument, ledger: PaymentLedger): CfdiPaidDocument | Refusal {
  const { installment, taxes, series, folio } = written;
  const uuid = written.uuid?.toUpperCase();
  if (uuid === undefined || !/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(uuid))
    return refuse("400", "A paid document is named by its UUID.");
  const previousBalance = parse(written.previousBalance);
  if (previousBalance === undefined)
    return refuse("CRP20240", "ImpSaldoAnt has more decimals than MXN, or is no amount.");
  if (previousBalance <= 0) return refuse("CRP20239", "ImpSaldoAnt has to be greater than 0.");
  const amount = parse(written.amount);
  if (amount === undefined)
    return refuse("CRP20242", "ImpPagado has more decimals than MXN, or is no amount.");
  if (amount <= 0) return refuse("CRP20241", "ImpPagado has to be greater than 0.");
  const rest = previousBalance - amount;
  const remaining = written.remaining === undefined ? rest : parse(written.remaining);
  if (remaining === undefined)
    return refuse("CRP20243", "ImpSaldoInsoluto has more decimals than MXN, or is no amount.");
  if (rest < 0 || remaining !== rest)
    return refuse(
      "CRP20244",
      `ImpSaldoInsoluto has to be 0 or more, and ImpSaldoAnt less ImpPagado: ${money(previousBalance)} - ${money(amount)}.`,
    );
  if (installment === undefined || !Number.isInteger(installment) || installment < 1)
    return refuse("400", "NumParcialidad is the number of the instalment, from 1.");
  const taxObject = written.taxObject ?? (taxes.length > 0 ? "02" : "01");
  if (taxObject === "02" && taxes.length === 0)
    return refuse("CRP20246", "ObjetoImpDR 02 needs the taxes of the document.");
  if (["01", "03", "04", "05"].includes(taxObject) && taxes.length > 0)
    return refuse("CRP20247", `ObjetoImpDR ${taxObject} has no taxes.`);
  if (taxes.some(({ base }) => !(base > 0))) return refuse("CRP20255", "BaseDR has to be greater than 0.");
  const problem = ledger.pay({ uuid, installment, previousBalance, amount });
  if (problem !== undefined) return refuse("400", problem);
  return {
    uuid,
    installment,
    previousBalance,
    amount,
    remaining,
    taxObject,
    taxes: [...taxes],
    ...(series === undefined ? {} : { series }),
    ...(folio === undefined ? {} : { folio }),
  };
}

/** What the account's CFDI still have open, one instalment after the other. */
class PaymentLedger {
  readonly #invoices = new Map<string, CfdiDocument>();
  readonly #paid = new Map<string, { count: number; amount: number }>();
  readonly #receiverRfc: string;

  constructor(documents: readonly CfdiDocument[], receiverRfc: string) {
    this.#receiverRfc = receiverRfc;
    for (const document of documents) {
      if (document.kind === "I") this.#invoices.set(document.stamp.UUID, document);
      // a complement that is cancelled has paid nothing
      if (document.status === "canceled") continue;
      for (const { uuid, amount } of document.payments?.flatMap((payment) => payment.documents) ?? [])
        this.#add(uuid, amount);
    }
  }

  /** Counts an instalment; the problem where it contradicts what the account knows. What it does not know may be another's. */
  pay({
    uuid,
    installment,
    previousBalance,
    amount,
  }: Pick<CfdiPaidDocument, "amount" | "installment" | "previousBalance" | "uuid">): string | undefined {
    const invoice = this.#invoices.get(uuid);
    if (invoice === undefined) return undefined;
    if (invoice.status === "canceled") return `CFDI ${uuid} is cancelled: nothing can be paid of it.`;
    if (invoice.payment?.method !== "PPD")
      return `CFDI ${uuid} says PUE, paid at once: only one with PPD takes a payment complement.`;
    if (invoice.receiver.rfc !== this.#receiverRfc)
      return `CFDI ${uuid} was issued to ${invoice.receiver.rfc}, and the complement is for ${this.#receiverRfc}.`;
    const { count, amount: paid } = this.#paid.get(uuid) ?? { count: 0, amount: 0 };
    const balance = invoice.total - paid;
    if (previousBalance !== balance)
      return `CFDI ${uuid} has ${money(balance)} open, and not ${money(previousBalance)}: say that as its balance.`;
    if (installment !== count + 1)
      return `The next instalment of CFDI ${uuid} is ${count + 1}, and not ${installment}.`;
    this.#add(uuid, amount);
    return undefined;
  }

  #add(uuid: string, amount: number): void {
    const { count, amount: paid } = this.#paid.get(uuid) ?? { count: 0, amount: 0 };
    this.#paid.set(uuid, { count: count + 1, amount: paid + amount });
  }
}

function parse(amount: WrittenAmount): number | undefined {
  return amount === undefined ? undefined : parseAmount(amount, "MXN");
}

function money(amount: number): string {
  return formatMajorUnits(amount, "MXN");
}

/** Codes: SAT, matrix of errors of the complement for payments 2.0 (MatrizDeErrores_CRP_V20). */
function refuse(code: string, message: string): Refusal {
  return new Refusal("invalid_request", code === "400" ? message : `${code} - ${message}`, code);
}
