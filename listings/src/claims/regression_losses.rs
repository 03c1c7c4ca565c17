//! Claims about regression losses.

use super::least_and_most::least_and_most;
use super::{Claim, Evidence, Verdict};
use crate::experiments::{Experiment, best_constant, five_points, noise_efficiency};
use crate::experiments::{outlier_convergence, outlier_line};
use crate::losses::{Huber, MeanAbsoluteError, ResidualLoss};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "five-points-huber",
        statement: "On residuals of sizes 1, 2, 2, 3 and 20, MSE = 83.6, Huber = 19.3 and MAE = 5.6, with δ typically 1.",
        source: "worked example of introductory lectures on loss functions",
        verdict: Verdict::Corrected,
        correct: "MSE and MAE are right. A Huber loss of 19.3 belongs to δ = 5; at the typical δ = 1 it is 5.1, below the MAE.",
        evidence: five_points_huber,
    },
    Claim {
        id: "huber-between",
        statement: "The value of the Huber loss lies between that of MSE and that of MAE.",
        source: "said of the same worked example: “Huber is balanced between the two”",
        verdict: Verdict::Depends,
        correct: "The best prediction under Huber lies between mean and median for some δ; the value of the loss need not lie between \
                  theirs, because δ sets its scale.",
        evidence: huber_between,
    },
    Claim {
        id: "mae-uniform",
        statement: "MAE penalizes every error uniformly.",
        source: "lectures and library guides",
        verdict: Verdict::Corrected,
        correct: "MAE's penalty grows with the error. What is uniform is its gradient: ±1 at every size.",
        evidence: mae_uniform,
    },
    Claim {
        id: "huber-best-of-both",
        statement: "The Huber loss combines the best of MSE and MAE.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "With δ near 1.345 standard deviations of the noise it does: nearly as sharp as the mean under Gaussian noise, nearly as \
                  resistant as the median under outliers. With δ far above the noise it is MSE, far below it is MAE.",
        evidence: huber_best_of_both,
    },
    Claim {
        id: "mae-robust",
        statement: "MAE is robust to any outlier.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "MAE resists points that are wrong in y, as long as they are few: how wrong does not matter. In x it does: points whose |x| adds \
                  up to more than that of all others turn the line wherever they like.",
        evidence: mae_robust,
    },
    Claim {
        id: "outliers-mse-convergence",
        statement: "With outliers, Huber and MAE end nearer to the true line than MSE; without outliers, MSE is as good or better.",
        source: "lectures and notebooks that fit one line to one data set",
        verdict: Verdict::Confirmed,
        correct: "With a tenth of the points moved, both robust losses end nearer on nearly every data set. On clean Gaussian data MSE is \
                  the better estimate on average, by little.",
        evidence: outliers_convergence,
    },
    Claim {
        id: "huber-smooth-l1",
        statement: "The Huber loss is the smooth L1 loss.",
        source: "documentation and forum answers",
        verdict: Verdict::Depends,
        correct: "Smooth L1 with β = δ is Huber divided by δ. They agree at δ = 1 alone; elsewhere the gradient, and with it the rate that \
                  suits it, differs by the factor δ.",
        evidence: huber_smooth_l1,
    },
];

fn five_points_huber() -> Evidence {
    let typical = five_points::Config::default().run();
    let wide = five_points::Config { delta: 5.0, ..Default::default() }.run();
    // Sums of a few multiples of ½: exact in binary but for the division by five.
    let is = |value: f64, expected: f64| (value - expected).abs() < 1e-12;
    Evidence {
        supports: is(typical.mse.mean, 83.6)
            && is(typical.mae.mean, 5.6)
            && is(typical.huber.mean, 5.1)
            && is(wide.huber.mean, 19.3),
        text: format!(
            "MSE is {}, MAE {}; Huber is {} at δ = 1 and {} at δ = 5.",
            number(typical.mse.mean, 1),
            number(typical.mae.mean, 1),
            number(typical.huber.mean, 1),
            number(wide.huber.mean, 1)
        ),
    }
}

fn huber_between() -> Evidence {
    let value = |delta| five_points::Config { delta, ..Default::default() }.run();
    let (small, wide) = (value(1.0), value(5.0));
    let between = |outcome: &five_points::Outcome| {
        outcome.mae.mean < outcome.huber.mean && outcome.huber.mean < outcome.mse.mean
    };
    let center = best_constant::Config::default().run();
    Evidence {
        supports: !between(&small)
            && between(&wide)
            && center.mae.at < center.huber.at
            && center.huber.at < center.mse.at,
        text: format!(
            "On the five points Huber is {} at δ = 1, less than the MAE of {}, and {} at δ = 5, between it and the MSE of {}. The best \
             constant for nine targets is {} under MAE, {} under Huber with δ = 1, {} under MSE.",
            number(small.huber.mean, 1),
            number(small.mae.mean, 1),
            number(wide.huber.mean, 1),
            number(wide.mse.mean, 1),
            number(center.mae.at, 2),
            number(center.huber.at, 2),
            number(center.mse.at, 2)
        ),
    }
}

fn mae_uniform() -> Evidence {
    let sizes = [0.1, 1.0, 10.0];
    let penalties = sizes.map(|size| MeanAbsoluteError.of(size));
    let slopes = sizes.map(|size| MeanAbsoluteError.slope(size));
    Evidence {
        supports: penalties == sizes && slopes == [1.0; 3],
        text: format!(
            "Errors of {}, {} and {} cost as much as they measure; the derivative is {} at each.",
            sizes[0], sizes[1], sizes[2], slopes[0]
        ),
    }
}

fn mae_robust() -> Evidence {
    let runs = |outlier_x, outlier_y, copies| -> Vec<outlier_line::Outcome> {
        let clean = outlier_line::Config { outliers: 0, ..Default::default() };
        let at = outlier_line::Config { outlier_x, outlier_y, copies, ..clean };
        (1..=10).map(|seed| outlier_line::Config { seed, ..at.clone() }.run()).collect()
    };
    let (off_in_y, far_off_in_y) = (runs(4.0, -16.0, 6), runs(4.0, -20.0, 6));
    // The hundred points hold a pull of Σ|xᵢ| ≈ 253 on the slope: 15 copies at x = 14
    // are below that, 20 are above.
    let (below, above) = (runs(14.0, -16.0, 15), runs(14.0, -16.0, 20));
    let slopes = |runs: &[outlier_line::Outcome]| {
        least_and_most(runs.iter().map(|run| run.mae.slope))
    };
    let miss = |run: &outlier_line::Outcome| {
        (14.0 * run.mae.slope + run.mae.intercept + 16.0).abs()
    };
    let drawn = off_in_y.iter().zip(&far_off_in_y);
    let moved = |fit: fn(&outlier_line::Outcome) -> f64| {
        least_and_most(drawn.clone().map(|(near, far)| (fit(near) - fit(far)).abs()))
    };
    let (moved_mae, moved_mse) = (moved(|run| run.mae.slope), moved(|run| run.mse.slope));
    Evidence {
        supports: slopes(&off_in_y).0 > 1.85
            && slopes(&off_in_y).1 < 2.15
            && moved_mae.1 < 0.001
            && moved_mse.0 > 0.05
            && slopes(&below).0 > 1.5
            && above.iter().all(|run| miss(run) < 1.0),
        text: format!(
            "Ten data sets of a hundred clean points of slope 2, and six copies of a point at (4, −16): MAE's slope is {} to {}; lower the point to \
             −20, and it moves by less than {}, that of MSE by {}. At x = 14, fifteen copies leave MAE's slope at {} or more; twenty turn it to {} \
             to {}, through the point: 20 · 14 is more than the hundred points' Σ|x| = {}.",
            number(slopes(&off_in_y).0, 2),
            number(slopes(&off_in_y).1, 2),
            0.001,
            number(moved_mse.0, 2),
            number(slopes(&below).0, 2),
            number(slopes(&above).0, 2),
            number(slopes(&above).1, 2),
            number(above[0].leverage_balance, 0)
        ),
    }
}

fn huber_best_of_both() -> Evidence {
    let run = |delta| noise_efficiency::Config { delta, ..Default::default() }.run();
    let (low, middle, high) = (run(0.1), run(1.345), run(10.0));
    let gaussian = middle.gaussian.huber / middle.gaussian.mean;
    let contaminated = middle.contaminated.huber / middle.contaminated.median;
    Evidence {
        supports: gaussian < 1.06
            && contaminated < 1.06
            && low.gaussian.huber / low.gaussian.mean > 1.15
            && high.contaminated.huber / high.contaminated.median > 1.3,
        text: format!(
            "Center of 25 values, {} samples. At δ = 1.345 Huber's error is {} of the mean's under Gaussian noise and {} of the median's under \
             contaminated noise. At δ = 0.1 the first ratio is {}; at δ = 10 the second is {}.",
            middle.repeats,
            number(gaussian, 2),
            number(contaminated, 2),
            number(low.gaussian.huber / low.gaussian.mean, 2),
            number(high.contaminated.huber / high.contaminated.median, 2)
        ),
    }
}

fn huber_smooth_l1() -> Evidence {
    let huber = |delta| Huber::new(delta).expect("δ is above zero");
    // The smooth L1 loss of Girshick (2015) with threshold β.
    let smooth_l1 = |residual: f64, beta: f64| {
        let size = residual.abs();
        if size < beta { 0.5 * size * size / beta } else { size - 0.5 * beta }
    };
    let residuals = [-20.0, -1.0, 0.3, 2.0, 7.0];
    let ratio_is_delta = |delta: f64| {
        residuals.iter().all(|&residual| {
            // A division and a product: one rounding each.
            (huber(delta).of(residual) - delta * smooth_l1(residual, delta)).abs() < 1e-12
        })
    };
    Evidence {
        supports: [0.5, 1.0, 5.0].into_iter().all(ratio_is_delta),
        text: format!(
            "At r = 7: Huber is {} and smooth L1 {} with threshold 1; {} and {} with threshold 5.",
            number(huber(1.0).of(7.0), 1),
            number(smooth_l1(7.0, 1.0), 1),
            number(huber(5.0).of(7.0), 1),
            number(smooth_l1(7.0, 5.0), 1)
        ),
    }
}

fn outliers_convergence() -> Evidence {
    let outcome = outlier_convergence::Config { seeds: 20, ..Default::default() }.run();
    let (clean, dirty) = (&outcome.clean, &outcome.contaminated);
    // Nine of ten data sets is far beyond chance: 18 of 20 fair coins has probability
    // 0.0002.
    let nearly_all = outcome.seeds * 9 / 10;
    Evidence {
        supports: dirty.huber_beats_mse >= nearly_all
            && dirty.mae_beats_mse >= nearly_all
            && clean.mse.last <= clean.huber.last * 1.02
            && clean.mse.last <= clean.mae.last,
        text: format!(
            "Over {} data sets the mean distance to the true line ends at {} (MSE), {} (Huber) and {} (MAE) with outliers, where Huber is nearer \
             than MSE on {} and MAE on {}; without outliers it ends at {}, {} and {}.",
            outcome.seeds,
            number(dirty.mse.last, 3),
            number(dirty.huber.last, 3),
            number(dirty.mae.last, 3),
            dirty.huber_beats_mse,
            dirty.mae_beats_mse,
            number(clean.mse.last, 3),
            number(clean.huber.last, 3),
            number(clean.mae.last, 3)
        ),
    }
}
