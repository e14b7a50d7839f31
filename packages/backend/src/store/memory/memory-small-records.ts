import type { BeginOperation } from "../operation.ts";
import type { ApprovalRecord, RecordBase, RecordKind, RecordTypes } from "../record.ts";
import type { SmallRecordStore } from "../store.ts";
import { useApproval } from "../use-approval.ts";
import { paginate, TimeOrderedList } from "./indexes.ts";

/** Takes a write back. */
export type Undo = () => void;

/** Kinds whose records go some time after they were made. */
const datedKinds = ["approval", "delivery", "resolution"] as const;
type DatedKind = (typeof datedKinds)[number];

function isDated(kind: string): kind is DatedKind {
  return (datedKinds as readonly string[]).includes(kind); // widened to ask for any text
}

type SmallRecordMethods = SmallRecordStore & {
  /** Undefined when the write does not hold. */
  insert(kind: RecordKind, record: RecordBase, most?: number): Undo | undefined;
  replace(kind: RecordKind, record: RecordBase): Undo | undefined;
  /** Removes dated records from before that are done with. Returns how many. */
  dropRecords(before: number): number;
  /** Takes an approval for the operation that begins; false when it is not what was read. */
  useApproval(begin: BeginOperation): boolean;
  /** Erases the arguments of approvals from before. */
  eraseApprovals(before: number): void;
};

interface Shelf {
  records: Map<string, RecordBase>;
  idsByName: Map<string, string>;
  ids: TimeOrderedList;
  idsByGroup: Map<string, TimeOrderedList>;
}

/** The small records of the in-memory store: one shelf for each kind and organisation. */
export function memorySmallRecords(): SmallRecordMethods {
  const shelves = new Map<string, Shelf>();
  /** Approvals with arguments, by organisation and id, in the order in which they came. */
  const withArguments = new Map<string, { organisation: string; id: string }>();

  function getApproval(organisation: string, id: string): ApprovalRecord | undefined {
    return asKind<"approval">(getShelf("approval", organisation).records.get(id));
  }

  function getShelf(kind: RecordKind, organisation: string): Shelf {
    const name = `${kind} ${organisation}`;
    let shelf = shelves.get(name);
    if (shelf === undefined) {
      shelf = { records: new Map(), idsByName: new Map(), ids: new TimeOrderedList(), idsByGroup: new Map() };
      shelves.set(name, shelf);
    }
    return shelf;
  }

  function putIn({ idsByGroup }: Shelf, { id, group }: RecordBase): void {
    if (group === null) return;
    let ids = idsByGroup.get(group);
    if (ids === undefined) {
      ids = new TimeOrderedList();
      idsByGroup.set(group, ids);
    }
    ids.add(id);
  }

  function takeOut({ idsByGroup }: Shelf, { id, group }: RecordBase): void {
    if (group === null) return;
    const ids = idsByGroup.get(group);
    ids?.drop(id);
    if (ids?.isEmpty) idsByGroup.delete(group);
  }

  /** What lies on a kind's shelf is of that kind: only `insertRecord` and `replaceRecord` put it there. */
  function asKind<Kind extends RecordKind>(record: RecordBase | undefined): RecordTypes[Kind] | undefined {
    return record as RecordTypes[Kind] | undefined;
  }

  /** Puts a record in the place of another, whatever stands in the indexes; undefined takes it out. */
  function put(kind: RecordKind, organisation: string, id: string, after: RecordBase | undefined): void {
    const shelf = getShelf(kind, organisation);
    const { records, idsByName, ids } = shelf;
    const before = records.get(id);
    if (before !== undefined && before.name !== null && before.name !== after?.name)
      idsByName.delete(before.name);
    if (before !== undefined && before.group !== after?.group) takeOut(shelf, before);
    if (after === undefined) {
      records.delete(id);
      ids.drop(id);
      return;
    }
    records.set(id, after);
    if (before === undefined) ids.add(id);
    if (after.name !== null) idsByName.set(after.name, id);
    if (before === undefined || before.group !== after.group) putIn(shelf, after);
  }

  function insert(kind: RecordKind, record: RecordBase, most = Number.POSITIVE_INFINITY): Undo | undefined {
    const { organisation, id, name } = record;
    const { records, idsByName } = getShelf(kind, organisation);
    if (records.size >= most || records.has(id) || (name !== null && idsByName.has(name))) return undefined;
    put(kind, organisation, id, { ...record, version: 1 });
    if (kind === "approval") withArguments.set(`${organisation} ${id}`, { organisation, id });
    return () => put(kind, organisation, id, undefined);
  }

  function replace(kind: RecordKind, record: RecordBase): Undo | undefined {
    const { organisation, id, name, version } = record;
    const { records, idsByName } = getShelf(kind, organisation);
    const before = records.get(id);
    if (before === undefined || before.version !== version) return undefined;
    if (name !== null && name !== before.name && idsByName.has(name)) return undefined;
    put(kind, organisation, id, { ...record, version: version + 1 });
    return () => put(kind, organisation, id, before);
  }

  return {
    insert,
    replace,
    insertRecord: async (kind, record) => insert(kind, record) !== undefined,
    replaceRecord: async (kind, record) => replace(kind, record) !== undefined,
    dropRecords(before) {
      let dropped = 0;
      for (const [name, { records }] of shelves) {
        const kind = name.slice(0, name.indexOf(" "));
        if (!isDated(kind)) continue;
        for (const record of records.values()) {
          const dated = asKind<DatedKind>(record);
          if (dated === undefined || dated.createdAt >= before) break;
          if ("status" in dated && dated.status === "pending" && kind === "delivery") continue;
          put(kind, record.organisation, record.id, undefined);
          dropped += 1;
        }
      }
      return dropped;
    },
    useApproval({ approval, operation }) {
      if (approval === undefined || approval === null) return true;
      const record = getApproval(operation.organisation, approval.id);
      if (record === undefined || record.version !== approval.version) return false;
      getShelf("approval", operation.organisation).records.set(record.id, useApproval(record, operation.id));
      return true;
    },
    eraseApprovals(before) {
      for (const [name, { organisation, id }] of withArguments) {
        const record = getApproval(organisation, id);
        if (record !== undefined && record.createdAt >= before) break;
        withArguments.delete(name);
        if (record === undefined) continue;
        const erased: ApprovalRecord = { ...record, arguments: null };
        getShelf("approval", organisation).records.set(id, erased);
      }
    },
    async readRecord<Kind extends RecordKind>(kind: Kind, organisation: string, id: string) {
      return asKind<Kind>(getShelf(kind, organisation).records.get(id));
    },
    async readRecordByName<Kind extends RecordKind>(kind: Kind, organisation: string, name: string) {
      const { records, idsByName } = getShelf(kind, organisation);
      return asKind<Kind>(records.get(idsByName.get(name) ?? ""));
    },
    async deleteRecord(kind, organisation, id) {
      const isThere = getShelf(kind, organisation).records.has(id);
      if (isThere) put(kind, organisation, id, undefined);
      return isThere;
    },
    async listRecords<Kind extends RecordKind>(
      kind: Kind,
      organisation: string,
      { group }: { group?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) {
      const { records, ids, idsByGroup } = getShelf(kind, organisation);
      const listed = group === undefined ? ids : idsByGroup.get(group);
      return paginate(
        listed?.before(cursor) ?? [],
        (id) => asKind<Kind>(records.get(id)),
        () => true,
        limit,
      );
    },
  };
}
