export type { Clock, IdSource, Timers } from "./clock.ts";
export {
  type Credentials,
  type FoundOperation,
  type Provider,
  type ProviderAnswer,
  type ProviderCall,
  type ProviderNotice,
  type ProviderTool,
  ProviderUnavailable,
  type ProviderUpdate,
} from "./provider.ts";
