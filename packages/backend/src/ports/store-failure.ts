export interface StoreFailureOptions {
  isTemporary: boolean;
  /** @default false */
  hadNoEffect?: boolean | undefined;
  cause?: unknown;
}

/**
 * What a store rejects with when what it stores in cannot be used: a database that is not reached, a disk that is full. The
 * message is for who runs the backend and has no secret; callers are told to come again.
 */
export class StoreFailure extends Error {
  override readonly name: string = "StoreFailure";
  /** Whether the same may work later. */
  readonly isTemporary: boolean;
  /** Whether it is certain that nothing was written. */
  readonly hadNoEffect: boolean;

  constructor(message: string, { isTemporary, hadNoEffect = false, cause }: StoreFailureOptions) {
    super(message, { cause });
    this.isTemporary = isTemporary;
    this.hadNoEffect = hadNoEffect;
  }
}

/** What a store with a bound rejects with when there is no room for another call. Its message is for callers as well. */
export class StoreFull extends StoreFailure {
  override readonly name = "StoreFull";

  constructor(message: string) {
    super(message, { isTemporary: false, hadNoEffect: true });
  }
}
