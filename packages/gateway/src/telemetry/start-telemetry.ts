import { backgroundTimers } from "@codespar/backend";
import { sleep } from "@codespar/contract";
import { ConfigError } from "../config/config-error.ts";
import type { Environment } from "../config/environment.ts";
import type { Log } from "../logging/json-log.ts";
import { type OpenTelemetry, openTelemetry } from "./open-telemetry.ts";
import type { Telemetry } from "./telemetry.ts";

/** Any of these, not empty, asks for telemetry. */
const asking = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
  "OTEL_TRACES_EXPORTER",
  "OTEL_METRICS_EXPORTER",
  "OTEL_CONFIG_FILE",
];

const serviceName = "codespar-gateway";
/** A collector that is away must not hold up the end of the process. */
const closeMs = 2_000;

/**
 * Starts OpenTelemetry when its standard variables ask for it; undefined when they do not. All that they can say is read by
 * `@opentelemetry/sdk-node`, which the user installs. Throws `ConfigError` where it is missing.
 */
export async function startTelemetry(environment: Environment, log: Log): Promise<Telemetry | undefined> {
  if (environment.OTEL_SDK_DISABLED?.trim().toLowerCase() === "true") return undefined;
  const asked = asking.find((name) => (environment[name] ?? "") !== "");
  if (asked === undefined) return undefined;
  const library = await load(asked);
  const { api, sdk } = library;
  const isNamed =
    (environment.OTEL_SERVICE_NAME ?? "") !== "" ||
    /(?:^|,)\s*service\.name=/.test(environment.OTEL_RESOURCE_ATTRIBUTES ?? "");
  const running = sdk.startNodeSdk({
    logLevel: "none",
    ...(isNamed ? {} : { resourceAttributes: { "service.name": serviceName } }),
    // the log is lines on stderr, which collectors read as they are
    logRecordProcessors: [],
  });
  const { diag, DiagLogLevel } = api;
  const say = (message: string, ...details: unknown[]) =>
    log.warn("telemetry", { reason: [message, ...details.map(String)].join(" ") });
  const silent = () => {};
  diag.setLogger(
    { error: say, warn: say, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  return openTelemetry(api, async () => {
    const late = sleep(backgroundTimers, closeMs, undefined).then(() =>
      say(`was not sent within ${closeMs} ms`),
    );
    await Promise.race([running.shutdown().catch((error) => say("was not sent:", error)), late]);
  });
}

async function load(
  asked: string,
): Promise<{ api: OpenTelemetry; sdk: typeof import("@opentelemetry/sdk-node") }> {
  try {
    const [api, sdk] = await Promise.all([import("@opentelemetry/api"), import("@opentelemetry/sdk-node")]);
    return { api, sdk };
  } catch {
    throw new ConfigError([
      `${asked} asks for telemetry, and the packages @opentelemetry/sdk-node and @opentelemetry/api are not installed. Add them, leave the variable out, or set OTEL_SDK_DISABLED=true.`,
    ]);
  }
}
