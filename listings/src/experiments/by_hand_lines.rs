//! Tables of arithmetic: a quantity, its formula, the numbers put in, the result.

use crate::report::{Cell, Format, Table};

/// A number as one writes it by hand: at most four decimals, no zeros at the end.
pub(super) fn short(value: f64) -> String {
    Format::default().apply((value * 1e4).round() / 1e4)
}

/// The same, in parentheses where it is negative, to stand behind an operator.
pub(super) fn factor(value: f64) -> String {
    let text = short(value);
    if text.starts_with('−') { format!("({text})") } else { text }
}

/// A table with a row for each line: quantity, formula, numbers put in, value.
pub(super) fn table_of(title: &str, lines: &[(&str, &str, String, f64)]) -> Table {
    let mut table = Table::new(title, &["quantity", "formula", "in numbers", "value"]);
    for (quantity, formula, numbers, value) in lines {
        table.row(vec![
            (*quantity).into(),
            (*formula).into(),
            numbers.as_str().into(),
            Cell::Number(short(*value)),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_one_writes_them() {
        // 0.1 · 12 is 1.2000000000000002 in binary.
        assert_eq!(short(1.0 + 0.1 * 12.0), "2.2");
        assert_eq!(short(-3.0), "−3");
        assert_eq!(factor(-3.0), "(−3)");
        assert_eq!(factor(2.0 / 3.0), "0.6667");
        // A rounding left over is no number that one writes.
        assert_eq!(short(-1e-17), "0");
    }
}
