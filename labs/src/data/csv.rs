//! Numbers between commas, below a line of headings.

use ndarray::Array2;

/// The numbers of `text` below its headings, of shape (lines, columns); an empty cell is
/// NaN.
///
/// # Errors
/// What was expected and what was found, where the headings are others, a line has more
/// or fewer cells, or a cell is no number.
pub(super) fn table(text: &str, headings: &str) -> Result<Array2<f64>, [String; 2]> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    if first != headings {
        return Err([format!("the headings {headings}"), first.to_string()]);
    }
    let columns = headings.split(',').count();
    let (mut numbers, mut rows) = (Vec::new(), 0);
    for (index, line) in lines.enumerate() {
        // Lines are counted from 1, and the headings are the first.
        let place = index + 2;
        let before = numbers.len();
        for cell in line.split(',') {
            numbers.push(match cell {
                "" => f64::NAN,
                cell => cell.parse().map_err(|_| {
                    [format!("a number in line {place}"), cell.to_string()]
                })?,
            });
        }
        let cells = numbers.len() - before;
        if cells != columns {
            return Err([format!("{columns} cells in line {place}"), cells.to_string()]);
        }
        rows += 1;
    }
    let table = Array2::from_shape_vec((rows, columns), numbers);
    Ok(table.expect("as many cells in every line"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn numbers_come_in_rows_and_nothing_is_nan() {
        assert_eq!(
            table("a,b\n1,2.5\n-3,4\n", "a,b"),
            Ok(array![[1.0, 2.5], [-3.0, 4.0]])
        );
        let missing = table("a,b\n1,\n", "a,b").unwrap();
        assert_eq!(missing[[0, 0]], 1.0);
        assert!(missing[[0, 1]].is_nan());
    }

    #[test]
    fn what_is_wrong_is_placed() {
        let error = |text| table(text, "a,b").unwrap_err().join(" / ");
        assert_eq!(error("b,a\n"), "the headings a,b / b,a");
        assert_eq!(error(""), "the headings a,b / ");
        assert_eq!(error("a,b\n1,2\n1\n"), "2 cells in line 3 / 1");
        assert_eq!(error("a,b\n1,x\n"), "a number in line 2 / x");
    }
}
