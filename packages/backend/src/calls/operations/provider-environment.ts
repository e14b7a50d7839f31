import type { BackendContext } from "../../context.ts";
import type { Provider, ProviderEnvironment } from "../../ports/provider.ts";

/** Whether what a provider does counts: as it says, else as the backend is run. */
export function getEnvironment(
  { livemode }: Pick<BackendContext, "livemode">,
  { environment }: Pick<Provider, "environment">,
): ProviderEnvironment {
  return environment ?? (livemode ? "live" : "test");
}
