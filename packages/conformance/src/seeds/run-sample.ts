import { stripTypeScriptTypes } from "node:module";

/**
 * Runs a TypeScript sample of the documentation as it is printed: its types stripped, and the names that the page
 * leaves undefined given. Returns the values of the sample's own names in `read`.
 */
export async function runSample(
  sample: string,
  given: Readonly<Record<string, unknown>>,
  read: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const script = `return (async () => {\n${stripTypeScriptTypes(sample)}\nreturn { ${read.join(", ")} };\n})();`;
  // the sample is this repository's own text
  const sampleFunction = new Function(...Object.keys(given), script);
  return sampleFunction(...Object.values(given));
}
