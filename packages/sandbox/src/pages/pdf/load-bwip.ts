type Bwip = typeof import("@bwip-js/generic");

/** The bar code encoder, loaded when the first code is drawn. */
export async function loadBwip(): Promise<Pick<Bwip, "raw">> {
  // its types leave out the default export, which alone has `raw` as they describe it; the named one is a symbology
  const { default: bwip } = (await import("@bwip-js/generic")) as unknown as { default: Bwip };
  return bwip;
}
