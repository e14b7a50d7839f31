import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { systemTimers } from "@codespar/backend";
import { describe, expect, it, onTestFinished } from "vitest";
import { redisRateLimiter } from "./redis-rate-limiter.ts";

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
if (!hasRedis)
  process.stderr.write(
    "SKIPPED: rate limits in Redis: no redis-server here (Debian: apt-get install redis-server).\n",
  );

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function startRedis(port: number): Promise<ChildProcess> {
  const redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""]);
  onTestFinished(() => void redis.kill("SIGKILL"));
  await new Promise<void>((resolve) => {
    redis.stdout?.on("data", (chunk) => {
      if (String(chunk).includes("Ready to accept connections")) resolve();
    });
  });
  return redis;
}

async function limiterOn(port: number) {
  const errors: unknown[] = [];
  const limiter = await redisRateLimiter({
    url: `redis://127.0.0.1:${port}`,
    timers: systemTimers,
    reportError: (error) => errors.push(error),
  });
  onTestFinished(() => limiter.close());
  return { limiter, errors };
}

describe.runIf(hasRedis)("rate limits in Redis", () => {
  it("are one limit for all processes, exact, whatever their clocks say", async () => {
    const port = await freePort();
    await startRedis(port);
    const [one, two] = [await limiterOn(port), await limiterOn(port)];
    await Promise.all([one.limiter.connected, two.limiter.connected]);
    const takes = Array.from({ length: 400 }, (_, index) =>
      (index % 2 === 0 ? one : two).limiter.take("org", 60, Date.now() + (index % 2) * 90_000),
    );
    const verdicts = await Promise.all(takes);
    const allowed = verdicts.filter((verdict) => verdict?.allowed === true).length;
    // one flows in each second while they are asked
    expect(allowed).toBeGreaterThanOrEqual(60);
    expect(allowed).toBeLessThanOrEqual(62);
    const refused = verdicts.find((verdict) => verdict?.allowed === false);
    expect(refused).toMatchObject({ limit: 60, remaining: 0, retryAfterSeconds: 1 });
  });

  it("are each process's own while Redis is away, and one again when it is back", async () => {
    const port = await freePort();
    const redis = await startRedis(port);
    const { limiter, errors } = await limiterOn(port);
    await limiter.connected;
    expect(await limiter.take("first", 60, Date.now())).toMatchObject({ remaining: 59 });
    const gone = once(redis, "exit");
    redis.kill("SIGKILL");
    await gone;
    const verdicts = await Promise.all(Array.from({ length: 80 }, () => limiter.take("org", 60, Date.now())));
    expect(verdicts.filter((verdict) => verdict?.allowed === true)).toHaveLength(60);
    expect(errors).toHaveLength(1);
    await startRedis(port);
    const other = await limiterOn(port);
    await other.limiter.connected;
    for (let count = 0; count < 5; count += 1) await other.limiter.take("back", 60, Date.now());
    const seen = async () => (await limiter.take("back", 60, Date.now(), true))?.remaining ?? 60;
    await expect.poll(seen, { timeout: 15_000 }).toBeLessThan(60);
  });
});
