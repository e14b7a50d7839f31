import { isIP } from "node:net";
import { findServer, servers, suggest } from "@codespar/contract";
import { z } from "zod";
import { type GatewayConfig, logLevels } from "./gateway-config.ts";

const longestMs = 86_400_000;

const providerId = z.string().check((context) => {
  const server = findServer(context.value);
  if (server?.id === context.value) return;
  const [near] =
    server === undefined
      ? suggest(
          context.value,
          servers.map(({ id }) => id),
        )
      : [server.id];
  context.issues.push({
    code: "custom",
    input: context.value,
    message: `${JSON.stringify(context.value.slice(0, 60))} is no provider.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  });
});

/** `http` is for this machine alone: what is posted to a page must not travel in the clear. */
const publicUrl = z.string().refine(isPublicUrl, {
  error:
    "publicUrl must be an https address without a path, such as https://pay.example.com; http is for localhost.",
});

const origin = z.string().refine(isPublicUrl, {
  error: "An entry must be a whole https origin, such as https://app.example.com; http is for localhost.",
});

const address = z.string().refine((text) => /^https?:$/.test(getUrl(text)?.protocol ?? ""), {
  error: "An address must begin with http:// or https://.",
});

const proxy = z.string().refine(isAddressRange, {
  error: "An entry must be an IP address or a range such as 10.0.0.0/8.",
});

const mcpServer = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { error: "id must be lower-case letters, digits and -." }),
    url: address.optional(),
    command: z.array(z.string()).min(1).optional(),
    authorization: z.string().min(1).optional(),
  })
  .refine(({ url, command }) => (url === undefined) !== (command === undefined), {
    error: "An MCP server has a url or a command, and not both.",
  });

/** The shape of the configuration, from whatever source. Unknown fields are mistakes. */
export const configSchema = z.strictObject({
  host: z.string().min(1).max(255).optional(),
  port: z.int().min(0).max(65_535).optional(),
  publicUrl: publicUrl.optional(),
  data: z.string().min(1).optional(),
  providers: z
    .strictObject({
      on: z.array(providerId).optional(),
      off: z.array(providerId).optional(),
      testAddresses: z.record(providerId, address).optional(),
    })
    .optional(),
  limits: z
    .strictObject({
      concurrentRequests: z.int().min(1).max(100_000).optional(),
      callsPerConnection: z.int().min(1).max(10_000).optional(),
      databaseConnections: z.int().min(1).max(1_000).optional(),
      providerTimeoutMs: z.int().min(100).max(600_000).optional(),
      drainMs: z.int().min(0).max(longestMs).optional(),
    })
    .optional(),
  retention: z.strictObject({ logDays: z.int().min(1).max(36_500).optional() }).optional(),
  trustedProxies: z.array(proxy).optional(),
  connect: z.strictObject({ returnOrigins: z.array(origin).optional() }).optional(),
  oauth: z
    .record(
      providerId,
      z.strictObject({ clientId: z.string().min(1).optional(), clientSecret: z.string().min(1).optional() }),
    )
    .optional(),
  webhooks: z
    .record(
      providerId,
      z.strictObject({ secret: z.string().min(1).optional(), verifyToken: z.string().min(1).optional() }),
    )
    .optional(),
  mcpServers: z.array(mcpServer).optional(),
  logLevel: z.enum(logLevels).optional(),
}) satisfies z.ZodType<GatewayConfig>;

function getUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isPublicUrl(text: string): boolean {
  const url = getUrl(text);
  if (url === undefined || url.origin !== text.replace(/\/$/, "")) return false;
  return url.protocol === "https:" || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(url.origin);
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
