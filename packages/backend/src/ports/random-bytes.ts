/** Where secrets come from: bytes that nobody can foresee. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;
