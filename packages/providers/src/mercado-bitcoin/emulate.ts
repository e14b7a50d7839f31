import { unixSeconds } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { mercadoBitcoinTools } from "./tools.ts";
import { mercadoBitcoinWire } from "./wire.ts";

/** Logins that the emulator makes begin so, and it knows their secrets; of others it looks at the form alone. */
const ownLogins = "EMULATED";
const secretOf = (login: string) => `secret-of-${login}`;
const HOUR = 3_600_000;

/** Mercado Bitcoin's own HTTP over its simulation. A token is the login itself: whoever shows it is that account. */
export const mercadoBitcoinEmulation: EmulationDefinition = {
  id: "mercado-bitcoin",
  wire: mercadoBitcoinWire,
  tools: mercadoBitcoinTools,
  hosts: ["api.mercadobitcoin.net"],
  calls: {
    authorize: {
      post: "/api/v4/authorize",
      open: true,
      input: nativeInput({ login: text(), password: text() }, "login", "password"),
      handle(args, { now }) {
        const [login = "", password] = [textAt(args, "login"), textAt(args, "password")];
        if (login.startsWith(ownLogins) && password !== secretOf(login))
          return new Refusal("unauthorized", "Invalid login or password.");
        return { access_token: login, expiration: unixSeconds(now + HOUR) };
      },
    },
    list_accounts: {
      get: "/api/v4/accounts",
      listAs: "accounts",
      input: nativeInput({}),
      handle: () => ({
        accounts: [
          { id: "EMULATED", name: "Mercado Bitcoin", type: "live", currency: "BRL", currencySign: "R$" },
        ],
      }),
    },
  },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  // a login shows nothing of what it is for
  classifyCredential: (credential) => (/^\w{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => `${ownLogins}${token}`,
  connection: (api_id) => ({ api_id, api_secret: secretOf(api_id), account_id: "EMULATED" }),
  describe,
};

/** `{ code, message }`; the codes of most errors are not documented, and left out. */
function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Unauthorized.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "Not found.");
    case "body":
    case "query":
      return error(400, "The request is not JSON.");
    case "arguments":
      return error(400, `${problem.issues[0]?.path ?? "symbol"} is missing or not valid.`);
    case "unavailable":
      return error(503, "Service unavailable.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      const status = code === "unauthorized" ? 401 : code === "not_found" ? 404 : 400;
      return error(status, message, providerCode);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Mercado Bitcoin has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string, code?: string): EmulatedResponse {
  return { status, body: { ...(code === undefined ? {} : { code }), message } };
}
