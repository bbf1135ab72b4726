internal import CGSL

/// The normal distribution with mean 0 and standard deviation 1, as GSL computes it.
public enum NormalDistribution {
  /// The probability of a value up to `x`.
  public static func cumulative(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

  /// The value up to which the probability is `p`; infinite at 0 and 1.
  public static func quantile(_ p: Double) -> Double { gsl_cdf_ugaussian_Pinv(p) }
}
