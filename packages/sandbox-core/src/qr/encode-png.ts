/** Width, height and, row by row, whether a pixel is black. */
export interface Bitmap {
  width: number;
  height: number;
  isBlack(x: number, y: number): boolean;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A picture in black and white as PNG (ISO/IEC 15948): one bit a pixel, compressed by the platform. */
export async function encodePng(bitmap: Bitmap): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = bitmap;
  const header = [...uint32(width), ...uint32(height), 1, 0, 0, 0, 0]; // one bit of grey
  return Uint8Array.from([
    ...signature,
    ...chunk("IHDR", header),
    ...chunk("IDAT", await deflate(getRows(bitmap))),
    ...chunk("IEND", []),
  ]);
}

/** Each row begins with its filter, which is none. */
function getRows({ width, height, isBlack }: Bitmap): Uint8Array<ArrayBuffer> {
  const stride = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isBlack(x, y)) continue;
      const at = y * stride + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rows;
}

/** A zlib stream (RFC 1950). */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return [...new Uint8Array(await new Response(stream).arrayBuffer())];
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...new TextEncoder().encode(type), ...data];
  return [...uint32(data.length), ...named, ...uint32(crc32(named))];
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
