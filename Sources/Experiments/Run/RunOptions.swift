/// How to run an experiment; nothing in the results depends on it.
public struct RunOptions: Hashable, Sendable {
  /// How many threads compute.
  public var jobs = 1
  /// What to do with parts that lie in the directory already.
  public var earlier = Earlier.refuse
  /// The share to compute, nil for all of it.
  public var shard: Shard?
  /// Whether the first row without all its values ends the run.
  public var failsFast = false
  /// Whether parts with such rows are computed again on resuming.
  public var retriesFailed = false

  /// What to do with an unfinished run in the directory.
  public enum Earlier: Hashable, Sendable {
    /// Say so and stop.
    case refuse
    /// Keep its sound parts and compute the others.
    case resume
    /// Throw it away.
    case restart
  }

  /// The options with their defaults but for these.
  public init(jobs: Int = 1, earlier: Earlier = .refuse, shard: Shard? = nil) {
    self.jobs = jobs
    self.earlier = earlier
    self.shard = shard
  }
}
