export { fileJournal } from "./node/file-journal.ts";
export { JournalError, type JournalErrorCode } from "./node/journal-error.ts";
export { type UndiciTransportOptions, undiciTransport } from "./transport/undici-transport.ts";
