import Laboratory

/// The project's JSON, which FlyingFox has another type of the same name for.
typealias JSON = JSONValue
