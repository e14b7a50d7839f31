import { readMagic } from "../../simulation/faults-and-magic.ts";

/** Numbers of valid form that nobody answers, one a country. */
export const undeliverablePhones: ReadonlySet<string> = new Set([
  "+5511999990404",
  "+525555550404",
  "+5491155550404",
  "+573105550404",
  "+56965550404",
]);

/** Addresses whose mail is refused by the receiving server. */
export const undeliverableEmails: ReadonlySet<string> = new Set(["bounce@sandbox.codespar.dev"]);

/** What becomes of a message whose recipient, or whose text, asks for it. */
export type MessageFate = "undeliverable" | "fails_later" | "unread" | "read";

/** The fate that recipient and text ask for; `read` for everyone else. */
export function messageFate(to: string, text: string): MessageFate {
  if (undeliverablePhones.has(to) || undeliverableEmails.has(to.toLowerCase())) return "undeliverable";
  switch (readMagic(text)) {
    case "undeliverable":
      return "undeliverable";
    case "fails_later":
      return "fails_later";
    case "unread":
      return "unread";
    default:
      return "read";
  }
}
