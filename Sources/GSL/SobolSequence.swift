internal import CGSL

/// The Sobol quasi-random sequence: points that fill the unit cube evenly, the same on every run.
///
/// The first points are (1/2, 1/2), (3/4, 1/4), (1/4, 3/4): the origin is left out.
///
/// - Source: I. M. Sobol 1967, in the form of Antonov and Saleev 1979, as GSL implements it.
public struct SobolSequence: ~Copyable {
  /// The most dimensions GSL has direction numbers for.
  public static let mostDimensions = 40

  /// How many coordinates a point has.
  public let dimensions: Int
  private let generator: UnsafeMutablePointer<gsl_qrng>

  /// A sequence at its first point.
  ///
  /// - Parameter dimensions: 1 to ``mostDimensions``.
  /// - Throws: ``GSLError`` for any other number of dimensions.
  public init(dimensions: Int) throws(GSLError) {
    _ = GSLErrors.areReturned
    let request = "a Sobol sequence of \(dimensions) dimensions (1 to \(Self.mostDimensions))"
    guard (1...Self.mostDimensions).contains(dimensions) else {
      throw GSLError(code: GSL_EDOM, request: request)
    }
    guard let generator = gsl_qrng_alloc(tumen_gsl_qrng_sobol(), UInt32(dimensions)) else {
      throw GSLError(code: GSL_ENOMEM, request: request)
    }
    self.dimensions = dimensions
    self.generator = generator
  }

  deinit { gsl_qrng_free(generator) }

  /// The next point; every coordinate lies in (0, 1).
  ///
  /// - Throws: ``GSLError`` when the sequence is exhausted (after 2^30 points).
  public mutating func next() throws(GSLError) -> [Double] {
    var code = GSL_SUCCESS
    let point = [Double](unsafeUninitializedCapacity: dimensions) { buffer, count in
      code = Int(gsl_qrng_get(generator, buffer.baseAddress))
      count = dimensions
    }
    try GSLErrors.check(code, "the next point of a Sobol sequence")
    return point
  }

  /// Passes over points without computing what they are used for.
  ///
  /// - Throws: ``GSLError`` when the sequence ends before.
  public mutating func skip(_ points: Int) throws(GSLError) {
    for _ in 0..<points { _ = try next() }
  }
}
