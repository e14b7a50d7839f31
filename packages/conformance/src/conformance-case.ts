import type { RequirementId } from "./requirements.ts";
import type { World, WorldOptions } from "./world.ts";

/** One piece of behaviour, run over every transport. */
export interface ConformanceCase {
  requirements: readonly RequirementId[];
  title: string;
  /** Made again for each run. */
  options(): WorldOptions;
  run(world: World): Promise<void>;
}

type Run = (world: World) => Promise<void>;

/** A case and the requirements that it verifies. */
export function verifies(
  ids: RequirementId | readonly RequirementId[],
  title: string,
  ...rest: [Run] | [WorldOptions | (() => WorldOptions), Run]
): ConformanceCase {
  const requirements = typeof ids === "string" ? [ids] : ids;
  const [options, run] = rest.length === 2 ? rest : [{}, rest[0]];
  return { requirements, title, options: typeof options === "function" ? options : () => options, run };
}
