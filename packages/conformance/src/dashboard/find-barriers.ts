import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A rule that a page breaks, with the elements that break it. */
export interface Barrier {
  rule: string;
  elements: string[];
}

/**
 * What axe finds in a page. It runs in a world of its own, since the page's policy allows no script but the page's.
 */
export async function findBarriers(page: Page): Promise<Barrier[]> {
  const client = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await client.send("Page.getFrameTree");
    const { executionContextId: contextId } = await client.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
    });
    await client.send("Runtime.evaluate", { expression: `${source};0`, contextId });
    const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
      expression: `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => JSON.stringify(
        violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html.slice(0, 200)) }))))`,
      contextId,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(`axe failed: ${exceptionDetails.text}`);
    return JSON.parse(String(result.value));
  } finally {
    await client.detach();
  }
}
