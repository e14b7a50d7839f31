export { translators } from "./translators.ts";
