import {
  type CheckoutInput,
  findNativeTool,
  type Issue,
  isMetaToolName,
  type JsonObject,
  type MetaToolInputs,
  type MetaToolName,
  metaToolNames,
  nativeToolNames,
  riskOf,
  suggest,
  totalAmount,
} from "@codespar/contract";
import type { z } from "@codespar/contract/schemas";
import { meantTool, metaToolInputSchemas, summariseIssues, validate } from "@codespar/contract/schemas";
import { ownProviders } from "../../accounts/sessions/find-server.ts";
import { requireAttached } from "../../accounts/sessions/open-session.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { Operation } from "../../store/operation.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ParsedCall } from "../parsed-call.ts";
import { planMetaTool } from "../router/plan-meta-tool.ts";
import type { ToolPlan } from "../router/tool-plan.ts";
import { nativeArgumentIssues } from "../tools/native-arguments.ts";

/** Checks a tool call against the session and the tool's schema. Throws the error that a model can correct. */
export function parseCall(
  context: BackendContext,
  session: SessionRecord,
  name: string,
  args: Record<string, unknown>,
): ParsedCall {
  return isMetaToolName(name) ? parseMetaCall(name, args) : parseNativeCall(context, session, name, args);
}

function parseMetaCall(name: MetaToolName, args: Record<string, unknown>): ParsedCall {
  const schema: z.ZodType<MetaToolInputs[MetaToolName]> = metaToolInputSchemas[name];
  const parsed = validate(schema, args, { name: "arguments" });
  if (!parsed.success) throw invalidArguments(name, parsed.issues, parsed.suggestions);
  return {
    kind: "meta",
    name,
    server: "codespar",
    arguments: args,
    risk: riskOf(name, args) ?? "moves_money",
    ...getMoney(name, parsed.data),
  };
}

function parseNativeCall(
  context: BackendContext,
  session: SessionRecord,
  name: string,
  args: Record<string, unknown>,
): ParsedCall {
  const owner = ownerOfTool(context, session, name);
  if (owner === undefined) throw unknownTool(context, session, name);
  const server = requireAttached(session, owner);
  const definition = context.providers.get(server)?.tools.find((candidate) => candidate.name === name);
  if (definition === undefined) throw unknownTool(context, session, name);
  const issues = nativeArgumentIssues(definition, args);
  if (issues.length > 0) throw invalidArguments(name, issues);
  return {
    kind: "native",
    name,
    server,
    arguments: args,
    risk: definition.risk,
    amount: null,
    currency: null,
  };
}

function invalidArguments(name: string, issues: Issue[], suggestions: string[] = []) {
  return apiError("invalid_arguments", `${name} was not called. ${summariseIssues(issues)}`, {
    issues,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  });
}

/** Whose tool a name is: of the attached providers besides the catalogue first, then the catalogue's, then of any provider. */
function ownerOfTool(
  { providers }: BackendContext,
  session: SessionRecord,
  name: string,
): string | undefined {
  const others = ownProviders(providers).filter(({ tools }) => tools.some((tool) => tool.name === name));
  const attached = others.find(({ id }) => session.servers.includes(id));
  return attached?.id ?? findNativeTool(name)?.server ?? others[0]?.id;
}

function unknownTool({ providers }: BackendContext, session: SessionRecord, name: string) {
  const names = [
    ...metaToolNames,
    ...session.servers.flatMap(
      (server) => providers.get(server)?.tools.map((tool) => tool.name) ?? nativeToolNames(server),
    ),
  ];
  const suggestions = suggest(name, names);
  const perhaps = meantTool(name) ?? suggestions.join(" or ");
  const hint = perhaps === "" ? "List them with session.tools()." : `Perhaps ${perhaps}.`;
  return apiError(
    "unknown_tool",
    `There is no tool ${JSON.stringify(name.slice(0, 100))} in this session. ${hint}`,
    {
      suggestions,
    },
  );
}

/** The amount that a call asks for: what the log shows and policies limit. */
function getMoney(
  name: MetaToolName,
  input: MetaToolInputs[MetaToolName],
): Pick<ParsedCall, "amount" | "currency"> {
  if (name !== "codespar_pay" && name !== "codespar_checkout") return { amount: null, currency: null };
  // both tools' inputs have these members
  const { amount, items, currency } = input as Pick<CheckoutInput, "amount" | "items"> &
    Partial<CheckoutInput>;
  const total = amount ?? (items === undefined ? undefined : totalAmount(items));
  return { amount: total ?? null, currency: total === undefined ? null : (currency ?? null) };
}

/** How an operation will be done; the same for its first try and after a restart. */
export function planCall(
  context: BackendContext,
  session: SessionRecord,
  call: { name: string; server: string; arguments: object },
): ToolPlan | Promise<ToolPlan> {
  const { name, server } = call;
  if (isMetaToolName(name)) {
    // checked by the tool's schema before the operation began
    return planMetaTool(context, session, name, call.arguments as MetaToolInputs[typeof name]);
  }
  const provider = context.providers.get(server);
  const tool = provider?.tools.find((candidate) => candidate.name === name);
  if (provider === undefined || tool === undefined)
    throw new Error(`Tool ${name} has lost its provider ${server}.`);
  // parsed from JSON
  const args = call.arguments as JsonObject;
  return {
    mode: "first",
    risk: tool.risk,
    candidates: [{ provider, reason: "native", translate: (native) => native.effect(name, args) }],
  };
}

/** The arguments of an operation, for as long as they are kept. */
export function getArguments(operation: Operation): object {
  return JSON.parse(operation.arguments ?? "{}");
}
