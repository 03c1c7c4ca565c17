//! Claims about losses in general.

use super::{Claim, Evidence, Verdict};
use crate::experiments::mse_surface;
use crate::experiments::{Experiment, bias_variance, convexity, loss_and_metric};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "gradient-to-minimum",
        statement: "The negative gradient points to the minimum.",
        source: "introductions that compare descent with walking to the valley",
        verdict: Verdict::Corrected,
        correct: "It points where the loss falls fastest per unit of length, at right angles to the contour. That is the way to the minimum only \
                  where the contours are circles, or on an axis of the ellipse.",
        evidence: gradient_to_minimum,
    },
    Claim {
        id: "convex-loss-convex-training",
        statement: "A convex loss makes training a convex problem.",
        source: "lectures on MSE, MAE, hinge and cross-entropy",
        verdict: Verdict::Depends,
        correct: "These losses are convex in the prediction. In the parameters they are convex where the prediction is linear in them, as in linear \
                  and logistic regression and a linear SVM. For a network they are not.",
        evidence: convex_training,
    },
    Claim {
        id: "lower-loss-better-metric",
        statement: "The model with the lower loss is the better one.",
        source: "comparisons of models by their loss curves",
        verdict: Verdict::Depends,
        correct: "Better by that loss. Another measure, such as accuracy, may rank two models the other way; and values of two different losses cannot be \
                  compared at all.",
        evidence: lower_loss,
    },
    Claim {
        id: "error-three-parts",
        statement: "The expected squared error splits into bias², variance and noise.",
        source: "textbooks; Geman, Bienenstock and Doursat, 1992",
        verdict: Verdict::Confirmed,
        correct: "For the squared error of a fit on fresh targets with independent noise, averaged over data sets. Other losses have other parts, or none that add up.",
        evidence: three_parts,
    },
];

fn gradient_to_minimum() -> Evidence {
    // Between the axes of the ellipse, on ten data sets.
    let angles = (1..=10).map(|seed| {
        let config = mse_surface::Config {
            slope: 3.0,
            intercept: 3.0,
            seed,
            ..Default::default()
        };
        config.run().off_course
    });
    let least = angles.fold(f64::INFINITY, f64::min);
    let here = mse_surface::Config::default().run().off_course;
    Evidence {
        // A step in the right direction to a degree would not be told from it.
        supports: least > 10.0,
        text: format!(
            "From the line w = 3, b = 3 the negative gradient is off the way to the best line by {}° or more on each of ten data sets; at the start \
             of the figure by {}°.",
            number(least, 0),
            number(here, 0)
        ),
    }
}

fn convex_training() -> Evidence {
    let outcomes: Vec<convexity::Outcome> = (1..=10)
        .map(|seed| convexity::Config { seed, ..Default::default() }.run())
        .collect();
    let rows = || outcomes.iter().flat_map(|outcome| &outcome.rows);
    let chords: usize =
        outcomes.iter().map(|outcome| outcome.chords * outcome.rows.len()).sum();
    let linear: usize = rows().map(|row| row.linear).sum();
    let network: usize = rows().map(|row| row.network).sum();
    Evidence {
        supports: linear == 0 && rows().all(|row| row.network > 0),
        text: format!(
            "On ten data sets and under four losses, the middle of a chord lay above the mean of its ends for {linear} of {chords} pairs of lines, and \
             for {network} of {chords} pairs of networks with two parameters."
        ),
    }
}

fn lower_loss() -> Evidence {
    let seeds = 1..=10_u64;
    let outcomes: Vec<loss_and_metric::Outcome> = seeds
        .map(|seed| loss_and_metric::Config { seed, ..Default::default() }.run())
        .collect();
    let is_reversed = |outcome: &&loss_and_metric::Outcome| {
        outcome.calm.loss < outcome.loud.loss
            && outcome.calm.accuracy < outcome.loud.accuracy
    };
    let reversed = outcomes.iter().filter(is_reversed).count();
    let first = &outcomes[0];
    Evidence {
        supports: reversed == outcomes.len(),
        text: format!(
            "Two clouds of 500 points, a calm classifier that is turned and a loud one that is straight: on {reversed} of {} data sets the calm one has the lower \
             cross-entropy and the lower accuracy. On the first: {} and {} against {} and {}.",
            outcomes.len(),
            number(first.calm.loss, 3),
            number(first.calm.accuracy, 3),
            number(first.loud.loss, 3),
            number(first.loud.accuracy, 3)
        ),
    }
}

fn three_parts() -> Evidence {
    let mut largest: f64 = 0.0;
    let mut compared = 0;
    for seed in 1..=10 {
        for shrinkage in [0.0, 2.0] {
            let outcome =
                bias_variance::Config { seed, shrinkage, ..Default::default() }.run();
            for parts in outcome.parts {
                largest =
                    largest.max((parts.measured - parts.sum).abs() / parts.uncertainty);
                compared += 1;
            }
        }
    }
    Evidence {
        // Of 200 normal numbers, of which those of one seed hang together, one beyond
        // four standard errors has a probability of about 1 %.
        supports: largest < 4.0,
        text: format!(
            "Polynomials of ten degrees, with and without shrinkage, fitted to 200 data sets each, for ten seeds: the error measured on fresh targets differs \
             from the sum of the three parts by at most {} standard errors in {compared} comparisons.",
            number(largest, 1)
        ),
    }
}
