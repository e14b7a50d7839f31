/** Where a carrier's sandbox would show a label. Nothing answers there. */
export function labelLink(server: string, shipmentId: string): string {
  return `https://${server}.sandbox.codespar.dev/labels/${shipmentId}.pdf`;
}
