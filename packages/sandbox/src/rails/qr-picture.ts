/**
 * One white pixel as base64 PNG, where a provider answers a picture of its QR code: drawing a real one would cost
 * more than the rest of the call. The text beside it is the real code, and `sandbox.payments.qrCode` draws it.
 */
export const QR_PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
