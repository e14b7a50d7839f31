import { type EmulationDefinition, emulations } from "@codespar/providers/simulated";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox-core";
import { HttpResponse, http, type RequestHandler } from "msw";
import { createEmulator, type Emulator } from "../emulator/create-emulator.ts";
import { ConnectionLost } from "../emulator/emulator-message.ts";
import { otherHosts } from "./other-hosts.ts";

export interface EmulateProvidersOptions extends Pick<SandboxOptions, "faults" | "now" | "seed"> {
  /** Ids of the providers. @default "all" that can be emulated */
  providers?: readonly string[] | "all" | undefined;
  /** Your own sandbox, used instead of a new one. @default a new one with the other options */
  sandbox?: Sandbox | undefined;
}

export interface EmulatedProviders {
  /** For `setupServer(...handlers)` of `msw/node`, or `setupWorker(...handlers)` of `msw/browser`. */
  handlers: RequestHandler[];
  /** Its clock has customers pay, and its faults make a provider fail. */
  sandbox: Sandbox;
  emulator: Emulator;
}

/**
 * Handlers for msw that stand in for the real hosts of the providers, so that an application runs offline with the providers' own
 * clients. Any test credential works and has an account of its own. A known host that is not emulated gets 501 with a sentence.
 */
export function emulateProviders(options: EmulateProvidersOptions = {}): EmulatedProviders {
  const { providers = "all", sandbox = createSandbox(pickSandboxOptions(options)) } = options;
  const emulator = createEmulator({ sandbox, providers });
  const emulated = new Set(emulator.providers);
  const handlers = [...emulations.values()].flatMap((definition) =>
    definition.hosts.map((host) =>
      emulated.has(definition.id) ? emulate(host, definition, emulator) : refuse(host),
    ),
  );
  return { handlers: [...handlers, ...otherHosts.map(refuse)], sandbox, emulator };
}

function emulate(host: string, { id }: EmulationDefinition, emulator: Emulator): RequestHandler {
  return http.all(`https://${host}/*`, async ({ request }) => {
    const { pathname, search } = new URL(request.url);
    try {
      const { status, headers, body } = await emulator.handle(id, {
        method: request.method,
        path: pathname,
        query: search.slice(1),
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      });
      return new HttpResponse(body === "" ? null : body, { status, headers });
    } catch (error) {
      if (error instanceof ConnectionLost) return HttpResponse.error();
      throw error;
    }
  });
}

function refuse(host: string): RequestHandler {
  return http.all(`https://${host}/*`, () => {
    const message = `${host} is a real provider that this test does not emulate. Emulated are those that emulateProviders() is given, of ${[...emulations.keys()].join(", ")}.`;
    return HttpResponse.json({ message, error: { message } }, { status: 501 });
  });
}

function pickSandboxOptions({ faults, now, seed }: EmulateProvidersOptions): SandboxOptions {
  return { faults, now, seed };
}
