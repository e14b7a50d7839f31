export { undiciTransport as platformTransport } from "./undici-transport.ts";
