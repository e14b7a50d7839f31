import { describe, expect, it } from "vitest";
import { Phone } from "../screens/messages/phone.tsx";
import { methodName } from "../screens/payments/method-name.ts";
import { englishText } from "../testing/english-text.ts";
import { render } from "../testing/render.tsx";
import { Facts } from "./facts.tsx";
import { LinkList } from "./link-list.tsx";
import { Meter } from "./meter.tsx";
import { QrCode } from "./qr-code.tsx";
import { SafeLink } from "./safe-link.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { Timeline } from "./timeline.tsx";

describe("what others wrote", () => {
  it("is text in a phone, with what was written back after it", () => {
    const html = render(
      <Phone
        channel="whatsapp"
        to="+5511987654321"
        text="<img src=x onerror=alert(1)>"
        at="2026-03-02T12:00:00Z"
        state="read"
        replies={[{ id: "r1", text: "Obrigada & até!", at: Date.parse("2026-03-02T12:05:00Z") }]}
      />,
    );
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html.indexOf("Obrigada &amp; até!")).toBeGreaterThan(html.indexOf("&lt;img"));
    expect(html).toContain("WhatsApp");
  });

  it("is a link over HTTP alone, told nothing of where it was", () => {
    expect(render(<SafeLink href="data:text/html,x">x</SafeLink>)).toBe(
      '<span class="mono">data:text/html,x</span>',
    );
    expect(render(<SafeLink href="https://a.example/b">PDF</SafeLink>)).toContain(
      'href="https://a.example/b" target="_blank" rel="noopener noreferrer"',
    );
  });
});

it("names addresses as people know them", () => {
  const html = render(
    <LinkList
      value={{
        pdf_url: "https://a.example/1.pdf",
        url: "https://a.example/2",
        label_url: "https://a.example/3",
      }}
    />,
  );
  expect(html.replaceAll(/<[^>]+>/g, "|").match(/[A-Z]\w+/g)).toEqual(["PDF", "Page", "Label"]);
  expect(render(<LinkList value={{ id: "x" }} />)).toBe("");
});

it("says how full a quota is, in words and by colour, and never beyond its end", () => {
  expect(render(<Meter value={23.9} label="a" />)).toContain('class="meter good"');
  expect(render(<Meter value={90} label="a" />)).toContain('class="meter warn"');
  const full = render(<Meter value={140} label="140 %" />);
  expect(full).toContain('class="meter bad"');
  expect(full).toContain('aria-valuenow="100"');
  expect(full).toContain('aria-valuetext="140 %"');
});

it("leaves out facts that are not there, but none that are zero", () => {
  const html = render(
    <Facts
      rows={[
        ["a", null],
        ["b", undefined],
        ["c", ""],
        ["d", 0],
      ]}
    />,
  );
  expect(html).toBe('<dl class="facts"><div><dt>d</dt><dd>0</dd></div></dl>');
});

it("shows states in words, and those that nobody knows as they are", () => {
  expect(render(<StatusBadge status="partially_refunded" />)).toContain("partly refunded");
  expect(render(<StatusBadge status="disputed" />)).toBe('<span class="badge warn">disputed</span>');
  expect(render(<StatusBadge status="<b>" />)).toBe('<span class="badge plain">&lt;b&gt;</span>');
});

it("names the day in a timeline only where it changes", () => {
  const html = render(
    <Timeline
      label="Life"
      entries={[
        { key: "a", at: "2026-03-02T12:00:00", title: "A" },
        { key: "b", at: "2026-03-02T12:00:05", title: "B" },
        { key: "c", at: "2026-03-04T12:00:00", title: "C" },
      ]}
    />,
  );
  const times = [...html.matchAll(/<time[^>]*>([^<]*)</g)].map(([, text]) => text?.replaceAll("\u202f", " "));
  expect(times).toEqual(["12:00:00 PM", "12:00:05 PM", "Mar 4, 2026, 12:00:00 PM"]);
});

it("draws codes that are dark on light, whatever the theme", () => {
  const html = render(<QrCode text="00020101021226850014br.gov.bcb.pix" label="Pix" />);
  expect(html).toContain('role="img" aria-label="Pix"');
  expect(html).toContain('fill="#fff"');
  expect(html.match(/M\d+ \d+h1v1h-1z/g)?.length).toBeGreaterThan(200);
});

it("names methods as people know them", () => {
  expect(
    ["pix", "credit_card", "spei", "carrier_pigeon"].map((each) => methodName(each, englishText.t)),
  ).toEqual(["Pix", "Credit card", "SPEI", "carrier pigeon"]);
});
