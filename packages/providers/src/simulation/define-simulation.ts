import type { NativeTool } from "../tools/define-tools.ts";
import type { SimulatedServer, SimulatedTool } from "./provider-definition.ts";

export interface SimulationDefinition<Name extends string>
  extends Pick<SimulatedServer, "describeArgumentIssue" | "due" | "id" | "reads"> {
  /** Every native tool of the provider. */
  tools: Readonly<Record<Name, NativeTool>>;
  /** What the simulation does for a tool; a tool without a handler returns `not_simulated`. */
  handlers: Readonly<Partial<Record<Name, NonNullable<SimulatedTool["handle"]>>>>;
}

/** Puts the handlers of a simulation beside the tools that they simulate. */
export function defineSimulation<Name extends string>({
  tools,
  handlers,
  ...simulation
}: SimulationDefinition<Name>): SimulatedServer {
  const simulated: Record<string, SimulatedTool> = {};
  for (const name of Object.keys(tools) as Name[])
    simulated[name] = { ...tools[name], handle: handlers[name] }; // the keys of the tools are their names
  return { ...simulation, tools: simulated };
}
