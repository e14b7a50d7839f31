import type { AdapterWorld } from "../adapter-world.ts";
import type { ScriptedCall } from "../failure-cases.ts";

/** What the model was told of its call. */
export interface Told {
  text: string;
  /** Whether the framework's own mark for errors is on it. */
  isMarked: boolean;
}

/**
 * How a failure is carried where it is not as everywhere else.
 * - `words` the framework words it itself, before an adapter is asked
 * - `ends` the run ends with an error
 * - `told` the model is told, although elsewhere it is thrown
 * - `asks` a person is asked by the framework, and nothing is sent before they answer
 * - `cannot` it does not occur
 */
export interface Unlike {
  how: "words" | "ends" | "told" | "asks" | "cannot";
  why: string;
}

/** One way from a model to a session, with the real vendor package and a scripted model. */
export interface Channel {
  name: string;
  /** What the framework's mark for errors is called; undefined when it has none. */
  mark: string | undefined;
  /** Marks a call that waits for a person, too. @default false */
  marksApproval?: boolean | undefined;
  /** By the name of a failure case. */
  unlike?: Readonly<Record<string, Unlike>> | undefined;
  /** Lists the tools; what it answers makes a call and rejects when the framework's loop does. */
  open(world: AdapterWorld): Promise<(call: ScriptedCall) => Promise<Told>>;
}
