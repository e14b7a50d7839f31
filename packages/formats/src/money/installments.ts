/** Splits an amount in minor units into equal parcels; the first one takes the remainder, the sum is the total. */
export function splitInstallments(total: number, count: number): number[] {
  if (!Number.isSafeInteger(total) || total < 0) {
    throw new RangeError(`Total ${total} cannot be split. Pass a whole number of minor units.`);
  }
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`Cannot split into ${count} installments. Pass a whole number from 1.`);
  }
  const parcel = Math.floor(total / count);
  const parcels = new Array<number>(count).fill(parcel);
  parcels[0] = total - parcel * (count - 1);
  return parcels;
}
