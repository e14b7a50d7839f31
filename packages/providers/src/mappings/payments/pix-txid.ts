/**
 * The txid that a BR Code leads to (BCB, "Manual do BR Code"): object 62-05 of a static code, the last part of the
 * charge's URL (26-25) of a dynamic one. Undefined when the text names none.
 */
export function pixTxidOf(brCode: string): string | undefined {
  const url = findObject(findObject(brCode, "26"), "25");
  if (url !== undefined) return url.slice(url.lastIndexOf("/") + 1);
  const txid = findObject(findObject(brCode, "62"), "05");
  return txid === "***" ? undefined : txid;
}

/** Walks id (2 digits), length (2 digits), value. */
function findObject(text: string | undefined, wanted: string): string | undefined {
  if (text === undefined) return undefined;
  for (let index = 0; index + 4 <= text.length; ) {
    const start = index + 4;
    const end = start + Number(text.slice(index + 2, start));
    if (!(end <= text.length)) return undefined;
    if (text.startsWith(wanted, index)) return text.slice(start, end);
    index = end;
  }
  return undefined;
}
