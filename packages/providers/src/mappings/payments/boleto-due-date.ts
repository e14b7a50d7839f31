import { boletoDueDate, calendarDateAt, parseBoleto, SAO_PAULO } from "@codespar/formats";

/**
 * Due date of a boleto, `YYYY-MM-DD`, for providers that only say until when it can be paid: that is a bank day, and may
 * lie behind the date that the barcode has. Empty when neither has one.
 */
export function readBoletoDueDate(barcode: string, payableUntil: number | undefined): string {
  const lastDay = payableUntil === undefined ? undefined : calendarDateAt(payableUntil, SAO_PAULO);
  const boleto = parseBoleto(barcode);
  const dueDate = boleto && lastDay && boletoDueDate(boleto, lastDay);
  return dueDate ?? lastDay ?? "";
}
