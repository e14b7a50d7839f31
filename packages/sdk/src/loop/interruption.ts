/**
 * Carries what ends a run of the loop without failing a step: the journal could not be written, or the engine suspends.
 * Nothing is undone then; the loop is there to be picked up.
 */
export class Interruption extends Error {
  constructor(cause: unknown) {
    super(undefined, { cause });
  }
}
