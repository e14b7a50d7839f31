import { publicTrackingCode, type Shipment } from "./shipment.ts";

/** A parcel's label as a PDF of one page of 10 by 15 centimetres, in base64, for carriers that send the file itself. */
export function labelPdf(shipment: Shipment): string {
  const { carrier, serviceName, recipient, destination, reference } = shipment;
  return btoa(
    writePdf(
      [
        `${carrier} ${serviceName}`,
        publicTrackingCode(shipment),
        recipient.name ?? "",
        recipient.address ?? "",
        `${destination.postalCode} ${destination.city}, ${destination.state}`,
        reference ?? "",
        "SANDBOX",
      ].map(toLatin1),
    ),
  );
}

/** Helvetica knows these letters; others are shown as a question mark. */
function toLatin1(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\xff]/gu, "?").replace(/[\\()]/g, "\\$&");
}

/** One page with a line of text for each, every character a byte. */
function writePdf(lines: readonly string[]): string {
  const content = ["BT /F1 12 Tf 20 395 Td 24 TL", ...lines.map((line) => `(${line}) Tj T*`), "ET"].join(
    "\n",
  );
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 283 425] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
