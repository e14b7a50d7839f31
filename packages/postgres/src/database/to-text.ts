// PostgreSQL's text has no NUL, and UTF-8 no lone surrogates; JSON escapes both.
const needsEscape = /[\0\\]|\p{Cs}/u;

/** Any text as PostgreSQL can keep it: as it is where that is possible, else with JSON's escapes. */
export function toText(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

/** What `toText` was given: only what it escaped has a backslash. */
export function fromText(text: string): string {
  return text.includes("\\") ? JSON.parse(`"${text}"`) : text;
}
