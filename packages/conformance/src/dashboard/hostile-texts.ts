export interface HostileText {
  name: string;
  text: string;
  /** A piece of its beginning, by which one finds it in a page. */
  mark: string;
}

/** What a provider, a customer or an agent could write to have a page do something, or fall to pieces. */
export const hostileTexts: readonly HostileText[] = [
  {
    name: "markup",
    text: `</script><img src=x onerror="document.title='hacked'"><b>${"A".repeat(40)}`,
    mark: "</script><img src=x",
  },
  {
    name: "right to left, with overrides",
    text: "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u2066abc \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    mark: "\u05e9\u05dc\u05d5\u05dd",
  },
  { name: "10,000 characters without a space", text: "W".repeat(10_000), mark: "WWWWWWWWWW" },
  {
    name: "emoji that are joined",
    text: "\u{1F469}\u{1F3FD}\u200D\u{1F4BB}\u{1F1E7}\u{1F1F7}".repeat(40),
    mark: "\u{1F469}\u{1F3FD}\u200D\u{1F4BB}",
  },
];

/** As much of a text as a field takes, with no character cut in two. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
