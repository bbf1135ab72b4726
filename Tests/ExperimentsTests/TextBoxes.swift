import Foundation
import FoundationXML

@testable import Figures

/// The lines of text of a drawing as boxes, to see whether any two touch.
final class TextBoxes: NSObject, XMLParserDelegate {
  /// A line of text that lies level.
  struct Box {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
  }

  private(set) var boxes: [Box] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var attributes: [String: String] = [:]
  private var text = ""

  /// The boxes of a drawing; nil if it is not well-formed.
  static func read(_ svg: String) -> TextBoxes? {
    let reader = TextBoxes()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  /// Pairs of texts that overlap, and texts that leave the drawing.
  var troubles: [String] {
    var troubles: [String] = []
    for (index, box) in boxes.enumerated() {
      if box.left < 0 || box.right > width || box.top < 0 || box.bottom > height {
        troubles.append("\(box.text) leaves the drawing")
      }
      for other in boxes.dropFirst(index + 1)
      where box.left < other.right && other.left < box.right && box.top < other.bottom
        && other.top < box.bottom
      {
        troubles.append("\(box.text) touches \(other.text)")
      }
    }
    return troubles
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if name == "svg" {
      width = Double(attributes["width"] ?? "") ?? 0
      height = Double(attributes["height"] ?? "") ?? 0
    }
    self.attributes = attributes
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    defer { text = "" }
    guard name == "text", attributes["transform"] == nil,
      let x = Double(attributes["x"] ?? ""), let y = Double(attributes["y"] ?? ""),
      let size = Double(attributes["font-size"] ?? "")
    else { return }
    // Figures reckon with a wide letter; those of a browser are some tenth narrower.
    let room = TextSize.width(text, size: size) * 0.92
    let left =
      switch attributes["text-anchor"] {
      case "middle": x - room / 2
      case "end": x - room
      default: x
      }
    boxes.append(
      Box(text: text, left: left, right: left + room, top: y - size * 0.72, bottom: y + size * 0.1))
  }
}
