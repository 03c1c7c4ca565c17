//! Claims about designing a loss.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{Experiment, cost_threshold, difficulty, newsvendor};
use crate::experiments::{two_terms, uncertainty_outliers, variance_excuse};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "symmetric-costs-mse",
        statement: "If too much and too little cost the same, the squared error is the right loss.",
        source: "advice on choosing a loss",
        verdict: Verdict::Depends,
        correct: "Equal prices make a loss symmetric; they do not make it a square. If each unit costs the same, the best order is the median, \
                  and the mean equals it only where the demand is symmetric, too.",
        evidence: symmetric_costs,
    },
    Claim {
        id: "threshold-or-weights",
        statement: "Weighting the loss by the costs of the mistakes does the same as moving the threshold.",
        source: "lectures and forum answers on cost-sensitive learning",
        verdict: Verdict::Depends,
        correct: "Where the model fits, both cost the same; where it does not, weights let it fit where it matters, and the gain here is small. \
                  Only the threshold leaves the outputs probabilities, and doing both counts the costs twice.",
        evidence: threshold_or_weights,
    },
    Claim {
        id: "weights-from-values",
        statement: "Terms are balanced when their weighted values are equal.",
        source: "usual practice with losses of several terms",
        verdict: Verdict::Corrected,
        correct: "Only gradients are added in training. A value contains what no parameter can change, such as noise; where the minimum lies \
                  depends on the pulls alone.",
        evidence: weights_from_values,
    },
    Claim {
        id: "learned-weights-units",
        statement: "Learned task weights free you from choosing the units of the terms.",
        source: "Kendall, Gal & Cipolla (2018), and texts on multi-task learning",
        verdict: Verdict::Confirmed,
        correct: "A new unit multiplies a term by a constant, its learned weight divides by the same constant, and the minimum stays. What they \
                  choose instead is precision: the term with less noise prevails, wanted or not.",
        evidence: learned_weights,
    },
    Claim {
        id: "focus-on-hard",
        statement: "Weighting hard samples more makes the model better.",
        source: "the focal idea, carried over to regression",
        verdict: Verdict::Depends,
        correct: "It helps where hard samples are rare and right, while training is short. Where they are wrong, it fits the mistakes: there \
                  the opposite weights help.",
        evidence: focus_on_hard,
    },
    Claim {
        id: "uncertainty-robust",
        statement: "A model that learns its own uncertainty is robust to outliers.",
        source: "texts on heteroscedastic regression: noisy samples are attenuated",
        verdict: Verdict::Depends,
        correct: "With one variance for all samples the fit is that of the squared error. A variance that depends on the input helps where the \
                  outliers can be told from the input, and nowhere else.",
        evidence: uncertainty_robust,
    },
    Claim {
        id: "variance-for-free",
        statement: "Predicting a variance along with the mean costs the mean nothing.",
        source: "said of the Gaussian likelihood; tested by Seitzer et al. (2022)",
        verdict: Verdict::Corrected,
        correct: "Where the mean is hard to fit, a large variance explains the error away and takes its pull. Weighing the likelihood by a power \
                  of the variance (β-NLL) gives the pull back.",
        evidence: variance_for_free,
    },
];

fn percent(share: f64) -> String {
    Format::percent(0).apply(share)
}

fn symmetric_costs() -> Evidence {
    let run = |shape| {
        newsvendor::Config { too_little: 1.0, too_much: 1.0, shape, ..Default::default() }
            .run()
    };
    let (skewed, symmetric) = (run(1.0), run(3.6));
    // Weibull's median and mean nearly agree at shape 3.44.
    let supports = skewed.mean.excess > 0.05
        && symmetric.mean.excess < 0.001
        && (skewed.best.order - skewed.median.order).abs() < 1e-9;
    Evidence {
        supports,
        text: format!(
            "At equal prices the best order is the median. For a skewed demand it is {} units, and ordering the mean, {}, costs {} more; for a \
             nearly symmetric demand the two are {} and {}, and cost the same to {}.",
            number(skewed.best.order, 0),
            number(skewed.mean.order, 0),
            percent(skewed.mean.excess),
            number(symmetric.best.order, 0),
            number(symmetric.mean.order, 0),
            Format::percent(2).apply(symmetric.mean.excess),
        ),
    }
}

fn threshold_or_weights() -> Evidence {
    let outcome = cost_threshold::Config::default().run();
    let (fitting, misfitting) = (outcome.fitting, outcome.misfitting);
    let near = |a: f64, b: f64| (a / b - 1.0).abs() < 0.02;
    Evidence {
        supports: near(fitting.threshold, fitting.weights)
            && fitting.both > 1.1 * fitting.threshold
            && fitting.neither > 1.3 * fitting.threshold
            && misfitting.weights < misfitting.threshold
            && misfitting.weights_win >= 8
            && (fitting.plain_probability - 0.5).abs() < 0.02
            && fitting.weighed_probability > 0.6,
        text: format!(
            "A miss costs {}. Two clusters: {} a sample with the threshold, {} with weights, {} with both, {} with neither. A positive class \
             in two pieces: {} with the threshold, {} with weights, which are cheaper on {} of {} data sets. Half of the samples are positive; \
             the plain model's mean probability is {}, the weighted one's {}.",
            number(outcome.miss, 0),
            number(fitting.threshold, 3),
            number(fitting.weights, 3),
            number(fitting.both, 3),
            number(fitting.neither, 3),
            number(misfitting.threshold, 3),
            number(misfitting.weights, 3),
            misfitting.weights_win,
            outcome.seeds,
            number(fitting.plain_probability, 2),
            number(fitting.weighed_probability, 2),
        ),
    }
}

fn weights_from_values() -> Evidence {
    let run = |price_noise| two_terms::Config { price_noise, ..Default::default() }.run();
    let (quiet, noisy) = (run(5.0), run(200.0));
    let (plain, balanced) = (noisy.plain, [quiet.equal_values, noisy.equal_values]);
    Evidence {
        supports: balanced[1].minimum < 0.05
            && balanced[0].minimum > 0.4
            && (quiet.plain.minimum - plain.minimum).abs() < 1e-12
            && plain.value_share - quiet.plain.value_share > 0.05,
        text: format!(
            "Weights that make the values equal put the minimum at {} (0 suits the areas, 1 the prices) where the price's noise is $5,000, and at {} \
             where it is $200,000. With both weights 1 the noise raises the price's share of the value from {} to {}, and the minimum \
             stays at {}.",
            number(balanced[0].minimum, 3),
            number(balanced[1].minimum, 3),
            number(quiet.plain.value_share, 3),
            number(plain.value_share, 3),
            number(plain.minimum, 3),
        ),
    }
}

fn learned_weights() -> Evidence {
    let run = |unit| two_terms::Config { unit, ..Default::default() }.run();
    let (dollars, thousands, most) = (run(1.0), run(1000.0), run(100_000.0));
    let minima =
        [dollars.learned.minimum, thousands.learned.minimum, most.learned.minimum];
    Evidence {
        // The fixed point is found to 1e-12; its weights scale exactly but for rounding.
        supports: minima.iter().all(|minimum| (minimum - minima[0]).abs() < 1e-9)
            && dollars.plain.minimum > 0.99
            && most.plain.minimum < 0.01,
        text: format!(
            "Prices in dollars, thousands, and hundreds of thousands: both weights 1 put the minimum at {}, {} and {}; learned weights at {}, {} \
             and {}, near what suits the term with less noise.",
            number(dollars.plain.minimum, 3),
            number(thousands.plain.minimum, 3),
            number(most.plain.minimum, 3),
            number(minima[0], 4),
            number(minima[1], 4),
            number(minima[2], 4),
        ),
    }
}

fn focus_on_hard() -> Evidence {
    let outcome = difficulty::Config::default().run();
    let (easy, plain, hard) = (outcome.easy_first, outcome.plain, outcome.hard_first);
    let nearly_all = outcome.seeds * 9 / 10;
    Evidence {
        supports: hard.rare_wins >= nearly_all
            && easy.wrong_wins >= nearly_all
            && hard.wrong_wins == 0
            && easy.rare_wins == 0,
        text: format!(
            "Ten hard samples of a hundred, {} steps. Rare but right: their error is {} without weights and {} with weights |r|, smaller on {} \
             of {} data sets. Wrong: the error on the others is {} without weights, {} with weights |r|, {} with weights 1/√|r|, which are \
             better on {}.",
            outcome.steps,
            number(plain.rare, 2),
            number(hard.rare, 2),
            hard.rare_wins,
            outcome.seeds,
            number(plain.wrong, 2),
            number(hard.wrong, 2),
            number(easy.wrong, 2),
            easy.wrong_wins,
        ),
    }
}

fn uncertainty_robust() -> Evidence {
    let outcome = uncertainty_outliers::Config::default().run();
    let (anywhere, right) = (outcome.anywhere, outcome.on_the_right);
    let nearly_all = outcome.seeds * 9 / 10;
    let apart = anywhere.constant_off_squared.max(right.constant_off_squared);
    Evidence {
        // Both fits end within the reach of Adam's last steps of the same minimum.
        supports: apart < 0.01
            && (anywhere.varying / anywhere.squared - 1.0).abs() < 0.05
            && right.varying < 0.6 * right.squared
            && right.varying_wins >= nearly_all
            && anywhere.huber_wins >= nearly_all,
        text: format!(
            "{} of a hundred points moved up. Anywhere: the line is off by {} under the squared error, {} with one variance, {} with a variance \
             that depends on x, {} under Huber. All on the right: {}, {}, {} and {}. The first two lines are never more than {} apart.",
            outcome.outliers,
            number(anywhere.squared, 3),
            number(anywhere.constant, 3),
            number(anywhere.varying, 3),
            number(anywhere.huber, 3),
            number(right.squared, 3),
            number(right.constant, 3),
            number(right.varying, 3),
            number(right.huber, 3),
            number(apart, 3),
        ),
    }
}

fn variance_for_free() -> Evidence {
    let outcome = variance_excuse::Config::default().run();
    let (squared, likelihood, one) =
        (&outcome.squared, &outcome.likelihood, &outcome.one);
    let nearly_all = outcome.seeds * 9 / 10;
    Evidence {
        supports: squared.beats_likelihood >= nearly_all
            && one.beats_likelihood >= nearly_all
            && likelihood.mean > 1.2 * squared.mean,
        text: format!(
            "A wave with noise 0.05, {} steps, {} seeds: the mean is off by {} under the squared error and by {} under the likelihood, which \
             predicts a standard deviation of {} on average; β = ½ leaves {}, β = 1 {}. The squared error is nearer on {}, β = 1 on {}.",
            outcome.steps,
            outcome.seeds,
            number(squared.mean, 3),
            number(likelihood.mean, 3),
            number(likelihood.deviation, 2),
            number(outcome.half.mean, 3),
            number(one.mean, 3),
            squared.beats_likelihood,
            one.beats_likelihood,
        ),
    }
}
