/** Characters of a WhatsApp text at Meta, whoever carries it there (doc: Cloud API, messages, text object). */
export const WHATSAPP_LENGTH = 4_096;
