//! L-BFGS step by step against PyTorch: points, and evaluations counted.

use crate::problems::{PROBLEMS, Problem, error, trace};
use listings::optimizers::{Evaluation, Lbfgs, LineStep};
use ndarray::Array1;

/// How near a run stays. On the ten-dimensional problem a line search, whose brackets
/// depend on differences of nearly equal values, amplifies one rounding a hundred
/// thousand times; `a_rounding_grows_as_the_tolerances_say` shows it.
fn tolerance(problem: &str) -> f64 {
    if problem == "quad10" { 1e-9 } else { 1e-12 }
}

#[test]
fn one_iteration_a_step_with_a_line_search() {
    for problem in PROBLEMS {
        let trace = trace(problem, "lbfgs_strong_wolfe_maxiter1");
        let mut lbfgs = Lbfgs::new(10).unwrap();
        let (mut theta, mut evaluations) = (trace.points[0].clone(), 0);
        for (step, expected) in trace.points.iter().enumerate().skip(1) {
            let taken = lbfgs.step(&trace.problem, &mut theta);
            let taken = taken.unwrap_or_else(|e| panic!("{}, {step}: {e}", trace.label));
            evaluations += taken.evaluations;
            let label = &trace.label;
            assert_eq!(evaluations, trace.evaluations[step - 1], "{label}, {step}");
            let error = error(&theta, expected);
            assert!(error <= tolerance(problem), "{}, {step}: {error:e}", trace.label);
        }
    }
}

#[test]
fn twenty_iterations_a_step() {
    for problem in PROBLEMS {
        let trace = trace(problem, "lbfgs_strong_wolfe_maxiter20");
        let mut lbfgs = Lbfgs::new(10).unwrap();
        let (mut theta, mut evaluations) = (trace.points[0].clone(), 0);
        for (step, expected) in trace.points.iter().enumerate().skip(1) {
            let mut here = Evaluation::at(&trace.problem, theta);
            evaluations += twenty(&mut lbfgs, &trace.problem, &mut here);
            theta = here.theta;
            let label = &trace.label;
            assert_eq!(evaluations, trace.evaluations[step - 1], "{label}, {step}");
            let error = error(&theta, expected);
            assert!(error <= tolerance(problem), "{}, {step}: {error:e}", trace.label);
        }
    }
}

/// A call of PyTorch's `step`: up to 20 iterations, until 25 evaluations are used up, the
/// slope is gone, or θ or L changed by less than 10⁻⁹. Gives the evaluations.
fn twenty(lbfgs: &mut Lbfgs, problem: &Problem, here: &mut Evaluation) -> usize {
    let mut evaluations = 1;
    for _ in 0..20 {
        let before = here.clone();
        let LineStep { rate, evaluations: used, .. } =
            lbfgs.advance(problem, here).expect("a smooth problem");
        evaluations += used;
        let moved = &here.theta - &before.theta;
        let is_still = moved.iter().all(|change| change.abs() <= 1e-9);
        let has_gained = (here.value - before.value).abs() >= 1e-9;
        if rate == 0.0 || evaluations >= 25 || is_still || !has_gained {
            break;
        }
    }
    evaluations
}

/// Steps before a run without a line search, which overshoots, has amplified a rounding
/// to 10⁻¹²; a hundred steps later it is a thousandth of θ.
const UNTIL: [(&str, usize); 3] = [("bowl", 200), ("rosenbrock", 76), ("quad10", 48)];

#[test]
fn without_a_line_search() {
    for (problem, until) in UNTIL {
        let trace = trace(problem, "lbfgs_nolinesearch_maxiter1");
        let mut lbfgs = Lbfgs::new(5).unwrap().with_rate(0.1).unwrap();
        let mut here = Evaluation::at(&trace.problem, trace.points[0].clone());
        for (step, expected) in trace.points.iter().enumerate().skip(1).take(until) {
            // There each call evaluates the point from which it starts.
            assert_eq!(trace.evaluations[step - 1], step);
            let taken = lbfgs.advance(&trace.problem, &mut here).expect("no search");
            assert_eq!(taken.evaluations, usize::from(taken.rate > 0.0));
            let error = error(&here.theta, expected);
            assert!(error <= 1e-12, "{}, {step}: {error:e}", trace.label);
        }
    }
}

/// The same runs from a start one unit in the last place aside: so far a rounding goes,
/// whoever computes it.
#[test]
fn a_rounding_grows_as_the_tolerances_say() {
    let run = |problem: &Problem, lbfgs: Lbfgs, start: &Array1<f64>, steps| {
        let (mut lbfgs, mut here) = (lbfgs, Evaluation::at(problem, start.clone()));
        let path = (0..steps).map(|_| {
            lbfgs.advance(problem, &mut here).unwrap();
            here.theta.clone()
        });
        path.collect::<Vec<_>>()
    };
    let spread = |problem: &str, lbfgs: Lbfgs, steps| {
        let trace = trace(problem, "lbfgs_nolinesearch_maxiter1");
        let start = &trace.points[0];
        let shifted = start * (1.0 + f64::EPSILON);
        let path = run(&trace.problem, lbfgs.clone(), start, steps);
        let other = run(&trace.problem, lbfgs, &shifted, steps);
        path.iter().zip(&other).map(|(a, b)| error(b, a)).fold(0.0, f64::max)
    };
    let searched = || Lbfgs::new(10).unwrap();
    let fixed = || Lbfgs::new(5).unwrap().with_rate(0.1).unwrap();
    let on_ten = spread("quad10", searched(), 60);
    assert!((1e-12..1e-9).contains(&on_ten), "{on_ten:e}");
    for (problem, until) in &UNTIL[1..] {
        let (early, late) =
            (spread(problem, fixed(), *until), spread(problem, fixed(), 200));
        assert!(early < 1e-11 && late > 1e-4, "{problem}: {early:e}, {late:e}");
    }
}
