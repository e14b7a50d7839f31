export type { NativeToolInputs } from "./generated/native-tools.ts";
