/** The 44 digits of the barcode behind a digitable line of 47 (BCB Carta-Circular 2.926/2000). */
export function boletoBarcodeOf(line: string): string {
  const digits = line.replace(/\D/g, "");
  const free = digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31);
  return digits.slice(0, 4) + digits.slice(32) + free;
}
