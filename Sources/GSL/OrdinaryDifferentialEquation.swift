internal import CGSL

/// A system of ordinary differential equations `x' = f(t, x)`, solved from a start.
public struct OrdinaryDifferentialEquation {
  /// How many unknowns there are.
  public let dimension: Int
  /// Writes the derivative at a time and a point.
  public let derivative: (_ time: Double, _ point: [Double], _ result: inout [Double]) -> Void

  /// The system with this right-hand side.
  ///
  /// - Precondition: at least one unknown.
  public init(
    dimension: Int, derivative: @escaping (Double, [Double], inout [Double]) -> Void
  ) {
    precondition(dimension > 0, "an equation needs an unknown")
    self.dimension = dimension
    self.derivative = derivative
  }

  /// The solution at the given times, by the Runge-Kutta method of Prince and Dormand of order 8
  /// with steps that adapt themselves.
  ///
  /// - Parameters:
  ///   - start: the point at time 0.
  ///   - times: where the solution is wanted, ascending, none below 0.
  ///   - tolerance: the error allowed a step, absolute and relative to the size of each unknown.
  ///   - mostSteps: steps allowed between two times.
  /// - Throws: ``GSLError`` where the steps do not suffice or the solution leaves the numbers.
  public func solution(
    from start: [Double], at times: [Double], tolerance: Double = 1e-10, mostSteps: Int = 1_000_000
  ) throws(GSLError) -> [[Double]] {
    precondition(start.count == dimension, "one number an unknown")
    _ = GSLErrors.areReturned
    let box = Box(self)
    var system = gsl_odeiv2_system(
      function: { time, point, result, box in
        guard let point, let result, let box else { return Int32(GSL_EFAULT) }
        return Unmanaged<Box>.fromOpaque(box).takeUnretainedValue().evaluate(time, point, result)
      }, jacobian: nil, dimension: dimension, params: Unmanaged.passUnretained(box).toOpaque())
    let driver = withUnsafePointer(to: &system) {
      gsl_odeiv2_driver_alloc_y_new($0, tumen_gsl_odeiv2_rk8pd(), 1e-3, tolerance, tolerance)
    }
    guard let driver else {
      throw GSLError(code: GSL_ENOMEM, request: "a solver of \(dimension) equations")
    }
    defer { gsl_odeiv2_driver_free(driver) }
    gsl_odeiv2_driver_set_nmax(driver, UInt(mostSteps))
    var (time, point, found) = (0.0, start, [[Double]]())
    for target in times {
      if target > time {
        let code = withUnsafeMutablePointer(to: &system) { system in
          // The driver looks at the system where it was when it was made.
          driver.pointee.sys = UnsafePointer(system)
          return gsl_odeiv2_driver_apply(driver, &time, target, &point)
        }
        try GSLErrors.check(Int(code), "a solution up to time \(target)")
      }
      found.append(point)
    }
    return withExtendedLifetime(box) { found }
  }

  /// The right-hand side as C can reach it, with arrays to compute in.
  private final class Box {
    private let equation: OrdinaryDifferentialEquation
    private var point: [Double]
    private var result: [Double]

    init(_ equation: OrdinaryDifferentialEquation) {
      self.equation = equation
      point = Array(repeating: 0, count: equation.dimension)
      result = point
    }

    func evaluate(
      _ time: Double, _ from: UnsafePointer<Double>, _ to: UnsafeMutablePointer<Double>
    ) -> Int32 {
      for index in point.indices { point[index] = from[index] }
      equation.derivative(time, point, &result)
      var isFinite = true
      for index in result.indices {
        to[index] = result[index]
        isFinite = isFinite && result[index].isFinite
      }
      return Int32(isFinite ? GSL_SUCCESS : GSL_EBADFUNC)
    }
  }
}
