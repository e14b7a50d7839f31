export { fetchTransport as defaultTransport } from "./fetch-transport.ts";
