//! The error of forward and central differences over the step h: truncation against
//! rounding.

use super::{Experiment, Setting};
use crate::by_hand::{
    central_difference, forward_difference, portable_exp, portable_ln, relative_error,
};
use crate::report::{Cell, Table};
use crate::statistics::median;
use serde::Serialize;

/// A loss as a function of one parameter, in some unit, in some precision.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which loss: one of [`LOSSES`], counted from 1.
    pub loss: usize,
    /// The parameter's size: θ is this times a number near 1.
    pub size: f64,
    /// Whether θ ± h and the loss are rounded to single precision.
    pub single: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { loss: 2, size: 1.0, single: false }
    }
}

/// The losses to choose from.
pub const LOSSES: [&str; 4] =
    ["squared error", "log-loss", "cross-entropy of a network", "Huber near its kink"];

/// Errors over h.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The loss, in words.
    pub loss: &'static str,
    /// θ.
    pub theta: f64,
    /// Its size, the unit of h.
    pub size: f64,
    /// Whether the precision is single.
    pub single: bool,
    /// ε, the spacing of numbers near 1.
    pub epsilon: f64,
    /// The derivative, from the formula.
    pub slope: f64,
    /// Forward differences.
    pub forward: Errors,
    /// Central differences.
    pub central: Errors,
}

/// The errors of one kind of difference.
#[derive(Clone, Debug, Serialize)]
pub struct Errors {
    /// (h, relative error); a difference may happen to be exact.
    pub points: Vec<(f64, f64)>,
    /// The h at which the typical error is least, and that error: the median of the
    /// five around.
    pub best: (f64, f64),
    /// The rule's h, √ε or ∛ε times the size of θ, and the typical error there.
    pub rule: (f64, f64),
    /// The typical error at the rule's h for a θ of size 1, whatever the size is.
    pub unscaled: f64,
    /// The typical error at the smallest h.
    pub smallest: f64,
}

/// θ over its size, at which the losses are taken.
const NEAR_ONE: f64 = 0.7;

/// Where Huber's kink is, over θ's size: 1/500 away.
const KINK: f64 = 0.702;

/// ln(e^a + e^b) by functions that give the same bits everywhere.
fn log_sum(a: f64, b: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    high + portable_ln(1.0 + portable_exp(low - high))
}

fn tanh(z: f64) -> f64 {
    let e = portable_exp(2.0 * z);
    (e - 1.0) / (e + 1.0)
}

/// Two units, two classes: logits of the network whose first weight is u.
fn network(u: f64) -> ([f64; 2], [f64; 2]) {
    let hidden = [tanh(1.3 * u - 0.4), tanh(0.6 - 0.8)];
    let logits =
        [0.9 * hidden[0] - 0.5 * hidden[1] + 0.1, -1.1 * hidden[0] + 0.7 * hidden[1]];
    (hidden, logits)
}

/// A loss of u = θ/size.
fn value(loss: usize, u: f64) -> f64 {
    match loss {
        // (1.7u + 0.3 − 2.9)².
        1 => (1.7 * u + 0.3 - 2.9).powi(2),
        // −ln σ(z), z = 1.7u − 0.4.
        2 => log_sum(0.0, -(1.7 * u - 0.4)),
        // −ln of the probability of the second class.
        3 => {
            let (_, [first, second]) = network(u);
            log_sum(first, second) - second
        }
        // δ = KINK, r = u.
        _ if u.abs() <= KINK => 0.5 * u * u,
        _ => KINK * (u.abs() - 0.5 * KINK),
    }
}

/// Its derivative, by the chain rule.
fn slope(loss: usize, u: f64) -> f64 {
    let sigmoid = |z: f64| 1.0 / (1.0 + portable_exp(-z));
    match loss {
        1 => 2.0 * (1.7 * u + 0.3 - 2.9) * 1.7,
        2 => (sigmoid(1.7 * u - 0.4) - 1.0) * 1.7,
        3 => {
            let (hidden, [first, second]) = network(u);
            let p = sigmoid(first - second);
            let of_hidden = p * 0.9 + p * 1.1; // p₁ · 0.9 + (p₂ − 1) · (−1.1)
            of_hidden * (1.0 - hidden[0] * hidden[0]) * 1.3
        }
        _ => u.clamp(-KINK, KINK),
    }
}

/// 1, 10^(−1/5), 10^(−2/5), … to 10⁻¹⁵. Products of typed numbers, not powers: the same
/// bits everywhere.
fn steps() -> impl Iterator<Item = f64> {
    const FIFTHS: [f64; 5] = [1.0, 0.630_957_3, 0.398_107_2, 0.251_188_6, 0.158_489_3];
    let decades = std::iter::successors(Some(1.0), |decade| Some(decade / 10.0));
    decades.take(15).flat_map(|decade| FIFTHS.map(|part| decade * part)).chain([1e-15])
}

impl Errors {
    fn of(size: f64, rule: f64, slope: f64, difference: impl Fn(f64) -> f64) -> Self {
        let error_at = |step: f64| {
            let found = difference(step * size);
            (step * size, relative_error(found, slope))
        };
        let points: Vec<(f64, f64)> = steps().map(error_at).collect();
        let errors: Vec<f64> = points.iter().map(|point| point.1).collect();
        let typical = |middle: usize| {
            let around = middle.saturating_sub(2)..(middle + 3).min(errors.len());
            (points[middle].0, median(&errors[around]))
        };
        let least = |a: &(f64, f64), b: &(f64, f64)| a.1.total_cmp(&b.1);
        let near = |step: f64| {
            let apart = |index: &usize| (points[*index].0 / step).ln().abs();
            let all = 0..points.len();
            let nearest = all.min_by(|a, b| apart(a).total_cmp(&apart(b)));
            typical(nearest.expect("there are steps")).1
        };
        let all = 2..points.len() - 2;
        Self {
            best: all.map(typical).min_by(least).expect("there are steps"),
            rule: (rule * size, near(rule * size)),
            unscaled: near(rule),
            smallest: typical(points.len() - 1).1,
            points,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-check-step";
    const QUESTION: &'static str = "Which step h makes a difference most exact?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { loss, size, single } = self;
        vec![
            Setting::count(
                "loss",
                "loss (1 squared, 2 log-loss, 3 network, 4 Huber)",
                loss,
                1..=4,
            ),
            Setting::real("size", "size of θ", size, 0.01..=100.0, 0.01).logarithmic(),
            Setting::switch("single", "single precision", single),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { loss, size, single } = *self;
        let round = |number: f64| if single { f64::from(number as f32) } else { number };
        let theta = round(NEAR_ONE * size);
        // As a program in that precision would see it, in the best case: every
        // evaluation is exact, and then rounded.
        let f = |theta: f64| round(value(loss, round(theta) / size));
        let slope = slope(loss, theta / size) / size;
        let epsilon = if single { f64::from(f32::EPSILON) } else { f64::EPSILON };
        let of = |rule: f64, difference: &dyn Fn(f64) -> f64| {
            Errors::of(size, rule, slope, difference)
        };
        Outcome {
            loss: LOSSES[loss - 1],
            theta,
            size,
            single,
            epsilon,
            slope,
            forward: of(epsilon.sqrt(), &|h| forward_difference(f, theta, h)),
            central: of(epsilon.cbrt(), &|h| central_difference(f, theta, h)),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["h", "error of the forward difference", "of the central difference"];
        let title = format!("Relative errors of differences: {}", outcome.loss);
        let mut table = Table::new(&title, &headings);
        let short = |number: f64| Cell::Number(format!("{number:.0e}"));
        let both = outcome.forward.points.iter().zip(&outcome.central.points);
        for ((h, forward), (_, central)) in both.step_by(5) {
            table.row(vec![short(*h), short(*forward), short(*central)]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(loss: usize, size: f64, single: bool) -> Outcome {
        Config { loss, size, single }.run()
    }

    #[test]
    fn the_slopes_are_those_of_the_values() {
        for loss in 1..=4 {
            // Both errors of this step are about 1e-11; Huber's kink is farther away.
            let found = central_difference(|u| value(loss, u), NEAR_ONE, 1e-5);
            let error = relative_error(found, slope(loss, NEAR_ONE));
            assert!(error < 1e-9, "{loss}: {error}");
        }
    }

    #[test]
    fn the_best_steps_are_near_the_roots_of_epsilon() {
        for (loss, size) in [(2, 1.0), (3, 1.0), (2, 100.0), (3, 0.01)] {
            for single in [false, true] {
                let outcome = at(loss, size, single);
                for errors in [&outcome.forward, &outcome.central] {
                    // The constants |L/L″| and |L/L‴| are left out of the rule.
                    let ratio = errors.best.0 / errors.rule.0;
                    assert!((0.05..20.0).contains(&ratio), "{loss} {single}: {ratio}");
                    // A tenth to ten times the best h costs little.
                    assert!(errors.rule.1 < 30.0 * errors.best.1, "{loss} {single}");
                }
                assert!(outcome.central.best.1 < outcome.forward.best.1 / 10.0);
            }
        }
    }

    #[test]
    fn a_quadratic_has_no_truncation_in_the_central_difference() {
        let outcome = at(1, 1.0, false);
        // h = 1: a few roundings of numbers of size ten.
        assert!(outcome.central.points[0].1 < 1e-14);
        assert!(outcome.forward.points[0].1 > 0.1);
    }

    #[test]
    fn a_step_beyond_the_kink_errs_where_one_before_it_does_not() {
        let outcome = at(4, 1.0, false);
        let error = |wanted: f64| {
            let points = &outcome.central.points;
            points.iter().find(|(h, _)| (h / wanted - 1.0).abs() < 1e-6).unwrap().1
        };
        // The kink is 0.002 away.
        assert!(error(0.01) > 1e-3 && error(0.001) < 1e-12);
    }
}
