import type { Country, ShipAddress, ShipInput } from "@codespar/contract";

type Consignment = Pick<ShipInput, "origin" | "destination" | "packages" | "recipient">;

interface Ends {
  from: string;
  to: string;
  city: string;
  state: string;
}

const ends: Readonly<Record<Country, Ends>> = {
  BR: { from: "01310-100", to: "20040-002", city: "Rio de Janeiro", state: "RJ" },
  MX: { from: "06600", to: "97000", city: "Mérida", state: "YUC" },
  AR: { from: "1425", to: "9410", city: "Ushuaia", state: "V" },
  CO: { from: "110111", to: "050001", city: "Medellín", state: "ANT" },
  CL: { from: "8320000", to: "6200000", city: "Punta Arenas", state: "MA" },
};

/** One parcel between two postal codes, without anything that may be left out. */
export function smallestConsignment(country: Country): Consignment {
  const { from, to } = ends[country];
  return {
    origin: { postal_code: from, country },
    destination: { postal_code: to, country },
    packages: [{ weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10 }],
  };
}

/** Two parcels, one of them declared, and all that the contract has of the one who receives them; `origin` says more of where they come from. */
export function fullestConsignment(country: Country, origin: Partial<ShipAddress> = {}): Consignment {
  const { from, to, city, state } = ends[country];
  return {
    origin: { postal_code: from, country, ...origin },
    destination: { postal_code: to, country, city, state, district: "Centro" },
    packages: [
      { weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10, declared_value: 12_990 },
      { weight_g: 1250.5, length_cm: 30, width_cm: 10, height_cm: 5 },
    ],
    recipient: {
      name: "Maria Exemplo",
      document: "52998224725",
      email: "maria@example.com",
      phone: "+5521987654321",
      address: "Rua A, 10",
    },
  };
}
