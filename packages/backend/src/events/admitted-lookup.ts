/** One address that a name stands for, as Node's resolver has it. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Every address that a name stands for, as `dns.lookup` with `all` returns them. */
export type ResolveName = (
  hostname: string,
  options: { all: true },
  callback: (error: Error | null, addresses: ResolvedAddress[]) => void,
) => void;

/** A resolver as `net.connect` takes it. */
export type NameLookup = (
  hostname: string,
  options: { all?: boolean | undefined },
  callback: (error: Error | null, address: string | ResolvedAddress[], family?: number) => void,
) => void;

/**
 * A resolver of the addresses that are admitted alone: what it returns is what is connected to, so that a name that was looked at
 * cannot stand for another address a moment later. `refuse` makes the error of a name that has none.
 */
export function admittedLookup(
  resolveName: ResolveName,
  isAdmitted: (address: string) => boolean,
  refuse: (hostname: string) => Error,
): NameLookup {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const [first, ...others] = addresses.filter(({ address }) => isAdmitted(address));
      if (first === undefined) return callback(refuse(hostname), "", 0);
      // Node asks for all of them, or for one
      if (options.all === true) return callback(null, [first, ...others]);
      callback(null, first.address, first.family);
    });
  };
}
