/** Packages that run inside other people's tests and pages, where the built-in classes can be those of another realm. */
export const embeddedPackages: readonly string[] = [
  "packages/backend",
  "packages/claude",
  "packages/contract",
  "packages/formats",
  "packages/node-runtime",
  "packages/openai",
  "packages/providers",
  "packages/sandbox-core",
  "packages/sandbox",
  "packages/sdk",
  "packages/vercel",
];

const builtIn =
  /\binstanceof (?:Error|Date|Uint8Array|Array|ArrayBuffer|Request|Headers|RegExp|URL|AbortSignal|Promise)\b/;

/** Lines that ask for a built-in class: under Jest and in frames an error of Node's or of the page's is none by `instanceof`. */
export function findRealmChecks(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (/\.test\.ts$|\/testing\//.test(path)) continue;
    for (const [index, line] of text.split("\n").entries()) {
      if (builtIn.test(line) && !/^\s*(?:\/\/|\*)/.test(line)) {
        found.push(
          `${path}:${index + 1} asks for a built-in class. Ask for the shape, as isError of the contract does.`,
        );
      }
    }
  }
  return found;
}
