import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PublicPackage, publicPackages } from "./public-packages.ts";
import { run } from "./run.ts";

export interface PackedPackage extends PublicPackage {
  /** Absolute path of the tarball. */
  tarball: string;
}

/** Packs every public package as it would be published. They must be built. */
export function packPackages(destination: string): PackedPackage[] {
  return publicPackages().map((each) => {
    if (!existsSync(join(each.folder, "dist")))
      throw new Error(`${each.folder} is not built. Run \`pnpm build\`.`);
    const { name, version } = each.manifest;
    run("pnpm", ["pack", "--pack-destination", resolve(destination)], { cwd: each.folder });
    const tarball = resolve(destination, `${name.slice(1).replace("/", "-")}-${version}.tgz`);
    if (!existsSync(tarball)) throw new Error(`pnpm pack of ${name} did not write ${tarball}.`);
    return { ...each, tarball };
  });
}
