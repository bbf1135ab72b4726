import Foundation
import GRDB
public import Scenarios

/// Keeps the log of a session in one SQLite file to which rows are only ever added.
public final class SQLiteStore: EventStore {
  private let database: DatabaseQueue

  /// `TMSM`: marks the file as a session's log.
  static let applicationID = 0x544D_534D
  /// The version of the table and of what is in it.
  static let format = 1

  /// The log in the file at `path`.
  ///
  /// - Parameter isNew: whether the file must not be there yet; else it must.
  /// - Throws: `InputError` where the file is not as expected or cannot be used.
  public init(path: String, isNew: Bool) throws(InputError) {
    let whole = Position(file: path)
    guard FileManager.default.fileExists(atPath: path) != isNew else {
      throw InputError(
        isNew
          ? "the file is there: go on with tumen-seminar resume \(path), or name another by --store"
          : "there is no such session", at: whole)
    }
    do {
      // Tokens are in the file: it is for its owner alone.
      if isNew {
        guard
          FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw InputError("cannot be written", at: whole) }
      }
      var configuration = Configuration()
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE;
            """)
      }
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.write { database in
        if isNew { try Self.create(database) }
        let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
        let format = try Int.fetchOne(database, sql: "PRAGMA user_version")
        guard found == Self.applicationID, format == Self.format else {
          throw InputError("is not the log of a seminar, or of another version", at: whole)
        }
      }
    } catch let error as InputError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw InputError("is in use: end the other tumen-seminar first", at: whole)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw InputError("is not the log of a seminar", at: whole)
    } catch {
      throw InputError("cannot be used: \(error)", at: whole)
    }
  }

  private static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(format);
        CREATE TABLE event (
          sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE TRIGGER no_change BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
        CREATE TRIGGER no_removal BEFORE DELETE ON event
          BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
        """)
  }

  /// Adds the events in one transaction and waits for the disk.
  public func append(_ events: [LoggedEvent]) async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let rows = try events.map { logged in
      (
        logged.sequence, logged.time,
        String(decoding: try encoder.encode(logged.event), as: UTF8.self)
      )
    }
    try await database.write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO event (sequence, time, body) VALUES (?, ?, ?)")
      for (sequence, time, body) in rows {
        try statement.execute(arguments: [sequence, time, body])
      }
    }
  }

  /// Every event in the file.
  ///
  /// - Throws: `InputError` for a row that is no event.
  public func events() async throws -> [LoggedEvent] {
    let rows = try await database.read { database in
      try Row.fetchAll(database, sql: "SELECT sequence, time, body FROM event ORDER BY sequence")
        .map {
          (sequence: $0["sequence"] as Int, time: $0["time"] as Int, body: $0["body"] as String)
        }
    }
    let decoder = JSONDecoder()
    return try rows.enumerated().map { place, row in
      guard row.sequence == place,
        let event = try? decoder.decode(Event.self, from: Data(row.body.utf8))
      else { throw InputError("row \(place) of the log is no event of this version") }
      return LoggedEvent(sequence: place, time: row.time, event: event)
    }
  }
}
