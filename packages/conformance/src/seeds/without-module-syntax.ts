/**
 * A sample that is a module, as the body of a function: its imports left out, since what they name is given, and its
 * exports left as plain declarations.
 */
export function withoutModuleSyntax(sample: string): string {
  return sample.replaceAll(/^import .*;$/gm, "").replaceAll(/^export /gm, "");
}
