import type { NativeToolInputs } from "@codespar/contract/native-tools";

declare global {
  // `import type {} from "@codespar/sdk/native-tools"` once in a program types every native tool's arguments.
  interface CodeSparNativeTools extends NativeToolInputs {}
}

export type { NativeToolInputs };
