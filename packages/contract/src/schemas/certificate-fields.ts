import { z } from "zod";

/** A file in base64 whose content begins like DER (0x30), as certificates and keys do. Messages never show it. */
export const derFile = z
  .string()
  .max(100_000)
  .regex(/^MI[A-Za-z0-9+/]+={0,2}$/, {
    error: "Must be the certificate's file in base64, which begins with MI.",
  });

export const password = z.string().min(1).max(200);
