import type { ArgumentIssue } from "../../ports/argument-issue.ts";

/** What is wrong with an argument, for a person to read and for a provider to say in its own words. */
export interface NativeIssue extends ArgumentIssue {
  message: string;
}
