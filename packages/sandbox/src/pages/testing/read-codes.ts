import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

export interface ReadCode {
  /** `Code128`, `ITF`, `QRCode`, `DataMatrix` … */
  format: string;
  text: string;
}

let ready: Promise<unknown> | undefined;

/** Scans a grey picture with zxing-cpp, which shares nothing with what drew it. */
export async function readCodes({
  grey,
  width,
  height,
}: {
  grey: Uint8Array;
  width: number;
  height: number;
}): Promise<ReadCode[]> {
  // from the package: by itself it would ask a CDN
  ready ??= readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"))).then((wasm) =>
    prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
      fireImmediately: true,
    }),
  );
  await ready;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    rgba.fill(grey[index] ?? 0, index * 4, index * 4 + 3);
    rgba[index * 4 + 3] = 255;
  }
  const found = await readBarcodes({ data: rgba, width, height, colorSpace: "srgb" }, { tryHarder: true });
  return found.filter(({ isValid }) => isValid).map(({ format, text }) => ({ format, text }));
}
