import { AuthenticationError } from "./errors/api-errors.ts";

/** The key, if it has the form of one. The message never shows what was passed. */
export function parseApiKey(apiKey: string | undefined): string {
  if (apiKey === undefined || apiKey === "") {
    throw refuse("No API key. Pass apiKey or set CODESPAR_API_KEY; any csk_test_ key works in the sandbox.");
  }
  if (typeof apiKey !== "string") throw refuse("The API key is not a string.");
  if (/\s/.test(apiKey)) throw refuse("The API key holds a space or a line break. Was it copied whole?");
  if (!/^(csk_live|csk_test|cssk_internal)_[\x21-\x7e]+$/.test(apiKey)) {
    throw refuse("The API key is malformed: it begins with csk_live_, csk_test_ or cssk_internal_.");
  }
  return apiKey;
}

function refuse(message: string): AuthenticationError {
  return new AuthenticationError({ code: "unauthorized", message, status: 401 });
}
