/// Colours that stay apart for colour-blind readers and, through dashes, marks and hatching, in
/// grey.
///
/// - Source: line colours of Okabe and Ito 2008; the ramp is ColorBrewer's YlGnBu, Brewer 2003.
enum Palette {
  /// Text and axes.
  static let ink = "#222222"
  /// What should not draw the eye.
  static let faint = "#666666"
  /// Grid lines.
  static let grid = "#dddddd"
  /// Where there is no value.
  static let missing = "#f2f2f2"

  /// Colours of lines, the most distinct first.
  static let lines = ["#0072b2", "#d55e00", "#009e73", "#000000", "#cc79a7", "#e69f00", "#56b4e9"]

  /// Dashes of lines, solid first.
  static let dashes: [[Double]] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4]]

  /// Fills of named regions, light enough for black letters, of different lightness.
  static let fills = [
    "#deebf7", "#fdb863", "#92c5de", "#1b7837", "#e7d4e8", "#b35806", "#5aae61", "#2166ac",
    "#fee0b6", "#762a83", "#d9f0d3", "#878787",
  ]

  private static let ramp: [(red: Double, green: Double, blue: Double)] = [
    (255, 255, 217), (199, 233, 180), (127, 205, 187), (65, 182, 196), (29, 145, 192),
    (34, 94, 168), (8, 29, 88),
  ]

  /// The colour of a share from 0 (light) to 1 (dark); lightness falls all the way.
  static func shade(_ share: Double) -> String {
    let place = min(max(share, 0), 1) * Double(ramp.count - 1)
    let lower = min(Int(place), ramp.count - 2)
    let part = place - Double(lower)
    let (a, b) = (ramp[lower], ramp[lower + 1])
    return "#" + hexadecimal(a.red + (b.red - a.red) * part)
      + hexadecimal(a.green + (b.green - a.green) * part)
      + hexadecimal(a.blue + (b.blue - a.blue) * part)
  }

  private static func hexadecimal(_ value: Double) -> String {
    let text = String(Int(value.rounded()), radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}
