//! Claims about Newton's method, BFGS and L-BFGS.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, newton_saddle, second_order_batches, second_order_cost,
    second_order_logistic, second_order_race,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "second-order-quadratic-cost",
        statement: "Second-order methods cost O(n²) per iteration.",
        source: "lecture notes, comparison tables",
        verdict: Verdict::Corrected,
        correct: "With d parameters a step costs O(d³) with Newton's method, O(d²) with BFGS, and O(md) with L-BFGS of memory m, \
                  beyond the evaluations.",
        evidence: || {
            let rows = second_order_cost::Config.run().rows;
            let (small, large) = (rows[1], rows[2]);
            let size = (large.parameters / small.parameters) as f64;
            let power = |of: fn(&second_order_cost::Row) -> second_order_cost::Cost| {
                (of(&large).operations / of(&small).operations).ln() / size.ln()
            };
            let powers =
                [power(|row| row.newton), power(|row| row.bfgs), power(|row| row.lbfgs)];
            let supports = powers
                .iter()
                .zip([3.0, 2.0, 1.0])
                .all(|(power, expected)| (power - expected).abs() < 0.02);
            Evidence {
                supports,
                text: format!(
                    "From d = {} to {} the operations grow with the power {} of d for Newton, {} for BFGS and {} for L-BFGS with m = {}.",
                    small.parameters,
                    large.parameters,
                    number(powers[0], 2),
                    number(powers[1], 2),
                    number(powers[2], 2),
                    second_order_cost::MEMORY,
                ),
            }
        },
    },
    Claim {
        id: "lbfgs-fewer-iterations",
        statement: "L-BFGS needs fewer iterations.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "Than first-order methods, on smooth problems with exact gradients: fewer iterations and fewer evaluations, of which \
                  an iteration takes one or more. Than Newton's method it needs more.",
        evidence: || {
            let valley = second_order_race::Config.run();
            let fits: Vec<_> = (1..=10)
                .map(|seed| {
                    second_order_logistic::Config { seed, ..Default::default() }.run()
                })
                .collect();
            let fewer = fits
                .iter()
                .filter(|fit| {
                    fit.lbfgs.has_arrived && fit.lbfgs.evaluations < fit.adam.evaluations
                })
                .count();
            let more_than_newton =
                fits.iter().filter(|fit| fit.lbfgs.steps > fit.newton.steps).count();
            Evidence {
                supports: fewer == 10
                    && more_than_newton == 10
                    && valley.lbfgs.evaluations < valley.adam.evaluations
                    && valley.lbfgs.evaluations > valley.lbfgs.steps,
                text: format!(
                    "In Rosenbrock's valley L-BFGS takes {} steps and {} evaluations, Adam at its best rate {}, Newton {} steps. On \
                     logistic regression it takes fewer evaluations than Adam at its best rate on {fewer} of 10 data sets, and more steps \
                     than Newton on {more_than_newton} of 10.",
                    valley.lbfgs.steps,
                    valley.lbfgs.evaluations,
                    valley.adam.evaluations,
                    valley.newton.steps,
                ),
            }
        },
    },
    Claim {
        id: "newton-saddles",
        statement: "Newton's method is attracted by saddle points.",
        source: "lectures; Dauphin et al. (2014)",
        verdict: Verdict::Depends,
        correct: "Pure Newton steps go to the stationary point of the local parabola, and near a saddle that is the saddle. With a shift \
                  that makes the Hessian positive definite and a line search, they go down.",
        evidence: || {
            let outcome = newton_saddle::Config::default().run();
            Evidence {
                supports: outcome.pure.at_the_saddle > 0
                    && outcome.damped.at_the_saddle == 0
                    && outcome.descent.at_the_saddle == 0,
                text: format!(
                    "Of {} starts pure Newton ends at the saddle from {}, damped Newton from {}, gradient descent from {}.",
                    outcome.starts,
                    outcome.pure.at_the_saddle,
                    outcome.damped.at_the_saddle,
                    outcome.descent.at_the_saddle,
                ),
            }
        },
    },
    Claim {
        id: "lbfgs-mini-batches",
        statement: "L-BFGS does not work with mini-batches.",
        source: "library guides",
        verdict: Verdict::Depends,
        correct: "With small batches it does not: y mixes the change of the gradient with the change of the batch, and a search that sees \
                  another batch at each evaluation fails. With batches of half the data, one for a whole step, it is ahead of SGD again.",
        evidence: || {
            let runs: Vec<_> = (1..=10)
                .map(|seed| {
                    second_order_batches::Config { seed, ..Default::default() }.run()
                })
                .collect();
            let worse = runs
                .iter()
                .filter(|run| {
                    let sgd = run.descent.last;
                    run.by_step.last > 10.0 * sgd && run.by_evaluation.last > 10.0 * sgd
                })
                .count();
            let large = |seed| {
                let run = second_order_batches::Config { seed, batch: 300 }.run();
                run.by_step.last < run.descent.last
            };
            let ahead = (1..=10).filter(|&seed| large(seed)).count();
            let failed = runs.iter().filter(|run| run.by_evaluation.errors > 0).count();
            Evidence {
                supports: worse == 10
                    && failed == 10
                    && ahead >= 8
                    && runs.iter().all(|run| run.full.last < 1e-6),
                text: format!(
                    "On {worse} of 10 data sets both ways of using batches of {} end more than ten times as far above the least loss as \
                     SGD; with a batch an evaluation searches fail on {failed} of 10. With batches of 300 of 600 samples, one a step, L-BFGS ends below SGD on {ahead} of 10.",
                    runs[0].batch,
                ),
            }
        },
    },
];
