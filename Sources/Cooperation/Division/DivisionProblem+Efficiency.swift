import Arithmetic
public import GameForms

extension DivisionProblem {
  /// A division that harms nobody and helps someone, the one that helps most in sum; nil where
  /// there is none, so that the allocation is efficient.
  ///
  /// - Throws: `BargainingError.tooMany` past `FairDivision.mostWays`.
  public func improvement(on allocation: Allocation) throws(BargainingError) -> Allocation? {
    let values = values(of: allocation)
    let floors = DivisionProblem(worths: worths, divisible: divisible, disagreement: values)
    guard let best = try FairDivision.solve(floors, by: .utilitarian) else { return nil }
    return best.values == values ? nil : best.allocation
  }
}
