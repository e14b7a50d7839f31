import type { Issue } from "../wire/errors.ts";

/** Issues that a message names; the others are counted. */
const mostNamed = 5;

/** What is wrong, in one sentence for each issue. */
export function summariseIssues(issues: readonly Issue[]): string {
  const named = issues
    .slice(0, mostNamed)
    .map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  const more = issues.length - named.length;
  return more > 0 ? `${named.join(" ")} And ${more} more.` : named.join(" ");
}
