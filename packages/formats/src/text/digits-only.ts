/** The digits of a text, such as a postal code or a document without its mask. */
export function digitsOnly(text: string): string {
  return text.replace(/\D/g, "");
}
