import { encodePng } from "./encode-png.ts";

/** Pixels on a side of one module. */
const scale = 4;
/** Modules of white around the code that a reader needs (ISO/IEC 18004). */
const quietZone = 4;

/** The QR code of a text as a PNG, its encoder loaded when it is first asked for. Takes milliseconds. */
export async function drawQr(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { encode } = await import("uqr");
  const { data, size } = encode(text, { border: quietZone });
  return encodePng({
    width: size * scale,
    height: size * scale,
    isBlack: (x, y) => data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true,
  });
}
