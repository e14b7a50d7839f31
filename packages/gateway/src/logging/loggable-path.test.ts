import { expect, it } from "vitest";
import { loggablePath } from "./loggable-path.ts";

it.each([
  ["/v1/sessions/ses_1/execute", "/v1/sessions/ses_1/execute"],
  ["/v1/webhooks/asaas/A5f0secret", "/v1/webhooks/asaas/…"],
  ["/v1/webhooks/inter/A5f0secret/pix", "/v1/webhooks/inter/…"],
  ["/connect/callback/secret", "/connect/…"],
  ["/connect", "/connect"],
])("shows %s as %s", (path, shown) => {
  expect(loggablePath(path)).toBe(shown);
});
