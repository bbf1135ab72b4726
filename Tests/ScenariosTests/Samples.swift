@testable import Scenarios

/// A complete game file, from which tests break one thing at a time.
let leaseYAML = """
  format: 1
  id: lease
  title: The lease
  family: port-leases
  when: 2003-2008
  story: >
    One asks,
    the other answers.
  actors:
    tenant: {name: Tenant, wants: a port}
    owner: {name: Owner}
  parameters:
    k:
      default: 1/2
      range: [0, 3]
      meaning: the owner's weight
      source: assumed
    berth-price: {default: 2, range: [1, 4], meaning: a price, source: "K, 3"}
  form: strategic
  strategies:
    tenant: {ask: "ask for it", no: "turn away"}
    owner: {yes: "grant it", off: "refuse"}
  payoffs:
    - {tenant: ask, owner: yes, gains: {tenant: 6 - berth-price, owner: berth-price}, because: b, source: s}
    - {tenant: ask, owner: off, gains: {tenant: -1, owner: 0}, because: b, source: s}
    - {tenant: no, owner: yes, gains: {tenant: 0, owner: -1/2}, because: b, source: s}
    - {tenant: no, owner: off, gains: {tenant: 0, owner: 0}, because: b, source: s}
  relative-gains:
    rule: grieco
    weights: {owner: {tenant: k}}
  outcome:
    profile: {tenant: no, owner: off}
    source: s
  seminar: {minutes: 40, players: 2, purpose: p, roles: {tenant: be bold}, debrief: [why]}
  """

/// The sample with the first of one passage replaced; the passage must be there.
func lease(_ passage: String, _ replacement: String) -> String {
  precondition(leaseYAML.contains(passage), "the sample holds no \(passage)")
  return leaseYAML.replacing(passage, with: replacement, maxReplacements: 1)
}

/// What the reader says of a text: the description of its error, or nil if it reads.
func complaint(_ text: String, _ format: ScenarioFormat = .yaml) -> String? {
  do {
    _ = try ScenarioReader.read(text: text, format: format, file: "f")
    return nil
  } catch {
    return error.description
  }
}
