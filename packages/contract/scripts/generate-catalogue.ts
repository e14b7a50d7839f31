import { readFileSync, writeFileSync } from "node:fs";
import { renderCatalogue } from "./render-catalogue.ts";

const source = JSON.parse(readFileSync(new URL("../catalogue.json", import.meta.url), "utf8"));
writeFileSync(new URL("../src/generated/catalogue.ts", import.meta.url), renderCatalogue(source));
