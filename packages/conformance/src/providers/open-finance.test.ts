import { existsSync } from "node:fs";
import type { JsonObject } from "@codespar/contract";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { expect, it } from "vitest";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

const spec = (name: string) => sharedFile(`specs/open-finance-${name}.openapi.json`);
const hasSpecs = ["consents", "accounts", "credit-cards"].every((name) => existsSync(spec(name)));
if (!hasSpecs) process.stderr.write(`skipped: Open Finance's specs are not at ${spec("accounts")}\n`);

it.skipIf(!hasSpecs)("every simulated response has what the specifications of Open Finance say", async () => {
  const sandbox = createSandbox({ seed: 7 });
  const client = new CodeSpar({ apiKey: "csk_test_open_finance", transport: sandbox.transport });
  const session = await client.sessions.create({ servers: ["open-finance"] });
  const execute = async (name: string, args: JsonObject) => {
    const result = await session.execute({ name, arguments: args });
    if (!result.success) throw new Error(result.error.message);
    return result.data as JsonObject; // native tools return objects
  };
  const judge = (file: string, method: string, path: string, status: number, body: JsonObject) => {
    const judgement = judgeBySpecs([spec(file)], [{ method, path, status, body }]);
    expect([path, judgement.judged, judgement.problems, judgement.required.missing]).toEqual([
      path,
      1,
      [],
      [],
    ]);
  };
  const document = { document: { identification: "11144477735", rel: "CPF" } };
  const consent = await execute("open_finance_create_consent", {
    data: { loggedUser: document, permissions: ["ACCOUNTS_READ", "RESOURCES_READ"] },
  });
  judge("consents", "POST", "/consents", 201, consent);
  const { consentId } = consent.data as { consentId: string };
  await execute("open_finance_revoke_consent", { consentId });
  judge("consents", "GET", "/consents/1", 200, await execute("open_finance_get_consent", { consentId }));
  const accounts = await execute("open_finance_list_accounts", {});
  judge("accounts", "GET", "/accounts", 200, accounts);
  const [account] = accounts.data as { accountId: string }[];
  const accountId = account?.accountId ?? "";
  judge(
    "accounts",
    "GET",
    "/accounts/1/balances",
    200,
    await execute("open_finance_get_balance", { accountId }),
  );
  judge(
    "accounts",
    "GET",
    "/accounts/1/transactions",
    200,
    await execute("open_finance_list_transactions", { accountId }),
  );
  judge("credit-cards", "GET", "/accounts", 200, await execute("open_finance_list_credit_cards", {}));
  await sandbox.close();
});
