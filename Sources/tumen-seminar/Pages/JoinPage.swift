import Scenarios
import Seminar

/// The door: a name and the code.
struct JoinPage {
  let words: Words
  /// Why the last attempt failed, nil for none.
  var trouble: String?
  /// The name typed before.
  var name = ""

  var html: HTML {
    let trouble: HTML = self.trouble.map { "<p class=\"warning\" role=\"alert\">\($0)</p>" } ?? ""
    return Page(
      title: words(.join), words: words,
      content: """
        <h1>\(words(.join))</h1>
        <form class="card" method="post" action="/join">
        \(trouble)
        <p><label for="name">\(words(.name))</label>
        <input type="text" class="wide" id="name" name="name" required maxlength="\(Room.longestName)"
          autocomplete="off" value="\(name)"></p>
        <p><label for="code">\(words(.code))</label>
        <input type="text" class="code" id="code" name="code" required maxlength="12" size="8"
          autocomplete="off" autocapitalize="characters" spellcheck="false"></p>
        <p><button class="main">\(words(.enter))</button></p>
        </form>
        """
    ).html
  }
}

/// A page that says one thing.
struct NoticePage {
  let words: Words
  let text: String
  /// Where to go from here.
  var back = "/"

  var html: HTML {
    Page(
      title: words(.seminar), words: words,
      content: """
        <div class="card"><p>\(text)</p><p><a href="\(back)">\(words(.back))</a></p></div>
        """
    ).html
  }
}
