// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, ground floor first; an arrow between rooms only ever points down.
let package = Package(
  name: "Tumen",
  products: [
    .executable(name: "tumen", targets: ["tumen"]),
    .executable(name: "tumen-bench", targets: ["tumen-bench"]),
    .executable(name: "tumen-seminar", targets: ["tumen-seminar"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Module maps over Debian's C libraries, nothing else.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    // Types only: the library is opened at a terminal, not linked.
    .systemLibrary(name: "CEditline", providers: [.apt(["libedit-dev"])]),

    // Exact numbers: machine integers on the fast path, GMP behind it.
    .target(name: "Arithmetic", dependencies: ["CGMP"]),
    // The Swift face of GSL.
    .target(name: "GSL", dependencies: ["CGSL"]),
    // The Swift face of GLPK: solve, then certify exactly from the optimal basis.
    .target(name: "LinearPrograms", dependencies: ["CGLPK", "Arithmetic"]),
    // Games as plain values: numbers only, no names.
    .target(name: "GameForms", dependencies: ["Arithmetic"]),
    // Solution concepts of noncooperative games.
    .target(name: "Equilibria", dependencies: ["GameForms", "GSL", "LinearPrograms"]),
    // Solution concepts of coalitions, bargaining, fair division and conflict graphs.
    .target(name: "Cooperation", dependencies: ["GameForms", "GSL", "LinearPrograms"]),
    // The relative-gains rules and what follows from them.
    .target(
      name: "RelativeGains",
      dependencies: ["GameForms", "Equilibria", "Cooperation", "LinearPrograms"]),
    // Named games with parameters, stories and sources; every file format.
    .target(
      name: "Scenarios",
      dependencies: ["Arithmetic", "GameForms", "RelativeGains", "CYAML"]),
    // The corridor: concept registry, solve, thresholds, history.
    .target(
      name: "Laboratory",
      dependencies: ["Scenarios", "Equilibria", "Cooperation", "GSL", "LinearPrograms"]),
    // Specs, designs, the runner, results and expectations.
    .target(name: "Experiments", dependencies: ["Laboratory", "GSL"]),
    // SVG figures from results.
    .target(name: "Figures", dependencies: ["Laboratory", "Experiments", "Cooperation"]),
    // The command line and the REPL: words on the screen, no mathematics.
    .executableTarget(
      name: "tumen",
      dependencies: [
        "Laboratory", "Experiments", "Figures", "LinearPrograms", "CEditline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // A room of players: sessions, seats, moves, bots, the log they are rebuilt from, the debrief.
    // It speaks no HTTP.
    .target(
      name: "Seminar",
      dependencies: ["Laboratory", "Figures", .product(name: "GRDB", package: "GRDB.swift")]),
    // The seminar's web server and its pages.
    .executableTarget(
      name: "tumen-seminar",
      dependencies: [
        "Seminar", "Arithmetic", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Languages/de.yaml")]),
    // Speed and memory as ratios against a peer in the same run.
    .executableTarget(
      name: "tumen-bench",
      dependencies: [
        "Cooperation", "Equilibria", "RelativeGains", "Scenarios", "Poker", "TestSupport",
      ]),

    // A game that tests and benchmark share.
    .target(name: "Poker", dependencies: ["Arithmetic", "GameForms"], path: "Tests/Poker"),
    // Oracles and random games that tests and benchmark share.
    .target(
      name: "TestSupport", dependencies: ["Arithmetic", "GameForms"], path: "Tests/TestSupport"),
    .testTarget(name: "ArithmeticTests", dependencies: ["Arithmetic", "TestSupport"]),
    .testTarget(
      name: "EquilibriaTests",
      dependencies: ["Equilibria", "GSL", "LinearPrograms", "Poker", "TestSupport"]),
    .testTarget(
      name: "CooperationTests", dependencies: ["Cooperation", "RelativeGains", "TestSupport"]),
    .testTarget(name: "RelativeGainsTests", dependencies: ["RelativeGains", "TestSupport"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "TestSupport"]),
    .testTarget(name: "LaboratoryTests", dependencies: ["Laboratory", "TestSupport"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "Figures", "TestSupport"]),
    .testTarget(
      name: "SeminarTests",
      dependencies: ["Seminar", "tumen-seminar", "RelativeGains", "TestSupport"]),
    .testTarget(name: "tumenTests", dependencies: ["tumen", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Tests/Fuzz/fuzz.sh sets it; no other build may see this. libFuzzer brings a main of its own, so
// the programs are libraries here, and their mains have other names.
if Context.environment["TUMEN_FUZZ"] != nil {
  let programs = ["tumen", "tumen-seminar"]
  package.products = []
  package.targets = package.targets.map { target in
    guard programs.contains(target.name) else { return target }
    return .target(
      name: target.name, dependencies: target.dependencies, resources: target.resources,
      swiftSettings: [
        .unsafeFlags([
          "-enable-testing", "-Xfrontend", "-entry-point-function-name", "-Xfrontend",
          "\(target.name)-main",
        ])
      ])
  }
  package.targets.append(
    .executableTarget(
      name: "tumen-fuzz",
      dependencies: [
        "Experiments", "Seminar", "tumen", "tumen-seminar",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ], path: "Tests/Fuzz",
      exclude: ["corpus", "fuzz.sh"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
