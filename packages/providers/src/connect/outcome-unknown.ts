/** The request may have been processed: only `find` can tell. Carries nothing of headers or bodies. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";

  constructor(provider: string, tool: string, what: string) {
    super(`${provider} may have processed ${tool}: ${what}.`);
  }
}
