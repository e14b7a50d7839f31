/** Where every generator takes its chance from. The same sequence of answers gives the same identifiers. */
export interface RandomSource {
  /** Integer in [0, bound). */
  integer(bound: number): number;
}
