public import Arithmetic
public import GameForms

extension DivisionProblem {
  /// A division that harms nobody and helps someone, the one that helps most in sum; nil where
  /// there is none, so that the allocation is efficient.
  ///
  /// - Throws: `BargainingError.tooMany` past `FairDivision.mostWays`.
  public func improvement(on allocation: Allocation) throws(BargainingError) -> Allocation? {
    try improvement(over: values(of: allocation))
  }

  /// The same over anything that is worth `values` to the actors, no agreement for one.
  ///
  /// - Throws: `BargainingError.tooMany` past `FairDivision.mostWays`.
  public func improvement(over values: [Rational]) throws(BargainingError) -> Allocation? {
    let floors = DivisionProblem(worths: worths, divisible: divisible, disagreement: values)
    guard let best = try FairDivision.solve(floors, by: .utilitarian) else { return nil }
    return best.values == values ? nil : best.allocation
  }
}
