//! What each directive stands for.
//!
//! | directive | becomes |
//! |---|---|
//! | `{{#listing losses/huber.rs:huber "The Huber loss"}}` | the code, numbered, linked to its file, with a copy that compiles |
//! | `{{#figure outlier-line delta=2}}` | the figure, numbered, with controls |
//! | `{{#value five-points.mse.mean:.1 outlier=-5}}` | a field of an outcome, formatted |
//! | `{{#table five-points}}` | an outcome's table, numbered |
//! | `{{#claim mae-robust}}` | a claim with verdict and evidence, numbered |
//! | `{{#claims}}` | the list of all claims |
//! | `{{#exercise huber}}`, `{{#quiz regression-losses}}` | practice |
//! | `{{#ref figure outlier-line}}` | a link: "Figure 2-3" |
//! | `{{#cite huber1964 "§2"}}` | a citation: "Huber (1964, §2)" |
//! | `{{#references}}` | the bibliography |
//! | `{{#objectives}}` | what the chapter teaches, from its front matter |
//! | `{{#plan}}`, `{{#sessions}}`, `{{#map}}` | weeks of study, sessions of a course, the parts and their chapters |

use crate::copyable::Library;
use crate::course::Course;
use crate::directive::{Directive, find};
use crate::labels::{Label, Labels, id, to_root};
use crate::listing;
use crate::markdown::{escape, to_html};
use crate::outcomes::{self, Outcomes};
use crate::practice;
use crate::references::References;
use crate::room::Room;
use crate::source_pages;
use anyhow::{Context, Result, anyhow, bail, ensure};
use listings::claims::{self, Claim, Verdict};
use listings::experiments::{Control, Scale, Settings};
use listings::report::Format;
use serde_json::Value;
use std::path::Path;

/// What expanding a chapter needs to know.
pub struct Expander<'a> {
    /// The repository.
    pub root: &'a Path,
    /// Where copies of listings take what they need.
    pub library: &'a Library,
    /// Where outcomes come from.
    pub outcomes: &'a Outcomes,
    /// Where everything stands.
    pub labels: &'a Labels,
    /// The book as a course.
    pub course: &'a Course,
    /// The bibliography.
    pub references: &'a References,
    /// Whether figures have controls.
    pub live: bool,
    /// The chapter's file, relative to `src`.
    pub chapter: String,
}

/// A chapter with its directives replaced.
pub struct Expanded {
    /// The text.
    pub text: String,
    /// For each line of the text, the line of the chapter it came from.
    pub lines: Vec<usize>,
}

impl Expander<'_> {
    /// Replaces every directive of a text.
    ///
    /// The second part is what does not resolve, each with its line; in the text, a zero stands for it, so that the text can be
    /// looked at further.
    pub fn expand(&self, text: &str) -> (Expanded, Vec<String>) {
        let mut expanded = Expanded { text: String::new(), lines: vec![1] };
        let directives = match find(text) {
            Ok(directives) => directives,
            Err(error) => return (expanded, vec![error.to_string()]),
        };
        let mut errors = Vec::new();
        let mut copied = 0;
        for directive in &directives {
            expanded.copy(&text[copied..directive.range.start]);
            match self.replace(directive) {
                Ok(replacement) => expanded.insert(&replacement),
                Err(error) => {
                    let written = &text[directive.range.clone()];
                    errors.push(format!("line {}: {written}: {error:#}", directive.line));
                    expanded.insert("0");
                }
            }
            copied = directive.range.end;
        }
        expanded.copy(&text[copied..]);
        expanded.text = expanded.text.replace(r"\{{#", "{{#");
        (expanded, errors)
    }

    fn replace(&self, directive: &Directive) -> Result<String> {
        match directive.kind.as_str() {
            "listing" => self.listing(directive),
            "figure" => self.figure(directive),
            "value" => self.value(directive),
            "table" => self.table(directive),
            "claim" => self.claim(&outcomes::claim(directive.name()?)?),
            "claims" => self.claims(),
            "exercise" => {
                let name = directive.name()?;
                let number = &self.labels.get("exercise", name)?.number;
                practice::exercise::render(name, number, &mut |text| self.inline(text))
            }
            "quiz" => {
                practice::quiz::render(directive.name()?, &mut |text| self.inline(text))
            }
            "ref" => self.reference(directive),
            "cite" => {
                let places = directive.caption.as_deref();
                let places = places.map(|places| {
                    Ok::<_, anyhow::Error>(one_paragraph(&self.inline(places)?))
                });
                let places = places.transpose()?;
                self.references.cite(directive.name()?, places.as_deref(), &self.chapter)
            }
            "references" => self.references.list(&self.chapter),
            "objectives" => {
                self.course.objectives(&self.chapter, &mut |text| self.inline(text))
            }
            "plan" => self.course.plan(&self.chapter, &mut |text| self.inline(text)),
            "sessions" => {
                self.course.sessions(&self.chapter, &mut |text| self.inline(text))
            }
            "map" => self.course.map(&self.chapter, &mut |text| self.inline(text)),
            other => bail!(
                "there is no directive `{other}`; valid are listing, figure, value, table, claim, claims, exercise, quiz, ref, cite, \
                 references, objectives, plan, sessions, map"
            ),
        }
    }

    /// Markdown with directives and math, as HTML.
    fn inline(&self, markdown: &str) -> Result<String> {
        let (expanded, errors) = self.expand(markdown);
        ensure!(errors.is_empty(), "{}", errors.join("; "));
        to_html(&expanded.text)
    }

    fn listing(&self, directive: &Directive) -> Result<String> {
        let name = directive.name()?;
        let caption = directive
            .caption
            .as_deref()
            .context("a listing needs a caption in quotes")?;
        let (room, reference) = Room::of(name);
        let listing = listing::load(&room.sources(self.root), reference)?;
        let (class, copy) = match room {
            // A script that is no script: its text reaches the page as it is, and the search index leaves it out.
            Room::Listings => {
                let copy = self.library.copyable(&listing)?;
                if copy.contains("</script") {
                    bail!("a listing cannot contain `</script`");
                }
                let script = format!(
                    "<script type=\"text/plain\" class=\"copyable\">\n{copy}</script>\n"
                );
                ("listing", script)
            }
            Room::Labs => ("listing of-labs", String::new()),
        };
        let page = format!(
            "{}{}",
            to_root(&self.chapter),
            source_pages::address(room, &listing.path)
        );
        let caption =
            self.caption("listing", name, &one_paragraph(&self.inline(caption)?))?;
        // The code is Markdown inside HTML, so that mdBook treats it like all other code; blank lines lead in and out.
        Ok(format!(
            "<figure class=\"{class}\" id=\"{}\">\n\
             <figcaption>{caption} <a class=\"source\" href=\"{page}\"><code>{}</code></a></figcaption>\n\n\
             ```rust\n{}```\n\n\
             {}</figure>\n",
            id("listing", name),
            room.shown(&listing.path),
            listing.code,
            copy,
        ))
    }

    fn figure(&self, directive: &Directive) -> Result<String> {
        let name = directive.name()?;
        let figure = outcomes::figure(name)?;
        let settings = settings(directive)?;
        let drawn = self.outcomes.drawn(name, &settings)?;
        let id = id("figure", name);
        let caption = format!("<span class=\"caption\">{}</span>", drawn.caption);
        let caption = self.caption("figure", name, &caption)?;
        let is_stepwise = self.live && figure.is_stepwise();
        let (live, controls) = if is_stepwise || self.live && !figure.controls.is_empty()
        {
            let controls: String = figure
                .controls
                .iter()
                .map(|control| control_html(&id, control))
                .collect();
            let training = if figure.is_stepwise() { TRAINING } else { "" };
            let form = format!(
                "<form class=\"controls\" hidden>{training}{controls}<div class=\"control-end\"><button type=\"reset\">Reset</button> \
                 <span class=\"status\" role=\"status\"></span></div></form>"
            );
            let page = self.chapter.strip_suffix(".md").unwrap_or(&self.chapter);
            (format!(" data-live=\"{page}.js\""), form)
        } else {
            (String::new(), String::new())
        };
        Ok(format!(
            "<figure class=\"figure\" id=\"{id}\" data-figure=\"{name}\"{live}>\
             <div class=\"drawing wide\">{}</div><div class=\"drawing narrow\">{}</div>{controls}\
             <figcaption>{caption}</figcaption>\
             <details class=\"data\"><summary>The data of {}</summary><div class=\"table-scroll\" tabindex=\"0\" \
             role=\"group\" aria-label=\"Data\">{}</div></details></figure>",
            drawn.wide,
            drawn.narrow,
            self.labels.get("figure", name)?.text(),
            drawn.data
        ))
    }

    fn table(&self, directive: &Directive) -> Result<String> {
        let name = directive.name()?;
        let table = self.outcomes.quotable(name, &settings(directive)?)?.table;
        let title = directive.caption.clone().unwrap_or(table.title.clone());
        let caption =
            self.caption("table", name, &one_paragraph(&self.inline(&title)?))?;
        let html = table.to_html();
        let untitled = html.find("<thead>").map_or(html.as_str(), |start| &html[start..]);
        Ok(format!(
            "<figure class=\"table\" id=\"{}\"><figcaption>{caption}</figcaption><div class=\"table-scroll\" tabindex=\"0\" \
             role=\"group\" aria-label=\"{}\"><table>{untitled}</div></figure>",
            id("table", name),
            escape(&table.title)
        ))
    }

    /// "Figure 2-3." as a link to itself, and the words of the caption.
    fn caption(&self, kind: &str, name: &str, words: &str) -> Result<String> {
        let label = self.labels.get(kind, name)?;
        Ok(format!(
            "<a class=\"number\" href=\"#{}\">{}.</a> {words}",
            label.id,
            label.text()
        ))
    }

    fn claim(&self, claim: &Claim) -> Result<String> {
        let label = self.labels.get("claim", claim.id)?;
        let found = self.outcomes.found(claim)?;
        if !found.supports {
            bail!("its evidence no longer supports “{}”: {}", claim.verdict, found.text);
        }
        Ok(format!(
            "<section class=\"claim {verdict}\" id=\"{}\" aria-label=\"{}\"><p class=\"said\"><a class=\"number\" href=\"#{}\">{}</a> \
             <q>{}</q> <span class=\"verdict\">{verdict}</span></p><p>{}</p><p class=\"evidence\"><b>Evidence.</b> {}</p>\
             <p class=\"source\">Source: {}.</p></section>",
            label.id,
            label.text(),
            label.id,
            label.text(),
            escape(claim.statement),
            escape(claim.correct),
            escape(&unbroken(&found.text)),
            escape(claim.source),
            verdict = claim.verdict,
        ))
    }

    /// The list of all claims, each linked to the place where it is shown.
    fn claims(&self) -> Result<String> {
        let mut all = claims::all();
        // In the order in which the book shows them.
        for claim in &all {
            self.labels.get("claim", claim.id)?;
        }
        all.sort_by_key(|claim| {
            self.labels.get("claim", claim.id).ok().map(Label::position)
        });
        let count = |verdict: Verdict| {
            all.iter().filter(|claim| claim.verdict == verdict).count()
        };
        let mut filter = choice("all", "All", all.len(), true);
        for verdict in [Verdict::Confirmed, Verdict::Corrected, Verdict::Depends] {
            let name = verdict.to_string();
            filter.push_str(&choice(&name, &capitalized(&name), count(verdict), false));
        }
        let mut rows = String::new();
        for claim in &all {
            let label = self.labels.get("claim", claim.id)?;
            rows.push_str(&format!(
                "<tr class=\"{verdict}\"><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td><span class=\"verdict\">{verdict}</span></td>\
                 <td>{}</td></tr>",
                label.address(&self.chapter),
                label.number,
                escape(claim.statement),
                escape(claim.correct),
                verdict = claim.verdict,
            ));
        }
        Ok(format!(
            "<fieldset class=\"verdicts\"><legend>Show the claims that are</legend>{filter}</fieldset>\
             <div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Claims\"><table class=\"claims\"><thead><tr><th scope=\"col\">Claim</th>\
             <th scope=\"col\">What is said</th><th scope=\"col\">Verdict</th><th scope=\"col\">What is so</th></tr></thead><tbody>{rows}</tbody>\
             </table></div>"
        ))
    }

    fn reference(&self, directive: &Directive) -> Result<String> {
        let [kind, name] = directive.words.as_slice() else {
            bail!(
                "a reference takes a kind and a name, as in `{{{{#ref figure outlier-line}}}}`"
            );
        };
        let label: &Label = self.labels.get(kind, name)?;
        Ok(format!("<a href=\"{}\">{}</a>", label.address(&self.chapter), label.text()))
    }

    fn value(&self, directive: &Directive) -> Result<String> {
        let reference = directive.name()?;
        let (path, format) = reference.split_once(':').unwrap_or((reference, ""));
        let format: Format = format.parse()?;
        let (name, fields) = path.split_once('.').with_context(|| {
            format!("`{path}` names no field; write experiment.field")
        })?;
        let quotable = self.outcomes.quotable(name, &settings(directive)?)?;
        let mut value = &quotable.fields;
        for field in fields.split('.') {
            value = member(value, field).with_context(|| format!("in `{path}`"))?;
        }
        match value {
            Value::Number(number) => {
                let number = number.as_f64().context("a number too large")?;
                Ok(unbroken(&format.apply(number)))
            }
            Value::String(text) => Ok(escape(text)),
            Value::Null => bail!("`{path}` is not a finite number in this outcome"),
            other => bail!("`{path}` is not a number but {}", kind_of(other)),
        }
    }
}

/// Text in which no line is broken inside a number: `1.4 × 10⁻⁴` gets no-break spaces.
fn unbroken(text: &str) -> String {
    text.replace(" × 10", "\u{a0}×\u{a0}10")
}

/// A field of an object, or an element of a list by its position from 0.
fn member<'v>(value: &'v Value, field: &str) -> Result<&'v Value> {
    let found = match value {
        Value::Array(items) => {
            field.parse().ok().and_then(|index: usize| items.get(index))
        }
        other => other.get(field),
    };
    found.ok_or_else(|| match value {
        Value::Object(fields) => {
            let names: Vec<&str> = fields.keys().map(String::as_str).collect();
            anyhow!("there is no field `{field}`; there are {}", names.join(", "))
        }
        Value::Array(items) => anyhow!(
            "there is no element `{field}`; there are 0 to {}",
            items.len().saturating_sub(1)
        ),
        other => anyhow!("there is no field `{field}` in {}", kind_of(other)),
    })
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a group of fields",
    }
}

/// One choice of the filter of claims. The style sheet hides the others' rows, so that it takes no script.
fn choice(value: &str, label: &str, count: usize, checked: bool) -> String {
    let checked = if checked { " checked" } else { "" };
    format!(
        "<label><input type=\"radio\" name=\"verdict\" id=\"verdict-{value}\" autocomplete=\"off\"{checked}> {label} ({count})</label> "
    )
}

/// A word with a capital letter first.
fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn settings(directive: &Directive) -> Result<Settings> {
    Ok(Settings::parse(directive.settings.iter().map(String::as_str))?)
}

/// The inside of a single paragraph.
fn one_paragraph(html: &str) -> String {
    let html = html.trim();
    html.strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"))
        .unwrap_or(html)
        .to_string()
}

/// The buttons of a figure whose experiment runs in slices.
const TRAINING: &str = "<div class=\"training\" role=\"group\" aria-label=\"Training\">\
     <button type=\"button\" class=\"play\">Play</button><button type=\"button\" class=\"step\">Step</button>\
     <button type=\"button\" class=\"restart\">Restart</button>\
     <progress max=\"1\" value=\"1\" aria-label=\"Progress of the training\"></progress></div>";

fn control_html(figure: &str, control: &Control) -> String {
    let Control { name, label, minimum, maximum, step, value, scale, .. } = control;
    let id = format!("{figure}-{}", name.replace('_', "-"));
    let input = match scale {
        Scale::Linear => format!(
            "<input type=\"range\" id=\"{id}\" name=\"{name}\" min=\"{minimum}\" max=\"{maximum}\" step=\"{step}\" value=\"{value}\" \
             data-scale=\"linear\">"
        ),
        Scale::Logarithmic => format!(
            "<input type=\"range\" id=\"{id}\" name=\"{name}\" min=\"{}\" max=\"{}\" step=\"any\" value=\"{}\" data-scale=\"logarithmic\" \
             data-min=\"{minimum}\" data-max=\"{maximum}\" data-value=\"{value}\" data-step=\"{step}\">",
            minimum.log10(),
            maximum.log10(),
            value.log10()
        ),
        Scale::Switch => {
            let checked = if *value == 1.0 { " checked" } else { "" };
            format!("<input type=\"checkbox\" id=\"{id}\" name=\"{name}\"{checked}>")
        }
    };
    format!(
        "<div class=\"control\"><label for=\"{id}\">{}</label>{input}<output for=\"{id}\">{}</output></div>",
        escape(label),
        Format::default().apply(*value)
    )
}

impl Expanded {
    /// Adds text of the chapter.
    fn copy(&mut self, text: &str) {
        self.text.push_str(text);
        let mut line = self.lines.last().copied().unwrap_or(1);
        for _ in text.matches('\n') {
            line += 1;
            self.lines.push(line);
        }
    }

    /// Adds text in place of a directive: all of it is of the directive's line.
    fn insert(&mut self, text: &str) {
        self.text.push_str(text);
        let line = self.lines.last().copied().unwrap_or(1);
        self.lines.extend(text.matches('\n').map(|_| line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_stays_on_the_line_of_its_number() {
        let number = ".1e".parse::<Format>().unwrap().apply(1.4e-4);
        assert_eq!(unbroken(&number), "1.4\u{a0}×\u{a0}10⁻⁴");
        assert_eq!(unbroken("3 × 4 of 5"), "3 × 4 of 5");
    }
}
