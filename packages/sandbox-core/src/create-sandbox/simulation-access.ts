import type { RandomSource } from "@codespar/formats";
import type {
  DocumentChange,
  DueWork,
  SimulatedProvider,
  SimulationContext,
} from "@codespar/providers/simulated";

/** How the id begins that stands for an operation of CodeSpar's on what a client of the provider's own made. */
export const originPrefix = "origin_";

/** What an emulator hears of the simulated providers. */
export interface SimulationListener {
  /** A document was written; within the transaction, so that what is put now is kept or lost with it. */
  changed(change: DocumentChange, context: SimulationContext): void;
  /** Work fell due that the provider itself knows nothing of; within its transaction. */
  due(work: DueWork, context: SimulationContext): void;
  /** Sends what waits to be sent; called whenever something may have fallen due. */
  send(): Promise<void>;
}

/** The simulated providers behind a sandbox. */
export interface SimulationAccess {
  random(): RandomSource;
  provider(id: string): SimulatedProvider | undefined;
  /** Runs after everything that is due, and has its consequences come about before it returns. */
  run<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  /** Sets the alarm for what was scheduled outside of `run`. */
  arm(): void;
  /** Returns a function that ends it. */
  listen(listener: SimulationListener): () => void;
}
