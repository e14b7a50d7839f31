/**
 * TypeScript before 5.7 knows no type argument of `Uint8Array`. What `from` returns is the array over memory of its own, in the
 * words of whichever compiler reads it.
 */
export function toOlderCompilers(declaration: string): string {
  return declaration
    .replaceAll(/\bUint8Array<ArrayBufferLike>/g, "Uint8Array")
    .replaceAll(/\bUint8Array<ArrayBuffer>/g, "ReturnType<typeof Uint8Array.from>");
}

/** The declaration as CommonJS would have it: its own files by their CommonJS names. */
export function toCommonJs(declaration: string): string {
  return declaration
    .replaceAll(/((?:from|import\()\s*"\.{1,2}\/[^"]*)\.(?:ts|js)"/g, '$1.cts"')
    .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
}
