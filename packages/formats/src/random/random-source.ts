/** The source of randomness of every generator. The same sequence of numbers gives the same identifiers. */
export interface RandomSource {
  /** Integer in [0, bound). */
  integer(bound: number): number;
}
