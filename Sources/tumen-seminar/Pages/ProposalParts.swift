import Scenarios
import Seminar

/// A form to propose a level of each issue.
struct IssuesPart {
  let part: PlayPart

  var html: HTML {
    guard !part.outlook.issues.isEmpty else { return "" }
    let fields = part.outlook.issues.enumerated().html { place, issue in
      let levels = issue.levels.html { level in
        let detail: HTML = level.detail.map { " — \($0)" } ?? ""
        return "<option value=\"\(level.value)\">\(level.label)\(detail)</option>"
      }
      let detail: HTML = issue.detail.map { " <span class=\"soft\">\($0)</span>" } ?? ""
      return """
        <p><label for="issue\(place)"><b>\(issue.label)</b>\(detail)</label>
        <select class="wide" id="issue\(place)" name="issue\(place)">\(levels)</select></p>
        """
    }
    return """
      <h3>\(part.words(.makeProposal))</h3>
      \(part.opening("propose"))\(fields)
      <p><button class="main">\(part.words(.propose))</button></p></form>
      """
  }
}

/// A form to propose a coalition and its division.
struct PartnersPart {
  let part: PlayPart

  var html: HTML {
    guard let partners = part.outlook.partners else { return "" }
    let rows = partners.free.html { actor in
      let isOwn = actor == part.seat.actor
      let box: HTML =
        isOwn
        ? "<input type=\"hidden\" name=\"member\(actor)\" value=\"1\">"
        : "<input type=\"checkbox\" id=\"member\(actor)\" name=\"member\(actor)\" value=\"1\">"
      return """
        <tr><td><label for="member\(actor)">\(box) \(part.name(actor))</label></td>
        <td><input type="text" class="number" inputmode="text" id="share\(actor)"
          name="share\(actor)" maxlength="20" aria-label="\(part.words(.shares)): \(part.name(actor))">
        </td></tr>
        """
    }
    let worths = partners.worths.html {
      "<tr><td>\(part.words($0.outcome))</td><td class=\"number\">\(part.words($0.gain))</td></tr>"
    }
    return """
      <details id="worths"><summary>\(part.words(.worths))</summary><table>\(worths)</table></details>
      <h3>\(part.words(.makeProposal))</h3>
      \(part.opening("unite"))<table><tr><th>\(part.words(.coalition))</th>
      <th>\(part.words(.shares))</th></tr>\(rows)</table>
      <p><button class="main">\(part.words(.propose))</button></p></form>
      """
  }
}
