import { type RateLimiter, shareRateLimiter, type Timers } from "@codespar/backend";
import { ConfigError } from "../config/config-error.ts";

/** The part of `@redis/client` that is used here. */
interface RedisClient {
  connect(): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  on(event: "error", listener: (error: unknown) => void): unknown;
  destroy(): void;
}

export interface RedisRateLimiterOptions {
  /** `redis://` or `rediss://` */
  url: string;
  timers: Timers;
  reportError(error: unknown): void;
}

export interface RedisRateLimiter extends RateLimiter {
  /** Resolves when it is connected for the first time; nobody has to wait for that. */
  connected: Promise<void>;
  close(): void;
}

/**
 * A bucket as `tokenBucket` has it, by Redis's own clock, so that processes whose clocks differ draw alike. Redis runs one
 * script after the other. A bucket that is full again is forgotten.
 */
const script = `
local limit, wanted = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local capacity = limit * 60000
local kept = redis.call('HMGET', KEYS[1], 'units', 'at')
local units = capacity
if kept[1] then units = math.min(capacity, kept[1] + math.max(0, now - kept[2]) * limit) end
local granted = math.min(wanted, math.floor(units / 60000))
if granted > 0 then
  units = units - granted * 60000
  redis.call('HSET', KEYS[1], 'units', units, 'at', now)
  redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - units) / limit) + 1000)
end
return {granted, math.floor(units)}
`;

/**
 * One rate limit for all processes of a gateway, in Redis: exact up to 1,000 requests a minute, drawn in shares above. While
 * Redis cannot be reached each process counts by itself.
 */
export async function redisRateLimiter({
  url,
  timers,
  reportError,
}: RedisRateLimiterOptions): Promise<RedisRateLimiter> {
  const client = await createClient(url);
  // whatever goes wrong is noticed by whoever draws; without a listener the process would end
  client.on("error", () => {});
  const connected = client.connect().then(() => {}, reportError);
  const limiter = shareRateLimiter({
    central: {
      async draw(bucket, limit, wanted) {
        const drawn = await client.eval(script, {
          keys: [`codespar:rate:${bucket}`],
          arguments: [String(limit), String(wanted)],
        });
        const [granted, units] = Array.isArray(drawn) ? drawn.map(Number) : [];
        if (granted === undefined || units === undefined) throw new Error("Redis returned no bucket.");
        return { granted, units };
      },
    },
    timers,
    reportError,
  });
  return { ...limiter, connected, close: () => client.destroy() };
}

async function createClient(url: string): Promise<RedisClient> {
  const library = await import("@redis/client").catch(() => undefined);
  if (library === undefined)
    throw new ConfigError([
      "REDIS_URL is set, and the package @redis/client is not installed. Add it, or leave REDIS_URL out.",
    ]);
  return library.createClient({
    url,
    // a request must not wait for Redis to come back
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 5_000) },
  });
}
