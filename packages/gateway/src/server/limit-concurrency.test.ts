import { expect, it } from "vitest";
import { limitConcurrency } from "./limit-concurrency.ts";

function setUp(most: number) {
  const ends: (() => void)[] = [];
  const serve = limitConcurrency(
    most,
    () => new Promise((resolve) => ends.push(() => resolve(new Response("done")))),
  );
  const ask = (key: string) =>
    serve(new Request("http://localhost/v1/sessions", { headers: { authorization: `Bearer ${key}` } }));
  return { ends, ask };
}

it("asks the request that is one too many to come again, and takes it once another has ended", async () => {
  const { ends, ask } = setUp(2);
  const [first, second] = [ask("a"), ask("b")];
  const third = await ask("c");
  expect([third.status, third.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await third.json()).toMatchObject({ error: "rate_limited", status: 429, retryable: true });
  ends[0]?.();
  expect((await first).status).toBe(200);
  const fourth = ask("c");
  for (const end of ends) end();
  for (const response of [await second, await fourth]) expect(response.status).toBe(200);
});

it("leaves room for others beside one whose calls all wait for a slow provider", async () => {
  const { ends, ask } = setUp(10);
  const waiting = Array.from({ length: 5 }, () => ask("slow"));
  const sixth = await ask("slow");
  expect([sixth.status, sixth.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await sixth.json()).toMatchObject({
    message: "5 requests of this caller are in flight. Nothing was done; try again.",
  });
  const others = [ask("fast"), ask("other")];
  for (const end of ends) end();
  for (const response of await Promise.all([...waiting, ...others])) expect(response.status).toBe(200);
  const again = ask("slow");
  ends.at(-1)?.();
  expect((await again).status).toBe(200);
});
