import { Refusal } from "../simulation/provider-definition.ts";

export function invalidParameter(field: string): Refusal {
  return new Refusal("invalid_request", `The parameter ${field} is not valid.`, "parameter_validation_error");
}
