/**
 * One white pixel as base64 PNG, where a provider returns a picture of its QR code. A real one makes every Pix call a
 * quarter slower even with the fastest encoder that we could write (17 µs, and a response of twice the length), and few
 * tests look at it. The text beside it is the real code, and `sandbox.payments.qrCode` draws it; the sandbox server, whose
 * results people do look at, returns the real picture.
 */
export const QR_PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
