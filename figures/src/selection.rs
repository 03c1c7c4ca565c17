//! Which figures a program can draw. A module for the browser carries the figures of its page and none of the others: what is not
//! selected is not compiled into it.

/// A choice of figures, made when the program is compiled.
pub trait Selection {
    /// The names of the figures, joined with commas; `None` for every figure.
    const NAMES: Option<&'static str>;
}

/// Every figure.
pub struct Everything;

impl Selection for Everything {
    const NAMES: Option<&'static str> = None;
}

/// Whether a figure is among the names.
pub const fn is_selected(names: Option<&str>, figure: &str) -> bool {
    let Some(names) = names else { return true };
    let (names, figure) = (names.as_bytes(), figure.as_bytes());
    let mut start = 0;
    while start <= names.len() {
        let mut end = start;
        while end < names.len() && names[end] != b',' {
            end += 1;
        }
        if end - start == figure.len() {
            let mut same = 0;
            while same < figure.len() && names[start + same] == figure[same] {
                same += 1;
            }
            if same == figure.len() {
                return true;
            }
        }
        start = end + 1;
    }
    false
}

/// The selected ones of a list of entries; the others leave no trace in the program.
macro_rules! selected {
    ($selection:ident; $(Entry::of::<$figure:ty>()),* $(,)?) => {{
        let mut entries = Vec::new();
        $(
            if const { is_selected($selection::NAMES, <$figure as Figure>::NAME) } {
                entries.push(Entry::of::<$figure>());
            }
        )*
        entries
    }};
}
pub(crate) use selected;

#[cfg(test)]
mod tests {
    use super::*;

    struct Two;

    impl Selection for Two {
        const NAMES: Option<&'static str> = Some("outlier-line,five-points");
    }

    #[test]
    fn a_selection_has_the_named_figures_in_the_order_of_all() {
        let names: Vec<_> =
            crate::select::<Two>().iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["five-points", "outlier-line"]);
        assert!(crate::select::<Everything>().len() > 2);
    }

    #[test]
    fn a_name_is_whole() {
        let names = Some("outlier-line,five-points");
        assert!(is_selected(names, "outlier-line") && is_selected(names, "five-points"));
        for other in
            ["outlier", "line", "points", "outlier-lines", "", "outlier-line,five-points"]
        {
            assert!(!is_selected(names, other), "{other}");
        }
        assert!(is_selected(None, "any"));
        assert!(!is_selected(Some(""), "any"));
    }
}
