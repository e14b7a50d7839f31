import type { AdapterWorld } from "../adapter-world.ts";
import type { ScriptedCall } from "../failure-cases.ts";

/** What the model was told of its call. */
export interface ModelMessage {
  text: string;
  /** Whether the framework's own mark for errors is on it. */
  isMarked: boolean;
}

/**
 * How a failure is carried where it is not as everywhere else.
 * - `words` the framework words it itself, before an adapter is asked
 * - `ends` the run ends with an error
 * - `told` the model is told, although elsewhere it is thrown
 * - `asks` a person is asked by the framework, and nothing is sent before they respond
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
  /** What distinguishes two equal calls that came with one id, in words for the documentation. */
  equalCalls: string;
  /** By the name of a failure case. */
  unlike?: Readonly<Record<string, Unlike>> | undefined;
  /** Where the framework itself has a rule for ids of calls: it ends at one that it has seen, or fills in an empty one. */
  ids?: { rule: "ends at a repeated one" | "fills in an empty one"; why: string } | undefined;
  /** Lists the tools, as a process does that has just begun. */
  open(world: AdapterWorld): Promise<Converse>;
  /**
   * Handles the last turn of a conversation again, whose results a process that died has not kept; undefined where the framework
   * asks its model again instead.
   */
  replay?: ((world: AdapterWorld, turns: readonly Turn[]) => Promise<ModelMessage[]>) | undefined;
}

/** The calls of one message of the model. */
export type Turn = readonly ScriptedCall[];

/**
 * Plays a conversation in which the model makes these calls, turn by turn, and then only talks. Gives what it was told after each
 * turn; rejects when the framework's loop does.
 */
export type Converse = (turns: readonly Turn[]) => Promise<ModelMessage[][]>;

/** Makes one call, in a conversation of its own. */
export async function openSingle(
  channel: Channel,
  world: AdapterWorld,
): Promise<(call: ScriptedCall) => Promise<ModelMessage>> {
  const converse = await channel.open(world);
  return async (call) => {
    const modelMessages = (await converse([[call]]))[0]?.[0];
    if (modelMessages === undefined) throw new Error(`${channel.name} told the model nothing.`);
    return modelMessages;
  };
}
