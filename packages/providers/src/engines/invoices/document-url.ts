/** Where the sandbox pretends to keep a document's print or XML; `key` is its access key or UUID. */
export function documentUrl(
  server: string,
  kind: string,
  key: string,
  format: "pdf" | "xml" | "txt",
): string {
  return `https://files.sandbox.codespar.dev/${server}/${kind}/${key}.${format}`;
}
