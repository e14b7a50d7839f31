import { expect, it } from "vitest";
import { limitConcurrency } from "./limit-concurrency.ts";

it("asks the request that is one too many to come again, and takes it once another has ended", async () => {
  const ends: (() => void)[] = [];
  const serve = limitConcurrency(
    2,
    () => new Promise((resolve) => ends.push(() => resolve(new Response("done")))),
  );
  const ask = () => serve(new Request("http://localhost/v1/sessions"));
  const [first, second] = [ask(), ask()];
  const third = await ask();
  expect([third.status, third.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await third.json()).toMatchObject({ error: "rate_limited", status: 429, retryable: true });
  ends[0]?.();
  expect((await first).status).toBe(200);
  const fourth = ask();
  for (const end of ends) end();
  for (const response of [await second, await fourth]) expect(response.status).toBe(200);
});
