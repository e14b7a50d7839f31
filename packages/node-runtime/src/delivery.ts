export { deliverOnNode } from "./delivery/deliver-on-node.ts";
