/** The form of an idempotency key: 1 to 255 visible ASCII characters, since it travels as a header. */
export const idempotencyKeyForm = /^[\x21-\x7e]{1,255}$/;

/** Whether a text has the form of an idempotency key. */
export function isIdempotencyKey(text: string): boolean {
  return idempotencyKeyForm.test(text);
}
