//! What evidence over several seeds quotes: the least and the greatest of what was found.

/// The least and the greatest of some values; (∞, −∞) of none.
pub fn least_and_most(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    values
        .into_iter()
        .fold(none, |(least, most), value| (least.min(value), most.max(value)))
}
