//! Which losses a figure draws.

/// The network's losses besides the two that are always drawn.
pub const OTHERS: usize = 9;

/// Of something for each loss of the network: that of cross-entropy, of balanced weights, and
/// of the loss with this number among the others, from 1.
///
/// # Panics
/// Panics when the number is not in 1..=[`OTHERS`], or one of the two is missing.
pub fn drawn<T: Clone>(all: &[T], loss: impl Fn(&T) -> &str, number: usize) -> Vec<T> {
    let always = ["cross-entropy", "weighted, n₋/n₊"];
    let mut others = all.iter().filter(|one| !always.contains(&loss(one)));
    let other = others.nth(number - 1).expect("a number in the control's range");
    let find = |name: &str| {
        let found = all.iter().find(|one| loss(one) == name);
        found.expect("it is among the losses of the network")
    };
    [find(always[0]), find(always[1]), other].map(T::clone).into()
}
