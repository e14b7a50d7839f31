import { expect } from "vitest";
import { brazil, nfe, refuse, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import type { World } from "../world.ts";

/** A shop of its own, whose shirts and books are taxed differently. */
const acme = {
  ...brazil,
  tax_id: "11444777000161",
  name: "Acme Livros e Camisetas Ltda",
  goods: [
    ...(brazil.goods ?? []),
    {
      codes: ["LIV*"],
      ncm: "49019900",
      cfop: "5102",
      icms: { cst: "400" as const },
      pis: { cst: "06" },
      cofins: { cst: "06" },
    },
  ],
};

/** An NF-e of a session of this tenant, with the CNPJ that its access key names. */
async function issue({ codespar }: World, tenant?: string, args: Partial<typeof nfe.arguments> = {}) {
  const metadata = tenant === undefined ? {} : { tenant_id: tenant };
  const session = await codespar.sessions.create({ servers: ["nuvem-fiscal"], metadata });
  return session.execute({ ...nfe, arguments: { ...nfe.arguments, ...args } });
}

async function issuerOfNext(world: World, tenant?: string): Promise<string | undefined> {
  return succeed(await issue(world, tenant)).access_key?.slice(6, 20);
}

/** The document as the provider was given it. */
function sent({ sandbox }: World): unknown {
  return sandbox.calls.findLast(({ tool }) => tool === "nuvem_fiscal_create_nfe")?.arguments;
}

export const fiscalCases = [
  verifies(
    "fiscal.profiles",
    "a fiscal profile is stored, read, changed and deleted",
    async ({ codespar }) => {
      const certificate = { file: `MII${"A".repeat(400)}`, password: "senha-secreta" };
      const made = await codespar.fiscalProfiles.create({
        tenant_id: "acme",
        brazil: { ...brazil, certificate },
      });
      expect(made.brazil).toEqual({ ...brazil, certificate: { stored_at: expect.any(String) } });
      expect(await codespar.fiscalProfiles.get(made.id)).toEqual(made);
      const own = await codespar.fiscalProfiles.create({ brazil });
      expect(own.tenant_id).toBeNull();
      const listed = (await codespar.fiscalProfiles.list()).data;
      expect(listed.map(({ id, brazil }) => [id, brazil?.tax_id])).toEqual([
        [own.id, "**********0181"],
        [made.id, "**********0181"],
      ]);
      expect((await codespar.fiscalProfiles.list({ tenant_id: "acme" })).data.map(({ id }) => id)).toEqual([
        made.id,
      ]);
      const changed = await codespar.fiscalProfiles.update(made.id, { display_name: "Acme" });
      expect(changed).toMatchObject({ display_name: "Acme", brazil: made.brazil });
      expect(JSON.stringify([made, changed, listed])).not.toMatch(/senha|MIIA/);
      await codespar.fiscalProfiles.delete(made.id);
      await expect(codespar.fiscalProfiles.get(made.id)).rejects.toMatchObject({ code: "not_found" });
    },
  ),
  verifies("fiscal.issuer", "a document is issued by the profile that is nearest", async (world) => {
    const { codespar } = world;
    // the sandbox's own test issuer: nothing has to be set up
    expect(await issuerOfNext(world)).toBe("11222333000181");
    await codespar.fiscalProfiles.create({ tenant_id: "acme", brazil: acme });
    expect(await issuerOfNext(world, "acme")).toBe("11444777000161");
    expect(await issuerOfNext(world, "loja")).toBe("11222333000181");
    const own = await codespar.fiscalProfiles.create({ brazil: { ...acme, tax_id: "12ABC34501DE35" } });
    expect(await issuerOfNext(world, "loja")).toBe("12ABC34501DE35");
    await codespar.fiscalProfiles.delete(own.id);
    expect(await issuerOfNext(world, "loja")).toBe("11222333000181");
  }),
  verifies("fiscal.rules", "goods are taxed by product code", async (world) => {
    await world.codespar.fiscalProfiles.create({ tenant_id: "acme", brazil: acme });
    const { name, document } = nfe.arguments.customer;
    const address = { postal_code: "01310-100", number: "1578" };
    const made = await issue(world, "acme", {
      // the rest of the address follows
      customer: { name, document, address } as typeof nfe.arguments.customer,
      items: [
        { description: "Camiseta", quantity: 1, unit_amount: 5000 },
        { description: "Livro", quantity: 2, unit_amount: 4000, code: "LIV-7" } as never,
      ],
    });
    expect(succeed(made)).toMatchObject({ status: "authorized", amount: 13_000 });
    expect(sent(world)).toMatchObject({
      ambiente: "homologacao",
      infNFe: {
        emit: { CNPJ: "11444777000161", xNome: "Acme Livros e Camisetas Ltda" },
        dest: { enderDest: { xLgr: "Avenida Paulista", nro: "1578", cMun: "3550308", UF: "SP" } },
        det: [
          { prod: { NCM: "61091000" }, imposto: { ICMS: { ICMSSN102: { CSOSN: "102" } } } },
          {
            prod: { NCM: "49019900" },
            imposto: { ICMS: { ICMSSN102: { CSOSN: "400" } }, PIS: { PISNT: { CST: "06" } } },
          },
        ],
      },
    });
  }),
  verifies("fiscal.refused", "what cannot be issued rightly is not issued", async (world) => {
    const { codespar } = world;
    await codespar.fiscalProfiles.create({
      tenant_id: "acme",
      brazil: { ...acme, goods: acme.goods.filter(({ codes }) => codes[0] !== "*") },
    });
    const refusal = refuse(await issue(world, "acme"));
    expect(refusal.code).toBe("invalid_request");
    expect(refusal.message).toContain("no rule in brazil.goods for an item without code");
    expect(sent(world)).toBeUndefined();
    const session = await codespar.sessions.create({ servers: ["nuvem-fiscal"] });
    const { address: _address, ...customer } = nfe.arguments.customer;
    const missing = session.execute({
      name: "codespar_invoice",
      // as plain JavaScript may send it
      arguments: { ...nfe.arguments, customer } as typeof nfe.arguments,
    });
    await expect(missing).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining("customer.address"),
    });
  }),
];
