import { inspect } from "node:util";

// Programs whose paths are the arguments, one after the other in this process; prints what became of each as JSON.
const outcomes: Record<string, string> = {};
const { fetch } = globalThis;
console.log = () => {};

for (const path of process.argv.slice(2)) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("It took longer than a minute.")), 60_000);
  });
  outcomes[path] = await Promise.race([import(path), late]).then(
    () => "ok",
    (error) => inspect(error),
  );
  clearTimeout(timer);
  // a block may have put a scripted model in its place
  globalThis.fetch = fetch;
}

process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
