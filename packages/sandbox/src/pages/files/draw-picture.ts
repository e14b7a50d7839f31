import { encodePng } from "@codespar/sandbox-core";
import { encodeBars } from "../pdf/encode-bars.ts";
import { encodeQr, type Modules } from "../pdf/encode-modules.ts";

/** Pixels on a side of one module. */
const scale = 6;
/** Modules of white that readers need: four around a QR code, ten beside bars. */
const quietZone = { qr: 4, bars: 10 };

/** The QR code of a text as a PNG. */
export async function drawQrPng(text: string): Promise<Uint8Array> {
  return toPng(framed(await encodeQr(text), quietZone.qr));
}

/** The QR code of a text as a vector picture, one unit a module. */
export async function drawQrSvg(text: string): Promise<string> {
  const rows = framed(await encodeQr(text), quietZone.qr);
  let path = "";
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`;
    }
  }
  const size = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * scale}" height="${size * scale}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** Code 128 of digits as a PNG. */
export async function drawBarsPng(text: string): Promise<Uint8Array> {
  const widths = await encodeBars("code128", text);
  const row = widths.flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0));
  const white = Array.from({ length: quietZone.bars }, () => false);
  return toPng(Array.from({ length: 40 }, () => [...white, ...row, ...white]));
}

function framed(rows: Modules, quiet: number): Modules {
  const white = Array.from({ length: quiet }, () => false);
  const empty = Array.from({ length: rows.length + 2 * quiet }, () => false);
  const margin = Array.from({ length: quiet }, () => empty);
  return [...margin, ...rows.map((row) => [...white, ...row, ...white]), ...margin];
}

function toPng(rows: Modules): Promise<Uint8Array> {
  return encodePng({
    width: (rows[0]?.length ?? 0) * scale,
    height: rows.length * scale,
    isBlack: (x, y) => rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true,
  });
}
