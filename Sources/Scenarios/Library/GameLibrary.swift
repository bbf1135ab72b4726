/// The prepared games and experiments on disk.
public struct GameLibrary: Sendable {
  /// One prepared file.
  public struct Entry: Hashable, Sendable {
    /// `family/id`, for an experiment its `id`.
    public let name: String
    /// Where the file is.
    public let path: String
  }

  /// The folder that holds `Games/` and `Experiments/`; nil if none was found.
  public let home: String?

  /// The library of the folder `home`, or, if nil, of `TUMEN_HOME`, of the current folder and those
  /// above it, or of the folders above the executable, whichever first has a folder `Games`.
  public init(home: String? = nil) {
    self.home = home
  }

  /// The prepared games, by name.
  public func games() throws(InputError) -> [Entry] { [] }

  /// The prepared experiments, by name.
  public func experiments() throws(InputError) -> [Entry] { [] }

  /// The file of a game: `family/id`, an `id` alone, or a path.
  ///
  /// - Throws: ``InputError`` with the nearest known name.
  public func locate(_ game: String) throws(InputError) -> String {
    throw InputError("not built yet")
  }

  /// The file of an experiment: an `id`, or a path.
  public func locate(experiment: String) throws(InputError) -> String {
    throw InputError("not built yet")
  }
}
