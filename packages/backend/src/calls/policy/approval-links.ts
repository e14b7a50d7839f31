import type { Approval } from "@codespar/contract";
import { randomSecret } from "../../accounts/keys/generate-key.ts";
import type { BackendContext } from "../../context.ts";
import { equalInConstantTime, hashKey } from "../../platform/digests.ts";
import type { ApprovalRecord } from "../../store/record.ts";
import {
  type ApprovalDecision,
  decideApproval,
  decidedAlready,
  describeApproval,
  readStatus,
} from "./decide-approval.ts";

/** What the approval page works with: a link's token is all that its person has. */
export interface ApprovalLinks {
  /** Undefined when no link has this token any more. */
  read(token: string): Promise<ApprovalLinkView | undefined>;
  /** The first decision stands. Undefined as above; throws an `ApiError` when it was decided otherwise, or is over. */
  decide(token: string, decision: ApprovalDecision): Promise<ApprovalLinkView | undefined>;
}

export interface ApprovalLinkView {
  approval: Approval;
  /** Whether the organisation's calls move money. */
  livemode: boolean;
}

/** Makes a link's token; the one before no longer works. */
export async function createApprovalLink(
  { store, clock, randomBytes }: BackendContext,
  read: () => Promise<ApprovalRecord>,
): Promise<{ token: string; record: ApprovalRecord }> {
  for (;;) {
    const record = await read();
    const status = readStatus(record, clock.now());
    if (status !== "pending") throw decidedAlready(record, status);
    const token = `${record.organisation}.${record.id}.${randomSecret(randomBytes, 43)}`;
    const linked: ApprovalRecord = { ...record, linkHash: hashKey(token) };
    if (await store.replaceRecord("approval", linked)) return { token, record: linked };
  }
}

export function approvalLinks(context: BackendContext): ApprovalLinks {
  const { store, clock } = context;

  async function find(token: string): Promise<ApprovalRecord | undefined> {
    const [organisation = "", id = ""] = token.split(".", 2);
    const record = await store.readRecord("approval", organisation, id);
    const { linkHash } = record ?? {};
    return typeof linkHash === "string" && equalInConstantTime(linkHash, hashKey(token)) ? record : undefined;
  }

  async function getLivemode(organisation: string): Promise<boolean> {
    return (await store.readOrganisation(organisation))?.livemode ?? context.livemode;
  }

  return {
    async read(token) {
      const record = await find(token);
      if (record === undefined) return undefined;
      return {
        approval: describeApproval(record, clock.now()),
        livemode: await getLivemode(record.organisation),
      };
    },
    async decide(token, decision) {
      const first = await find(token);
      if (first === undefined) return undefined;
      // an approval is never deleted while it can be decided
      const approval = await decideApproval(context, async () => (await find(token)) ?? first, decision);
      return { approval, livemode: await getLivemode(first.organisation) };
    },
  };
}
