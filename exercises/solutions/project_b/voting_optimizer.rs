//! A column of the proposals at a time: sort it, and take the middle. `total_cmp` orders
//! floating-point numbers, which have no `Ord`. One trap is in the language: `0.0_f64.signum()` is
//! 1, so the sign has to be asked for with comparisons.
//!
//! The mean follows whoever takes the longest steps. The median does not: one member can propose
//! what it likes. It is the coordinate-wise median of Yin et al. (2018), and the majority of signs
//! is that of Bernstein et al. (2018); both let machines vote, of which some may fail.

use crate::ensemble::Member;
use ndarray::Array1;

/// The mean of at least one step; all have the same length.
pub fn mean(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, |column| column.iter().sum::<f64>() / column.len() as f64)
}

/// The median of each coordinate.
pub fn median(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, middle)
}

/// The sign of the majority of each coordinate, with the median size.
pub fn majority(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, |column| {
        let up = column.iter().filter(|&&step| step > 0.0).count();
        let down = column.iter().filter(|&&step| step < 0.0).count();
        let size = middle(column.iter().map(|step| step.abs()).collect());
        (up as f64 - down as f64).clamp(-1.0, 1.0) * size
    })
}

/// One step of θ.
pub fn step(
    members: &mut [Member],
    vote: fn(&[Array1<f64>]) -> Array1<f64>,
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
) {
    for member in members.iter_mut() {
        member.observe(gradient);
    }
    let steps: Vec<_> = members.iter().map(Member::step).collect();
    *theta += &vote(&steps);
}

fn by_coordinate(steps: &[Array1<f64>], of: impl Fn(Vec<f64>) -> f64) -> Array1<f64> {
    let column = |index| steps.iter().map(|step| step[index]).collect();
    (0..steps[0].len()).map(|index| of(column(index))).collect()
}

fn middle(mut column: Vec<f64>) -> f64 {
    column.sort_by(f64::total_cmp);
    let half = column.len() / 2;
    if column.len() % 2 == 1 {
        column[half]
    } else {
        0.5 * (column[half - 1] + column[half])
    }
}
