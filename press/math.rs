//! Math, typeset while the book is built: `$…$` and `$$…$$` in a chapter become KaTeX markup.
//!
//! Nothing of this runs in the reader's browser: a page needs one style sheet and the fonts beside it
//! (`assets/katex/`), and shows its formulas without JavaScript.

mod html;
mod markup;
mod root;
mod source;
mod spelling;

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use katex::macros::MacroDefinition;
use katex::types::ParseErrorKind;
use katex::{KatexContext, Settings, StrictMode, StrictSetting};

/// The book's letters, so that chapters stay readable.
///
/// `\norm` and `\abs` do not grow with their argument: a power attaches to the bar and the spacing stays right. Where
/// the bars have to grow, write `\left\lVert … \right\rVert`.
const MACROS: &[(&str, &str)] = &[
    (r"\R", r"\mathbb{R}"),
    (r"\E", r"\mathbb{E}"),
    (r"\Var", r"\operatorname{Var}"),
    (r"\argmin", r"\operatorname*{arg\,min}"),
    (r"\argmax", r"\operatorname*{arg\,max}"),
    (r"\norm", r"\lVert #1 \rVert"),
    (r"\abs", r"\lvert #1 \rvert"),
    (r"\grad", r"\nabla"),
    (r"\yhat", r"\hat{y}"),
];

/// KaTeX's tables of functions, symbols and font metrics: slow to build, never changed.
static KATEX: LazyLock<KatexContext> = LazyLock::new(KatexContext::default);

/// A formula that cannot be typeset, or a dollar sign that belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MathError {
    /// Line of the chapter on which the formula starts, counted from 1.
    pub line: usize,
    /// The TeX source, without its dollar signs; a lone dollar sign with the text that follows it.
    pub formula: String,
    /// What is wrong, in KaTeX's words where KaTeX refuses the formula.
    pub message: String,
}

impl fmt::Display for MathError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, formula, message } = self;
        write!(formatter, "line {line}: `{formula}`: {message}")
    }
}

impl std::error::Error for MathError {}

/// A formula as it stands in the chapter.
struct Formula {
    /// Bytes of the chapter, dollar signs included.
    range: Range<usize>,
    /// TeX source without dollar signs, quotation and list prefixes.
    tex: String,
    /// True for `$$…$$`.
    display: bool,
}

/// Replaces every `$…$` and `$$…$$` of a chapter's Markdown by KaTeX's HTML and MathML; every other byte stays.
///
/// Code, `\$` and HTML attributes are left alone. The text of raw HTML blocks, such as a `<figcaption>`, is typeset
/// too, except inside code, scripts, templates and drawings; there, a literal dollar sign is written `&#36;`. A formula becomes one line in which Markdown finds nothing to interpret, so it works in headings,
/// lists, quotations, emphasis and table cells. In a table cell write `\vert` instead of `|`, and `\Vert` instead of
/// `\|`, which Markdown reads as a plain `|` there.
///
/// The marks that touch a formula in running text, such as its full stop, are tied to it: no line begins with them.
///
/// The same chapter always gives the same bytes.
///
/// # Errors
///
/// Every formula that KaTeX refuses and every dollar sign without a partner, in the order of the chapter.
pub fn render(markdown: &str) -> Result<String, Vec<MathError>> {
    let (formulas, strays) = source::find(markdown);
    let mut errors: Vec<(usize, MathError)> =
        strays.into_iter().map(|stray| (stray, stray_error(markdown, stray))).collect();

    let mut output = String::with_capacity(markdown.len());
    let mut copied = 0;
    for Formula { range, tex, display } in formulas {
        match typeset(&tex, display) {
            Ok(html) => {
                let before = &markdown[copied..range.start];
                let after = &markdown[range.end..];
                let (opening, closing) = match display {
                    true => (0, 0),
                    false => (markup::opening(before), markup::closing(after)),
                };
                let (before, opening) = before.split_at(before.len() - opening);
                output.push_str(before);
                if opening.is_empty() && closing == 0 {
                    output.push_str(&html);
                } else {
                    output.push_str(&markup::tie(opening, &html, &after[..closing]));
                }
                copied = range.end + closing;
            }
            Err(message) => {
                let line = line_of(markdown, range.start);
                let formula = tex.trim().to_owned();
                errors.push((range.start, MathError { line, formula, message }));
            }
        }
    }
    output.push_str(&markdown[copied..]);

    if errors.is_empty() {
        return Ok(output);
    }
    errors.sort_by_key(|(offset, _)| *offset);
    Err(errors.into_iter().map(|(_, error)| error).collect())
}

/// One formula as markup that Markdown leaves alone.
fn typeset(tex: &str, display: bool) -> Result<String, String> {
    if tex
        .split(r"\mathbb{")
        .skip(1)
        .any(|argument| argument.starts_with(|first: char| first.is_ascii_digit()))
    {
        // KaTeX shows an ordinary digit without a word: its fonts have no double-struck one.
        return Err(
            r"\mathbb has letters only; for the indicator write \mathbf{1}".to_owned()
        );
    }
    let settings = Settings {
        display_mode: display,
        // What TeX would not take either, such as accented text outside \text, is the author's mistake.
        strict: StrictSetting::Mode(StrictMode::Error),
        ..Settings::default()
    };
    settings.macros.borrow_mut().extend(
        MACROS
            .iter()
            .map(|&(name, body)| (name.to_owned(), MacroDefinition::StaticStr(body))),
    );
    match katex::render_to_string(&KATEX, &root::brace(tex), &settings) {
        Ok(html) => Ok(markup::shield(&html)),
        Err(error) => {
            let mut message = error.to_string();
            if let ParseErrorKind::UndefinedControlSequence { name } = &*error.kind
                && let Some(nearest) = spelling::nearest_command(name)
            {
                message.push_str(&format!("; did you mean {nearest}?"));
            }
            Err(message)
        }
    }
}

fn stray_error(markdown: &str, offset: usize) -> MathError {
    let rest = markdown[offset..].lines().next().unwrap_or_default();
    MathError {
        line: line_of(markdown, offset),
        formula: rest.chars().take(40).collect(),
        message: concat!(
            r"this dollar sign has no partner: write `$x$`, without blanks inside the dollar signs, or `$$x$$`; ",
            "a formula cannot contain an unmatched brace, a blank line, nor a line that starts with `+`, `-`, `=`, `>` or `#`, ",
            r"nor `|` in a table cell; a literal dollar sign is `\$`, in raw HTML `&#36;`",
        )
        .to_owned(),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

#[cfg(test)]
mod tests;
