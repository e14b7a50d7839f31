/** An address in a result, and where it stood. */
export interface FoundAddress {
  url: string;
  /** Such as `pix.qr_code_url`. */
  path: string;
}

/** Every http(s) address in a JSON value: texts that are one, and those inside longer texts. */
export function collectAddresses(value: unknown, path = ""): FoundAddress[] {
  if (typeof value === "string") {
    return (value.match(/https?:\/\/[^\s"'<>\\]+/g) ?? []).map((url) => ({ url, path }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    collectAddresses(member, path === "" ? name : `${path}.${name}`),
  );
}

/** Every picture that stands in a JSON value as base64 of a PNG. */
export function collectPictures(value: unknown): Uint8Array[] {
  if (typeof value === "string") {
    const [, base64] = /^(?:data:image\/png;base64,)?(iVBORw0KGgo[A-Za-z0-9+/=]+)$/.exec(value) ?? [];
    return base64 === undefined
      ? []
      : [Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(collectPictures);
}
