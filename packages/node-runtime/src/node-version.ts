export { explainOldNode } from "./platform/explain-old-node.ts";
