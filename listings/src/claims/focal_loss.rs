//! Claims about the focal loss and rare classes.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, focal_curve, focal_descent, focal_probability, imbalance_seeds,
};
use crate::losses::{BinaryFocal, Loss};
use crate::report::number;
use crate::solvers::best_probability;
use ndarray::array;
use std::sync::LazyLock;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "focal-gamma-two",
        statement: "γ = 2 takes the weight from easy samples.",
        source: "Lin et al. (2017), §3.2, and everyone after them",
        verdict: Verdict::Confirmed,
        correct: "It does, and from the pull less than from the loss: at p = 0.9 by a factor of about 35 rather than 100. Hard samples pull \
                  even harder than under cross-entropy.",
        evidence: gamma_two,
    },
    Claim {
        id: "focal-alpha-one",
        statement: "α = 1 balances the classes.",
        source: "a notebook that sets α = 1 and γ = 2 on imbalanced data",
        verdict: Verdict::Corrected,
        correct: "In the form of several classes α = 1 is no weight at all. In the binary form it is the weight 1 for positive samples and 0 for \
                  negative ones, and the best model says “positive” always. Balance needs an α near the share of the negative class.",
        evidence: alpha_one,
    },
    Claim {
        id: "focal-scalar-alpha",
        statement: "A scalar α rebalances the classes.",
        source: "notebooks that give one α to the form of several classes",
        verdict: Verdict::Corrected,
        correct: "It scales the whole loss. Under gradient descent that is another learning rate; under Adam it is next to nothing.",
        evidence: scalar_alpha,
    },
    Claim {
        id: "focal-minority",
        statement: "The focal loss improves the rare class significantly.",
        source: "lectures, after one run at a ratio of nine to one",
        verdict: Verdict::Corrected,
        correct: "At nine to one and without class weights it finds no more of the rare class than cross-entropy. It changes how much the network \
                  trusts itself, not where it draws the boundary. The case of its authors is another: a crowd of easy samples, thousands to one.",
        evidence: minority,
    },
    Claim {
        id: "class-weights-minority",
        statement: "Class weights fix an imbalance.",
        source: "library guides",
        verdict: Verdict::Depends,
        correct: "They buy recall with precision, as a lower threshold does without training again. Whether that is a gain depends on what a miss \
                  and a false alarm cost; F₁ at the threshold ½ fell here.",
        evidence: class_weights,
    },
];

/// Ten data sets, run once for all claims about them.
static SEEDS: LazyLock<imbalance_seeds::Outcome> =
    LazyLock::new(|| imbalance_seeds::Config::default().run());

fn interval(gain: imbalance_seeds::Gain) -> String {
    format!("{} to {}", number(gain.low, 3), number(gain.high, 3))
}

fn gamma_two() -> Evidence {
    let easy = focal_curve::Config::default().run();
    let hard = focal_curve::Config { at: 0.1, ..Default::default() }.run();
    Evidence {
        supports: (easy.loss_ratio - 100.0).abs() < 1e-6
            && (30.0..40.0).contains(&easy.pull_ratio)
            && hard.pull_ratio < 1.0
            && easy.largest_gain > 1.1,
        text: format!(
            "At p = 0.9 the loss is {} times smaller than cross-entropy and the pull {} times. At p = 0.1 the loss is {} times smaller and the \
             pull {} times larger; it is larger below p = {}, up to {} times.",
            number(easy.loss_ratio, 0),
            number(easy.pull_ratio, 1),
            number(hard.loss_ratio, 2),
            number(1.0 / hard.pull_ratio, 2),
            number(easy.equal_pull_at, 2),
            number(easy.largest_gain, 2),
        ),
    }
}

fn alpha_one() -> Evidence {
    let loss = |alpha| BinaryFocal::new(alpha, 2.0).expect("α is in [0, 1]");
    let one = loss(Some(1.0));
    // A false alarm, with the probability 1/(1 + e^(−4)).
    let (logit, negative) = (array![4.0], array![0.0]);
    let pull = one.gradient(&logit, &negative)[0];
    let best = |alpha| best_probability(&loss(alpha), 0.1);
    let balanced = focal_probability::Config { alpha: 0.9, ..Default::default() }.run();
    Evidence {
        supports: pull == 0.0
            && one.value(&logit, &negative) == 0.0
            && best(Some(1.0)) > 1.0 - 1e-9
            && best(None) < 0.5
            && (balanced.balanced.turns_at - 0.1).abs() < 1e-9,
        text: format!(
            "Binary form: a confident false alarm costs {} and pulls with {}; where a tenth of the samples is positive the best probability is {}. \
             Without α it is {}, still “negative”. With α = 0.9 the model turns positive at a share of {}.",
            number(one.value(&logit, &negative), 0),
            number(pull.abs(), 0),
            number(best(Some(1.0)), 2),
            number(best(None), 2),
            number(balanced.balanced.turns_at, 2),
        ),
    }
}

fn scalar_alpha() -> Evidence {
    let outcome = &*SEEDS;
    let gains = outcome.alpha_gain;
    let descent = focal_descent::Config::default().run();
    let (one, quarter) = (&descent.one, &descent.quarter);
    Evidence {
        // A recall is a multiple of 1/300, so this is less than a sample on average.
        supports: [gains.recall, gains.f1, gains.accuracy]
            .iter()
            .all(|gain| gain.mean.abs() < 0.003)
            // Four is a power of two: the products are rounded alike.
            && descent.apart == 0.0
            && quarter.last_loss > 1.1 * one.last_loss,
        text: format!(
            "Under Adam, α = 0.25 in place of 1 changes recall by {}, F₁ by {} and accuracy by {}, means of {} data sets from the same start. Under gradient \
             descent, {} data sets, α = 0.25 at four times the rate is the same walk as α = 1 to the last digit; at the same rate its loss after {} steps is {} \
             in place of {}.",
            number(gains.recall.mean, 4),
            number(gains.f1.mean, 4),
            number(gains.accuracy.mean, 4),
            outcome.seeds,
            descent.seeds,
            descent.steps,
            number(quarter.last_loss, 4),
            number(one.last_loss, 4),
        ),
    }
}

fn minority() -> Evidence {
    let outcome = &*SEEDS;
    let gains = outcome.focal_gain;
    Evidence {
        // No gain that the interval tells from zero, and none of a size that would matter.
        supports: gains.recall.low <= 0.0
            && gains.f1.low <= 0.0
            && gains.recall.high < 0.05
            && gains.f1.high < 0.05,
        text: format!(
            "{} data sets of a thousand samples, γ = 2, α = 1, paired: recall changes by {} (95 % interval {}), F₁ by {} ({}). Recall is {} under \
             cross-entropy and {} under the focal loss.",
            outcome.seeds,
            number(gains.recall.mean, 3),
            interval(gains.recall),
            number(gains.f1.mean, 3),
            interval(gains.f1),
            number(outcome.cross_entropy.recall, 3),
            number(outcome.focal.recall, 3),
        ),
    }
}

fn class_weights() -> Evidence {
    let outcome = &*SEEDS;
    let gains = outcome.weighted_gain;
    let same_recall = outcome.precision_at_weighted_recall;
    Evidence {
        supports: gains.recall.low > 0.0
            && gains.precision.high < 0.0
            && gains.f1.high < 0.0
            && (same_recall - outcome.weighted.precision).abs() < 0.05,
        text: format!(
            "Weights 1 and 9 change recall by {} ({}), precision by {} ({}) and F₁ by {} ({}), over {} data sets. Cross-entropy with its threshold \
             moved to the same recall has the precision {}, the weighted loss {}.",
            number(gains.recall.mean, 3),
            interval(gains.recall),
            number(gains.precision.mean, 3),
            interval(gains.precision),
            number(gains.f1.mean, 3),
            interval(gains.f1),
            outcome.seeds,
            number(same_recall, 2),
            number(outcome.weighted.precision, 2),
        ),
    }
}
