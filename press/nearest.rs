//! The nearest known name, for errors about an unknown one.

/// The candidate that is spelled most like `name`, unless even that one is quite different.
pub fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| {
            (strsim::normalized_damerau_levenshtein(name, candidate), candidate)
        })
        // More than half of the letters in place: below that a suggestion misleads.
        .filter(|(likeness, _)| *likeness > 0.5)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        let names = ["huber", "quantile", "log_cosh"];
        assert_eq!(nearest("hubre", names), Some("huber"));
        assert_eq!(nearest("logcosh", names), Some("log_cosh"));
        assert_eq!(nearest("rosenbrock", names), None);
    }
}
