import type { Address } from "@codespar/contract";
import { describe, expect, it, vi } from "vitest";
import { type AddressRules, type PostalCodeEntry, resolveAddress } from "./resolve-address.ts";

const whole: Address = {
  postal_code: "01310-100",
  street: "Avenida Paulista",
  number: "1578",
  complement: "cj 12",
  district: "Bela Vista",
  city: "São Paulo",
  state: "SP",
};
const resolved = {
  postalCode: "01310100",
  street: "Avenida Paulista",
  number: "1578",
  complement: "cj 12",
  district: "Bela Vista",
  city: "São Paulo",
  cityCode: "3550308",
  state: "SP",
};
const rules: AddressRules = { provider: "Focus NFe", needsCityCode: true };

function lookingUp(entry: PostalCodeEntry) {
  const lookUp = vi.fn(async () => entry);
  return { lookUp, rules: { ...rules, lookUp } };
}

describe("an address in Brazil", () => {
  it("is taken whole, with the code of a capital and the state of a postal code from our data", async () => {
    const { lookUp, rules: asking } = lookingUp({});
    expect(await resolveAddress(whole, asking)).toEqual(resolved);
    expect(await resolveAddress({ ...whole, state: undefined }, asking)).toEqual(resolved);
    expect(await resolveAddress({ ...whole, city: "SAO PAULO", state: "sp" }, asking)).toMatchObject({
      cityCode: "3550308",
      state: "SP",
    });
    expect(lookUp).not.toHaveBeenCalled();
  });

  it("is completed by the provider's register, what was sent staying as it was", async () => {
    const { lookUp, rules: asking } = lookingUp({
      street: "Avenida Paulista",
      district: "Bela Vista",
      city: "São Paulo",
      cityCode: "3550308",
      state: "SP",
    });
    const address = { postal_code: "01310-100", number: "1578", complement: "cj 12" };
    expect(await resolveAddress(address, asking)).toEqual(resolved);
    expect(lookUp).toHaveBeenCalledExactlyOnceWith("01310100");
    expect(await resolveAddress({ ...address, street: "Alameda Santos" }, asking)).toMatchObject({
      street: "Alameda Santos",
    });
  });

  it.each([
    [
      { postal_code: "01310-100", number: "1" },
      /street, .*district, .*city, .*city_code missing: Focus NFe looks/,
    ],
    [{ ...whole, city: "Campinas", postal_code: "13010000" }, /^customer\.address\.city_code missing/],
    [{ ...whole, number: undefined }, /address\.number is missing/],
    [{ ...whole, postal_code: "1310" }, /postal_code is not a CEP/],
    [{ ...whole, state: "XX" }, /state XX is no Brazilian state/],
    [{ ...whole, state: "RJ" }, /state is RJ, and postal_code 01310100 is in SP/],
    [{ ...whole, country: "AR" }, /country is AR/],
    [{ ...whole, street: "Rua 😀" }, /street has "😀"/],
  ])("is refused by name when it cannot be made whole: %j", async (address, message) => {
    await expect(resolveAddress(address, rules)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(message),
    });
  });

  it("is refused with SEFAZ's own code when the register does not know the street", async () => {
    const { rules: asking } = lookingUp({ city: "Cunha", cityCode: "3513603", state: "SP" });
    await expect(resolveAddress({ postal_code: "12530000", number: "10" }, asking)).rejects.toMatchObject({
      providerCode: "726",
      message: expect.stringMatching(
        /^customer\.address\.street, customer\.address\.district missing: Focus NFe does not know/,
      ),
    });
  });

  it("needs no code of the municipality where the provider has names", async () => {
    const named = { ...rules, needsCityCode: false };
    expect(
      await resolveAddress({ ...whole, city: "Campinas", postal_code: "13010000" }, named),
    ).toMatchObject({
      city: "Campinas",
    });
  });
});
