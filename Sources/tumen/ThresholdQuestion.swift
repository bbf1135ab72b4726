import Arithmetic
import Experiments
import Figures
import Laboratory
import Scenarios

/// Where what a concept says changes, as the command line and the REPL ask it.
struct ThresholdQuestion {
  let scenario: Scenario
  /// What is asked at each value; nil for what suits the form.
  var concept: ThresholdConcept?
  /// The parameter that runs, if one does, and what else is set.
  let run: ParameterRequest
  /// All parameters that run; none for the only one there is.
  let requests: [Regions.Request]
  var width = Rational(1, 1_000_000)
  var seconds = ParameterRegions.patience

  /// What is found, and how to draw it where it is drawn.
  typealias Found = (map: any ParameterMap, figure: (() -> String)?)

  /// The answer; of payoffs that are not affine, what can be certified part by part.
  func answer() throws -> Found {
    let asked = concept ?? .byDefault(forForm: scenario.form.name)
    guard concept == nil || asked.form == scenario.form.name else {
      throw LaboratoryError.wrongForm(
        asked: "--concept \(asked.rawValue)", takes: [asked.form], found: scenario.form.name)
    }
    do {
      return try exact(asked)
    } catch let error as LaboratoryError {
      guard case .notAffine = error, asked.hasBounds else { throw error }
      return (try refined(asked), nil)
    }
  }

  private func refined(_ concept: ThresholdConcept) throws -> RefinedRegions {
    let only = scenario.parameters.count == 1 ? scenario.parameters[0].name : nil
    guard let name = run.parameter ?? only else {
      throw LaboratoryError.nameAParameter(known: scenario.parameters.map(\.name))
    }
    return try RefinedRegions(
      of: scenario, concept: concept,
      over: requests.count > 1 ? requests : [.init(name, from: run.from, to: run.to)],
      set: run.set, relativeGains: run.relativeGains, seconds: seconds)
  }

  private func exact(_ concept: ThresholdConcept) throws -> Found {
    if requests.count > 1, concept == .nash {
      throw UsageError(
        "--concept nash follows one parameter, as borders over two are no lines: write --parameter "
          + "once and --set for the others, or map --concept pure")
    }
    switch requests.count {
    case ...1: return try along(concept)
    case 2:
      let regions = try Regions(
        of: scenario, concept: concept, x: requests[0], y: requests[1], set: run.set,
        relativeGains: run.relativeGains, seconds: seconds)
      return (regions, { PolygonFigure(regions).svg })
    default:
      if concept == .pure {
        return (
          try ParameterRegions(
            of: scenario, over: requests, set: run.set, relativeGains: run.relativeGains,
            seconds: seconds), nil
        )
      }
      guard concept.hasBounds else {
        throw UsageError(
          "--concept \(concept.rawValue) follows two parameters at most: write --set for the others"
        )
      }
      return (try refined(concept), nil)
    }
  }

  /// Along one parameter.
  private func along(_ concept: ThresholdConcept) throws -> Found {
    switch concept {
    case .pure:
      let thresholds = try Thresholds(
        of: scenario, parameter: run.parameter, from: run.from, to: run.to, set: run.set,
        relativeGains: run.relativeGains)
      return (thresholds, { ThresholdFigure(thresholds).svg })
    case .nash:
      let branches = try NashBranches(of: scenario, run, width: width)
      return (branches, { BranchFigure(branches).svg })
    case .subgamePerfect: return (try StepThresholds(subgamePerfect: scenario, run), nil)
    case .core: return (try StepThresholds(core: scenario, run), nil)
    case .hypergame: return (try StepThresholds(hypergame: scenario, run), nil)
    case .lotteries: return (try refined(concept), nil)
    case .zoneOfAgreement:
      let zone = try AgreementThresholds(
        of: scenario, parameter: run.parameter, from: run.from, to: run.to, set: run.set,
        relativeGains: run.relativeGains)
      guard let zone else { break }
      return (zone, nil)
    }
    throw LaboratoryError.wrongForm(
      asked: "thresholds", takes: [concept.form], found: scenario.form.name)
  }
}
