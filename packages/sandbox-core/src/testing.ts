export { readQr } from "./testing/read-qr.ts";
