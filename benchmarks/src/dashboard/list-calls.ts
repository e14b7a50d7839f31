import type { Report } from "../figure.ts";
import { measureTasks } from "./measure-tasks.ts";
import { openPage } from "./open-page.ts";

const rows = 100_000;
/** Pixels of a row, as the list lays them out. */
const rowHeight = 40;

/**
 * 100,000 calls listed, scrolled and filtered. A frame waits for the tasks of the page's main thread, so none of those may
 * take longer than a frame may; processor time counts, since a machine that is busy with others makes any task long.
 */
export async function listCalls({ figure, progress }: Report): Promise<void> {
  await using opened = await openPage("/calls", { calls: rows });
  const { page, devtools } = opened;
  page.setDefaultTimeout(120_000);
  await page.locator(".list-body .row-link").first().waitFor();

  const begun = performance.now();
  await measure("while 100,000 calls are loaded by scrolling", async () => {
    await page.evaluate(`new Promise((done) => {
      const scroller = document.querySelector(".list-body");
      const next = () => {
        if (scroller.scrollHeight >= ${rows * rowHeight}) return done();
        scroller.scrollTop = scroller.scrollHeight;
        requestAnimationFrame(next);
      };
      next();
    })`);
  });
  figure({ name: "until all were loaded", value: (performance.now() - begun) / 1000, unit: "s" });

  await measure("over 300 frames of scrolling, far and near", async () => {
    await page.evaluate(`new Promise((done) => {
      const scroller = document.querySelector(".list-body");
      let frames = 0;
      const next = () => {
        if (++frames > 300) return done();
        scroller.scrollTop = frames % 3 === 0 ? Math.random() * scroller.scrollHeight : scroller.scrollTop + 400;
        requestAnimationFrame(next);
      };
      next();
    })`);
  });
  const shown = Number(await page.evaluate(`document.querySelectorAll(".list-body [role=row]").length`));
  figure({ name: "rows in the page", value: shown, unit: "rows", target: { atMost: 100 } });

  await measure("while they are filtered, letter by letter", async () => {
    await page.getByLabel("Buscar").pressSequentially("order-777", { delay: 120 });
    await page.locator(".list-body").getByText("777,99").first().waitFor();
  });

  async function measure(where: string, work: () => Promise<void>): Promise<void> {
    progress(where);
    const tasks = await measureTasks(devtools, work);
    figure({
      name: `longest task ${where}`,
      value: tasks[0] ?? 0,
      unit: "ms",
      target: { atMost: 50 },
      reason: `${tasks.filter((ms) => ms > 50).length} of ${tasks.length.toLocaleString("en-US")} took longer`,
    });
  }
}
