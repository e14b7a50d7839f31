import type { BackendContext } from "../../context.ts";
import type { WebhookAccountRecord } from "../../store/record.ts";

const kind = "webhook_account";
/** An account belongs to no organisation before it is known whose it is: the index is the installation's. */
const owner = "accounts";
/** Connections of one account that its webhooks are looked after for. */
const mostConnections = 100;

type IndexContext = Pick<BackendContext, "ids" | "store">;

/**
 * Remembers under which id the provider knows the account of a connection, so that a webhook of an app that many accounts share
 * finds it; undefined: under none. Written before the connection itself: an entry too many is found out, one that is missing is not.
 */
export async function indexAccount(
  { store, ids }: IndexContext,
  connection: Pick<WebhookAccountRecord, "connectionId" | "connectionOrganisation">,
  account: { server: string; id: string } | undefined,
): Promise<void> {
  const { connectionId } = connection;
  const group = account === undefined ? undefined : groupOf(account.server, account.id);
  for (;;) {
    const earlier = await store.readRecordByName(kind, owner, connectionId);
    if (earlier?.group === group) return;
    if (earlier !== undefined) await store.deleteRecord(kind, owner, earlier.id);
    if (group === undefined) return;
    const record: WebhookAccountRecord = {
      id: ids.next("wha"),
      organisation: owner,
      name: connectionId,
      group,
      version: 1,
      ...connection,
    };
    if (await store.insertRecord(kind, record)) return;
  }
}

/** The connections that said they were of this account. */
export async function findByAccount(
  { store }: Pick<BackendContext, "store">,
  server: string,
  id: string,
): Promise<readonly WebhookAccountRecord[]> {
  const slice = await store.listRecords(
    kind,
    owner,
    { group: groupOf(server, id) },
    { limit: mostConnections },
  );
  return slice.rows;
}

function groupOf(server: string, id: string): string {
  return `${server} ${id}`;
}
