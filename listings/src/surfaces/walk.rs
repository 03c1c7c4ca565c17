//! A walk downhill: an optimizer on an objective, step by step.
//!
//! gₜ = ∂L/∂θ at θₜ,   θₜ₊₁ = the optimizer's step of rate η from gₜ,   until ‖gₜ‖ is
//! below a tolerance.

use super::Objective;
use crate::error::{ParameterError, positive};
use crate::optimizers::Optimizer;
use ndarray::Array1;

// ANCHOR: walk
/// Where an optimizer went.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// θ₀, θ₁, …: the start first. Every point after it is finite.
    pub path: Vec<Array1<f64>>,
    /// L(θ₀), L(θ₁), …
    pub values: Vec<f64>,
    /// How it ended.
    pub end: End,
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// ‖g‖ fell below the tolerance at the last point.
    Arrived,
    /// The steps were used up.
    OutOfSteps,
    /// The next point had no finite value; it is not in the path.
    Diverged,
}

/// Walks from `start` for at most `steps` steps of rate η, until ‖g‖ < `tolerance`.
///
/// # Errors
/// [`ParameterError`] for a rate that is not in (0, ∞).
///
/// ```
/// use listings::optimizers::GradientDescent;
/// use listings::surfaces::{End, Quadratic, walk};
/// use ndarray::array;
///
/// let bowl = Quadratic::bowl();
/// let walk = walk(&bowl, &mut GradientDescent, 0.1, array![3.5, 3.5], 200, 1e-4).unwrap();
/// assert_eq!(walk.end, End::Arrived);
/// assert!(walk.steps() < 120);
/// ```
pub fn walk(
    objective: &dyn Objective,
    optimizer: &mut dyn Optimizer,
    rate: f64,
    start: Array1<f64>,
    steps: usize,
    tolerance: f64,
) -> Result<Walk, ParameterError> {
    let rate = positive("rate", rate)?;
    let value = objective.value(&start);
    let mut walk = Walk { path: vec![start], values: vec![value], end: End::OutOfSteps };
    for step in 0..=steps {
        let mut theta = walk.theta().clone();
        let gradient = objective.gradient(&theta);
        if gradient.dot(&gradient).sqrt() < tolerance {
            walk.end = End::Arrived;
            break;
        }
        if step == steps {
            break;
        }
        optimizer.step(rate, &mut theta, &gradient);
        let value = objective.value(&theta);
        let is_finite = value.is_finite() && theta.iter().all(|entry| entry.is_finite());
        if !is_finite {
            walk.end = End::Diverged;
            break;
        }
        walk.path.push(theta);
        walk.values.push(value);
    }
    Ok(walk)
}

impl Walk {
    /// The last point.
    pub fn theta(&self) -> &Array1<f64> {
        self.path.last().expect("a walk has at least its start")
    }

    /// The steps that were taken.
    pub fn steps(&self) -> usize {
        self.path.len() - 1
    }
}
// ANCHOR_END: walk

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::GradientDescent;
    use crate::surfaces::Quadratic;
    use ndarray::array;

    fn on_the_bowl(rate: f64, start: Array1<f64>, steps: usize) -> Walk {
        walk(&Quadratic::bowl(), &mut GradientDescent, rate, start, steps, 1e-4).unwrap()
    }

    #[test]
    fn it_ends_where_the_slope_does() {
        let walk = on_the_bowl(0.1, array![3.5, 3.5], 500);
        let slopes: Vec<f64> = walk
            .path
            .iter()
            .map(|theta| {
                let gradient = Quadratic::bowl().gradient(theta);
                gradient.dot(&gradient).sqrt()
            })
            .collect();
        assert_eq!(walk.end, End::Arrived);
        assert!(slopes[walk.steps()] < 1e-4);
        assert!(slopes[..walk.steps()].iter().all(|&slope| slope >= 1e-4));
    }

    #[test]
    fn it_starts_at_the_start_and_takes_no_more_steps_than_it_may() {
        let walk = on_the_bowl(0.1, array![3.5, 3.5], 3);
        assert_eq!((walk.end, walk.steps()), (End::OutOfSteps, 3));
        assert_eq!((walk.path[0].clone(), walk.values[0]), (array![3.5, 3.5], 67.375));
        assert_eq!(on_the_bowl(0.1, array![3.5, 3.5], 0).path.len(), 1);
        assert_eq!(on_the_bowl(0.1, array![0.0, 0.0], 9).steps(), 0);
        // The last step that it may take can be the one that arrives.
        let needed = on_the_bowl(0.1, array![3.5, 3.5], 500).steps();
        assert_eq!(on_the_bowl(0.1, array![3.5, 3.5], needed).end, End::Arrived);
    }

    #[test]
    fn it_stops_before_what_is_not_finite() {
        let walk = on_the_bowl(1.0, array![3.5, 3.5], 10_000);
        assert_eq!(walk.end, End::Diverged);
        assert!(walk.values.iter().all(|value| value.is_finite()));
        assert!(walk.theta().iter().all(|entry| entry.is_finite()));
        // The start is kept, whatever it is.
        let walk = on_the_bowl(0.1, array![f64::NAN, 1.0], 10);
        assert_eq!((walk.end, walk.path.len()), (End::Diverged, 1));
    }

    #[test]
    fn a_rate_that_is_no_rate_is_refused() {
        for bad in [0.0, -0.1, f64::NAN, f64::INFINITY] {
            let bowl = Quadratic::bowl();
            let error = walk(&bowl, &mut GradientDescent, bad, array![1.0, 1.0], 1, 0.0);
            let message = error.unwrap_err().to_string();
            assert_eq!(message, format!("rate = {bad} is outside (0, ∞)"));
        }
    }
}
