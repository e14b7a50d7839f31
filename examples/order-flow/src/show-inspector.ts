import { once } from "node:events";
import { styleText } from "node:util";
import type { World } from "./open-world.ts";

/** Prints where the order can be looked at, and waits for Ctrl-C. Enter prints another address. */
export async function showInspector({ inspectorUrl }: World): Promise<void> {
  if (inspectorUrl === undefined)
    throw new Error("An embedded sandbox has no address. Open it with http: true.");
  const print = () => {
    console.log(`  ${styleText("bold", "look at it:")} ${inspectorUrl()}`);
    console.log(
      `  ${styleText("dim", "(signs in once, within a minute; Enter prints another address, Ctrl-C ends)")}\n`,
    );
  };
  print();
  process.stdin.on("data", print);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  process.stdin.off("data", print).pause();
}
