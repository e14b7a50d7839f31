import type { BeginOperation } from "../operation.ts";
import type { ApprovalRecord, RecordBase, RecordKind, RecordTypes } from "../record.ts";
import type { SmallRecordStore } from "../store.ts";
import { useApproval } from "../use-approval.ts";
import { paginate } from "./paginate.ts";
import { TimeOrderedList } from "./time-ordered-list.ts";

type SmallRecordMethods = SmallRecordStore & {
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

  function approvalOf(organisation: string, id: string): ApprovalRecord | undefined {
    return asKind<"approval">(shelfOf("approval", organisation).records.get(id));
  }

  function shelfOf(kind: RecordKind, organisation: string): Shelf {
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

  return {
    async insertRecord(kind, record) {
      const shelf = shelfOf(kind, record.organisation);
      const { records, idsByName, ids } = shelf;
      if (records.has(record.id) || (record.name !== null && idsByName.has(record.name))) return false;
      records.set(record.id, { ...record, version: 1 });
      if (record.name !== null) idsByName.set(record.name, record.id);
      ids.add(record.id);
      putIn(shelf, record);
      const { organisation, id } = record;
      if (kind === "approval") withArguments.set(`${organisation} ${id}`, { organisation, id });
      return true;
    },
    useApproval({ approval, operation }) {
      if (approval === undefined || approval === null) return true;
      const record = approvalOf(operation.organisation, approval.id);
      if (record === undefined || record.version !== approval.version) return false;
      shelfOf("approval", operation.organisation).records.set(record.id, useApproval(record, operation.id));
      return true;
    },
    eraseApprovals(before) {
      for (const [name, { organisation, id }] of withArguments) {
        const record = approvalOf(organisation, id);
        if (record !== undefined && record.createdAt >= before) break;
        withArguments.delete(name);
        if (record === undefined) continue;
        const erased: ApprovalRecord = { ...record, arguments: null };
        shelfOf("approval", organisation).records.set(id, erased);
      }
    },
    async readRecord<Kind extends RecordKind>(kind: Kind, organisation: string, id: string) {
      return asKind<Kind>(shelfOf(kind, organisation).records.get(id));
    },
    async readRecordByName<Kind extends RecordKind>(kind: Kind, organisation: string, name: string) {
      const { records, idsByName } = shelfOf(kind, organisation);
      return asKind<Kind>(records.get(idsByName.get(name) ?? ""));
    },
    async replaceRecord(kind, record) {
      const shelf = shelfOf(kind, record.organisation);
      const { records, idsByName } = shelf;
      const before = records.get(record.id);
      if (before === undefined || before.version !== record.version) return false;
      if (record.name !== before.name) {
        if (record.name !== null && idsByName.has(record.name)) return false;
        if (before.name !== null) idsByName.delete(before.name);
        if (record.name !== null) idsByName.set(record.name, record.id);
      }
      if (record.group !== before.group) {
        takeOut(shelf, before);
        putIn(shelf, record);
      }
      records.set(record.id, { ...record, version: record.version + 1 });
      return true;
    },
    async deleteRecord(kind, organisation, id) {
      const shelf = shelfOf(kind, organisation);
      const { records, idsByName, ids } = shelf;
      const record = records.get(id);
      if (record === undefined) return false;
      takeOut(shelf, record);
      records.delete(id);
      if (record.name !== null) idsByName.delete(record.name);
      ids.drop(id);
      return true;
    },
    async listRecords<Kind extends RecordKind>(
      kind: Kind,
      organisation: string,
      { group }: { group?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) {
      const { records, ids, idsByGroup } = shelfOf(kind, organisation);
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
