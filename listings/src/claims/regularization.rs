//! Claims about regularization.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{Experiment, decay_in_adam, decay_sweep, lasso_zeros};
use crate::experiments::{penalty_conventions, penalty_path};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "l1-exact-zeros",
        statement: "L1 sets weights to exactly zero.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "The minimum has exact zeros. Whether a program finds them depends on its steps: proximal gradient and coordinate descent do; \
                  steps against the subgradient, which is what adding λ|w| to a loss gives in a framework, swing about zero by one to two ηλ.",
        evidence: l1_exact_zeros,
    },
    Claim {
        id: "l2-no-sparsity",
        statement: "L2 gives no sparsity.",
        source: "lectures and library guides",
        verdict: Verdict::Confirmed,
        correct: "L2 makes weights small, all of them, and none exactly zero, at any finite strength.",
        evidence: l2_no_sparsity,
    },
    Claim {
        id: "elastic-net-groups",
        statement: "The elastic net keeps correlated features together.",
        source: "Zou & Hastie (2005), §2.3, and library guides",
        verdict: Verdict::Depends,
        correct: "Features that are equal get equal weights, as soon as there is any L2 part. Features that are merely alike get weights that are \
                  alike in so far as the L2 part is strong: at a small λ the elastic net sets them as far apart as least squares does.",
        evidence: elastic_net_groups,
    },
    Claim {
        id: "same-lambda",
        statement: "The λ of the penalty λΣw² and the λ of weight decay are the same number.",
        source: "lectures that use both words for one thing",
        verdict: Verdict::Corrected,
        correct: "In plain gradient descent weight decay λ is the penalty λ/2 Σw²: half of λΣw². And either depends on whether the loss beside it is \
                  a mean, half of a mean or a sum.",
        evidence: same_lambda,
    },
    Claim {
        id: "weight-decay-helps",
        statement: "Moderate weight decay improves test performance.",
        source: "lectures that train a network on two moons with λ of 0, 0.001 and 0.01",
        verdict: Verdict::Depends,
        correct: "On few and noisy points λ = 0.01 lowers the test loss by half; a gain in accuracy, if any, is too small to be sure of on twenty data sets. On many clean \
                  points, as in that lecture, there is nothing to improve, and λ = 0.01 does harm. What is moderate depends on where λ stands: beside Adam's step \
                  these λ do next to nothing.",
        evidence: weight_decay_helps,
    },
    Claim {
        id: "l2-in-adam-is-decay",
        statement: "An L2 penalty in Adam is the same as weight decay.",
        source: "the names of parameters in libraries: `weight_decay` of PyTorch's `Adam` is an L2 penalty",
        verdict: Verdict::Corrected,
        correct: "In plain gradient descent it is. Adam divides the penalty's gradient by the size of the gradients: weights with large gradients hardly \
                  decay, those with small ones decay far too fast. AdamW shrinks all by the same share.",
        evidence: l2_in_adam_is_decay,
    },
];

/// Ten seeds of an experiment.
fn ten<C: Experiment>(config: impl Fn(u64) -> C) -> Vec<C::Outcome> {
    (1..=10).map(|seed| config(seed).run()).collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

fn l1_exact_zeros() -> Evidence {
    let runs = ten(|seed| lasso_zeros::Config { seed, ..Default::default() });
    let zeros =
        |of: fn(&lasso_zeros::Outcome) -> usize| runs.iter().map(of).sum::<usize>();
    let (subgradient, proximal) =
        (zeros(|run| run.subgradient.zeros), zeros(|run| run.proximal.zeros));
    let swing = mean(runs.iter().map(|run| run.subgradient.swing));
    Evidence {
        supports: subgradient == 0
            && runs.iter().all(|run| run.proximal.zeros > 0)
            && runs.iter().all(|run| run.proximal.objective < run.subgradient.objective)
            && swing > 0.5 * runs[0].kick,
        text: format!(
            "Eight weights on each of ten data sets, {} steps at η = {} and λ = {}: proximal steps end with {proximal} of eighty weights exactly zero, \
             subgradient steps with {subgradient}; the weights that belong at zero swing by up to {} on average, where ηλ is {}.",
            runs[0].steps,
            number(runs[0].rate, 2),
            number(runs[0].lambda, 1),
            number(swing, 3),
            number(runs[0].kick, 2)
        ),
    }
}

fn l2_no_sparsity() -> Evidence {
    let at = |lambda, l1_ratio| {
        ten(|seed| penalty_path::Config { seed, lambda, l1_ratio, ..Default::default() })
    };
    let ridge = [0.01, 0.1, 1.0, 10.0].map(|lambda| at(lambda, 0.0));
    let lasso = at(1.0, 1.0);
    let zeros =
        |runs: &[penalty_path::Outcome]| runs.iter().map(|run| run.zeros).sum::<usize>();
    let smallest =
        ridge.iter().flatten().fold(f64::INFINITY, |least, run| least.min(run.smallest));
    Evidence {
        supports: ridge.iter().all(|runs| zeros(runs) == 0) && zeros(&lasso) > 30,
        text: format!(
            "Ten data sets, eight weights, λ of 0.01, 0.1, 1 and 10: ridge leaves none of {} weights at exactly zero (the smallest measures {}). The lasso at λ = 1 \
             leaves {} of eighty at zero.",
            4 * 10 * 8,
            scientific(smallest),
            zeros(&lasso)
        ),
    }
}

fn scientific(value: f64) -> String {
    ".0e".parse::<crate::report::Format>().expect("a format").apply(value)
}

fn elastic_net_groups() -> Evidence {
    let gap = |lambda, l1_ratio, correlation| {
        let runs =
            ten(|seed| penalty_path::Config { seed, lambda, l1_ratio, correlation });
        mean(runs.iter().map(|run| run.gap))
    };
    let equal = (gap(0.1, 1.0, 1.0), gap(0.1, 0.5, 1.0));
    let alike =
        [0.01, 0.1, 1.0].map(|lambda| (gap(lambda, 1.0, 0.95), gap(lambda, 0.5, 0.95)));
    Evidence {
        supports: equal.0 > 2.0
            && equal.1 < 1e-6
            && alike[2].1 < 0.5 * alike[2].0
            && alike[0].1 > 0.8 * alike[0].0,
        text: format!(
            "Three features with equal true weights, mean over ten data sets of the largest less the smallest fitted weight. Equal features at λ = 0.1: {} under \
             the lasso, {} under the elastic net with ρ = 0.5. Features of correlation 0.95: {} and {} at λ = 1, {} and {} at λ = 0.1, {} and {} at λ = 0.01.",
            number(equal.0, 2),
            number(equal.1, 2),
            number(alike[2].0, 2),
            number(alike[2].1, 2),
            number(alike[1].0, 2),
            number(alike[1].1, 2),
            number(alike[0].0, 2),
            number(alike[0].1, 2)
        ),
    }
}

fn same_lambda() -> Evidence {
    let outcome = penalty_conventions::Config::default().run();
    let twice = penalty_conventions::Config { lambda: 2.0 * outcome.lambda }.run();
    // Both runs have settled to rounding.
    let same = |a: f64, b: f64| (a - b).abs() < 1e-12;
    Evidence {
        supports: !same(outcome.whole_whole, outcome.decay)
            && same(outcome.whole_half, outcome.decay)
            && same(outcome.whole_whole, twice.decay)
            && (outcome.sum_whole - outcome.whole_whole).abs() > 0.1,
        text: format!(
            "One feature whose weight without a penalty is 2, at λ = {}: the mean squared error with λΣw² gives {}, with weight decay λ {}, with weight decay \
             2λ {}. The sum of the squared errors with λΣw² gives {}.",
            number(outcome.lambda, 1),
            number(outcome.whole_whole, 3),
            number(outcome.decay, 3),
            number(twice.decay, 3),
            number(outcome.sum_whole, 3)
        ),
    }
}

fn weight_decay_helps() -> Evidence {
    let outcome = decay_sweep::Config::default().run();
    let (clean, noisy, beside) = (&outcome.clean, &outcome.noisy, &outcome.beside);
    // Eighteen or more of twenty fair coins have a probability of 0.0002.
    Evidence {
        supports: noisy[2].lower_loss >= 18
            && clean[2].worse > 2 * clean[2].better
            && clean[2].test_loss > 2.0 * clean[0].test_loss
            && (clean[1].test_accuracy - clean[0].test_accuracy).abs() < 0.003
            && noisy[2].test_loss < 0.6 * noisy[0].test_loss
            && noisy[2].better < 15
            && (beside[0].test_loss / noisy[0].test_loss - 1.0).abs() < 0.1,
        text: format!(
            "λ of 0, 0.001 and 0.01 in Adam's gradient. Thirty noisy points, {} data sets: test loss {}, {} and {} (at 0.01 lower on {}), accuracy {}, {} and {} (better on {}, \
             worse on {}). 700 clean points, {} data sets: test loss {}, {} and {}, accuracy {}, {} and {} (better on {}, worse on {}). Beside Adam's step, λ = 0.01 leaves \
             the noisy loss at {}.",
            outcome.noisy_seeds,
            number(noisy[0].test_loss, 2),
            number(noisy[1].test_loss, 2),
            number(noisy[2].test_loss, 2),
            noisy[2].lower_loss,
            number(noisy[0].test_accuracy, 3),
            number(noisy[1].test_accuracy, 3),
            number(noisy[2].test_accuracy, 3),
            noisy[2].better,
            noisy[2].worse,
            outcome.seeds,
            number(clean[0].test_loss, 3),
            number(clean[1].test_loss, 3),
            number(clean[2].test_loss, 3),
            number(clean[0].test_accuracy, 3),
            number(clean[1].test_accuracy, 3),
            number(clean[2].test_accuracy, 3),
            clean[2].better,
            clean[2].worse,
            number(beside[0].test_loss, 2)
        ),
    }
}

fn l2_in_adam_is_decay() -> Evidence {
    let outcomes = ten(|seed| decay_in_adam::Config { seed, ..Default::default() });
    let expected = outcomes[0].expected;
    let last = |of: fn(&decay_in_adam::Outcome) -> &decay_in_adam::Shrinkage,
                group: usize| {
        mean(outcomes.iter().map(|outcome| of(outcome).last[group]))
    };
    let adam = [0, 3].map(|group| last(|outcome| &outcome.l2_in_adam, group));
    let adamw = [0, 3].map(|group| last(|outcome| &outcome.adamw, group));
    let descent = [0, 3].map(|group| last(|outcome| &outcome.descent, group));
    // Two thousand weights, each of which walks by about η√t = 0.22: four standard errors
    // are 0.02.
    let near = |value: f64| (value - expected).abs() < 0.02;
    Evidence {
        supports: adamw.into_iter().chain(descent).all(near)
            && adam[0] < 0.1 * expected
            && adam[1] > 1.4 * expected,
        text: format!(
            "Weights of 1 with noise for gradients, after {} steps at η = {} and λ = {}; (1 − ηλ)ᵗ is {}. Where gradients are about 0.01, L2 in Adam leaves {}, \
             AdamW {}, gradient descent {}; where they are about 10, it leaves {}, AdamW {}, gradient descent {}.",
            outcomes[0].steps,
            number(outcomes[0].rate, 2),
            number(outcomes[0].decay, 1),
            number(expected, 2),
            number(adam[0], 2),
            number(adamw[0], 2),
            number(descent[0], 2),
            number(adam[1], 2),
            number(adamw[1], 2),
            number(descent[1], 2)
        ),
    }
}
