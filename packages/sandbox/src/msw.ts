export {
  type EmulatedProviders,
  type EmulateProvidersOptions,
  emulateProviders,
} from "./msw/emulate-providers.ts";
