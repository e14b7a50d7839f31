import { describe, expect, it } from "vitest";
import { memoryStore } from "../store/memory/memory-store.ts";
import { testBackend } from "../testing/test-backend.ts";
import { redactError } from "./redact-error.ts";

describe("what is printed or thrown", () => {
  it("is an error without documents and keys in message, stack and cause", () => {
    const cause = new Error("key csk_live_a1B2c3D4e5F6");
    const clean = redactError(new TypeError("CPF 529.982.247-25", { cause }));
    expect(clean.name).toBe("TypeError");
    expect(clean.message).toBe("CPF [cpf]");
    expect(clean.stack).not.toContain("529.982");
    expect(clean.cause).toMatchObject({ message: "key csk_live_[redacted]" });
    expect(redactError("card 4242424242424242").message).toBe("card [card ending in 4242]");
  });

  it("reaches the log redacted, and the caller not at all", async () => {
    const logged: unknown[] = [];
    const store = {
      ...memoryStore(),
      listSessions: () => Promise.reject(new Error("row of ana@loja.com.br, CPF 529.982.247-25")),
    };
    const { join, call } = testBackend({ store, onError: (error) => logged.push(error) });
    const { apiKey } = await join();
    const response = await call(apiKey, "GET", "/v1/sessions");
    expect(response.body).toMatchObject({ error: "internal_error", status: 500 });
    expect(response.text).not.toContain("CPF");
    expect(logged).toMatchObject([{ message: "row of [email], CPF [cpf]" }]);
  });

  it("is taken out of what a refusal quotes", async () => {
    const { join, call } = testBackend();
    const { apiKey } = await join();
    const path = await call(apiKey, "GET", "/v1/52998224725");
    expect(path.body).toMatchObject({ message: expect.stringContaining("[cpf]") });
    const server = await call(apiKey, "POST", "/v1/sessions", {
      body: { servers: ["csk_live_abcdefgh1234"] },
    });
    expect(server.status).toBe(400);
    expect(server.text).not.toContain("abcdefgh1234");
  });
});
