import { readFileSync } from "node:fs";

/** The members of an interface of a declaration file that are not optional. */
export function requiredMembers(file: string, name: string): string[] {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const start = new RegExp(`\\binterface ${name}\\b[^{]*\\{`).exec(text);
  if (start === null) throw new Error(`${file} has no interface ${name}.`);
  const members: string[] = [];
  let depth = 1;
  for (const line of text.slice(start.index + start[0].length).split("\n")) {
    const member = depth === 1 ? /^\s*(?:readonly )?(\w+)(\??):/.exec(line) : null;
    if (member !== null && member[2] === "") members.push(member[1] ?? "");
    depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
    if (depth <= 0) return members;
  }
  return members;
}
