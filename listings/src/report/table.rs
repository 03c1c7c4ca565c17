//! A table of an outcome: shown in a page, printed on a terminal, opened behind a
//! figure.

use super::Format;
use serde::{Deserialize, Serialize};

/// A table with one heading a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows, in a phrase.
    pub title: String,
    /// One heading a column; the first column names the row.
    pub headings: Vec<String>,
    /// The cells, one row each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Words, aligned to the left.
    Text(String),
    /// A number already formatted, aligned to the right.
    Number(String),
}

impl Cell {
    /// A number with so many digits after the point.
    pub fn number(value: f64, digits: usize) -> Self {
        Self::Number(Format::fixed(digits).apply(value))
    }

    /// A count.
    pub fn count(value: usize) -> Self {
        Self::Number(value.to_string())
    }

    /// The text of the cell.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl Table {
    /// An empty table with these headings.
    pub fn new(title: impl Into<String>, headings: &[&str]) -> Self {
        Self {
            title: title.into(),
            headings: headings.iter().map(ToString::to_string).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    ///
    /// # Panics
    /// Panics when the row is not as long as the headings.
    pub fn row(&mut self, cells: Vec<Cell>) {
        assert_eq!(
            cells.len(),
            self.headings.len(),
            "a row of table \"{}\" has {} cells for {} headings",
            self.title,
            cells.len(),
            self.headings.len()
        );
        self.rows.push(cells);
    }

    /// The table for a page, on one line: a blank line would end an HTML block in
    /// Markdown.
    pub fn to_html(&self) -> String {
        let cell = |tag: &str, cell: &Cell| match cell {
            Cell::Text(text) => format!("<{tag}>{}</{}>", escape(text), &tag[..2]),
            Cell::Number(text) => {
                format!("<{tag} class=\"number\">{}</{}>", escape(text), &tag[..2])
            }
        };
        let heading = |text: &String| format!("<th scope=\"col\">{}</th>", escape(text));
        let headings: String = self.headings.iter().map(heading).collect();
        let rows: String = self
            .rows
            .iter()
            .map(|row| {
                let first = cell("th scope=\"row\"", &row[0]);
                let others: String =
                    row[1..].iter().map(|other| cell("td", other)).collect();
                format!("<tr>{first}{others}</tr>")
            })
            .collect();
        format!(
            "<table><caption>{}</caption><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>",
            escape(&self.title)
        )
    }

    /// The table for a terminal: columns aligned, two spaces apart.
    pub fn to_text(&self) -> String {
        let widths: Vec<usize> = (0..self.headings.len())
            .map(|column| {
                let cells = self.rows.iter().map(|row| row[column].text());
                let texts = cells.chain([self.headings[column].as_str()]);
                texts.map(|text| text.chars().count()).max().unwrap_or(0)
            })
            .collect();
        let is_number = |column: usize| {
            matches!(self.rows.first().map(|row| &row[column]), Some(Cell::Number(_)))
        };
        let line = |texts: Vec<&str>| {
            let cells =
                texts.iter().zip(&widths).enumerate().map(|(column, (text, &width))| {
                    if is_number(column) {
                        format!("{text:>width$}")
                    } else {
                        format!("{text:<width$}")
                    }
                });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
        };
        let mut lines = vec![line(self.headings.iter().map(String::as_str).collect())];
        lines.extend(
            self.rows.iter().map(|row| line(row.iter().map(Cell::text).collect())),
        );
        lines.join("\n")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_by_characters_and_numbers_to_the_right() {
        let mut table = Table::new("losses", &["loss", "value"]);
        table.row(vec!["MSE".into(), Cell::number(83.6, 1)]);
        table.row(vec!["Huber, δ = 1".into(), Cell::number(-5.1, 1)]);
        assert_eq!(
            table.to_text(),
            "loss          value\nMSE            83.6\nHuber, δ = 1   −5.1"
        );
    }

    #[test]
    fn html_names_rows_and_columns_and_escapes_text() {
        let mut table = Table::new("a < b", &["loss", "value"]);
        table.row(vec!["R&D".into(), Cell::number(1.0, 1)]);
        let html = table.to_html();
        assert!(html.contains("<caption>a &lt; b</caption>"), "{html}");
        assert!(
            html.contains("<th scope=\"row\">R&amp;D</th><td class=\"number\">1.0</td>"),
            "{html}"
        );
    }

    #[test]
    #[should_panic(expected = "a row of table \"losses\" has 1 cells for 2 headings")]
    fn a_short_row_is_refused() {
        Table::new("losses", &["loss", "value"]).row(vec!["MSE".into()]);
    }
}
