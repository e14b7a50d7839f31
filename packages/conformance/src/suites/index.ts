import type { ConformanceCase } from "../conformance-case.ts";
import { badInputCases } from "./bad-input.ts";
import { clientCases } from "./clients.ts";
import { errorCases } from "./errors.ts";
import { executionCases } from "./execution.ts";
import { fiscalCases } from "./fiscal.ts";
import { goodsCases } from "./goods.ts";
import { idempotencyCases } from "./idempotency.ts";
import { identifierCases } from "./identifiers.ts";
import { isolationCases } from "./isolation.ts";
import { isolationWalkCases } from "./isolation-walk.ts";
import { liveEventCases } from "./live-events.ts";
import { meteringCases } from "./metering.ts";
import { paymentCases } from "./payments.ts";
import { platformCases } from "./platform.ts";
import { recordCases } from "./records.ts";
import { routingCases } from "./routing.ts";
import { sessionCases } from "./sessions.ts";
import { timeCases } from "./time.ts";
import { transportCases } from "./transports.ts";

/** Every case, by what it is about. */
export const suites: Readonly<Record<string, readonly ConformanceCase[]>> = {
  sessions: sessionCases,
  execution: executionCases,
  idempotency: idempotencyCases,
  metering: meteringCases,
  routing: routingCases,
  "bad input": badInputCases,
  errors: errorCases,
  isolation: [...isolationCases, ...isolationWalkCases],
  time: timeCases,
  transports: transportCases,
  clients: clientCases,
  records: recordCases,
  "live events and search": liveEventCases,
  payments: paymentCases,
  "invoices, parcels and messages": goodsCases,
  identifiers: identifierCases,
  "fiscal profiles": fiscalCases,
  platform: platformCases,
};
