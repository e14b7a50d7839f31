import { join } from "node:path";
import { build } from "esbuild";
import webpack from "webpack";
import { run } from "../packages/run.ts";

/** Bundles a program of a folder for browsers. Returns the file. */
export const bundlers = {
  async esbuild(folder: string, program: string): Promise<string> {
    const outfile = join(folder, "esbuild.mjs");
    await build({
      entryPoints: [join(folder, program)],
      bundle: true,
      outfile,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
    });
    return outfile;
  },

  async webpack(folder: string, program: string): Promise<string> {
    const path = join(folder, "webpack");
    const compiler = webpack({
      mode: "production",
      target: "web",
      context: folder,
      entry: `./${program}`,
      output: { path, filename: "main.mjs", module: true, chunkFormat: "module" },
      experiments: { outputModule: true },
      optimization: { minimize: false },
      performance: false,
      devtool: false,
    });
    if (compiler === null) throw new Error("webpack made no compiler.");
    const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    if (stats?.hasErrors() !== false || stats.hasWarnings()) {
      throw new Error(
        stats?.toString({ all: false, errors: true, warnings: true }) ?? "webpack told nothing.",
      );
    }
    return join(path, "main.mjs");
  },
} as const;

/** Runs a bundle without Node's `process`, as a page has none. Returns what it wrote. */
export function runAsPage(folder: string, file: string): string {
  const program = `const write = process.stdout.write.bind(process.stdout);
    console.log = (text) => write(text + "\\n");
    delete globalThis.process; delete globalThis.Buffer;
    await import(${JSON.stringify(`file://${file}`)});`;
  return run("node", ["--input-type=module", "--eval", program], { cwd: folder }).trim();
}
