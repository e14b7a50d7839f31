/** Gives error classes their names as text: their own are changed by minifiers, and by bundlers when a class names itself. */
export function nameErrors(classes: Readonly<Record<string, { prototype: Error }>>): void {
  for (const [name, { prototype }] of Object.entries(classes)) prototype.name = name;
}
