//! Claims about AdaGrad.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, adagrad_memory, adagrad_rates, adagrad_walk, rare_features,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "adagrad-no-tuning",
        statement: "AdaGrad needs no tuning of the rate.",
        source: "lectures and blog posts",
        verdict: Verdict::Corrected,
        correct: "It needs less. The scale of the loss no longer counts, and on a convex problem a rate that is too large costs little. A rate that is too \
                  small stays too small: it is measured in the units of the parameters, and no default can know these.",
        evidence: no_tuning,
    },
    Claim {
        id: "adagrad-stops-learning",
        statement: "AdaGrad stops learning, because its rate goes to zero.",
        source: "lectures, as the reason for RMSprop",
        verdict: Verdict::Depends,
        correct: "Where the gradients go to zero, their squares have a finite sum and the rate stays. Where noise keeps them up, the rate falls as 1/√t, which \
                  is what convergence under noise takes. Where the minimum moves, it falls all the same, and sooner or later AdaGrad is left behind.",
        evidence: stops_learning,
    },
    Claim {
        id: "adagrad-rare-features",
        statement: "In AdaGrad, rare features get larger steps.",
        source: "Duchi, Hazan and Singer 2011, section 1.3; lectures",
        verdict: Verdict::Confirmed,
        correct: "Larger per occurrence: their rate is larger, in the end by about the root of the ratio of their frequencies. It is why AdaGrad learns their \
                  weights in one pass, and gradient descent at its best rate does not.",
        evidence: rare,
    },
    Claim {
        id: "adaptive-bad-scaling",
        statement: "Adaptive methods cope with badly scaled parameters.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "When the bad scaling is along the coordinates, AdaGrad does not feel it at all. Turn the same ravine by 45°, and a rate for each coordinate \
                  is of no more use than one for all.",
        evidence: bad_scaling,
    },
];

fn no_tuning() -> Evidence {
    let at = |loss_scale, parameter_scale| {
        adagrad_rates::Config { loss_scale, parameter_scale, ..Default::default() }.run()
    };
    let (here, louder, longer) = (at(1.0, 1.0), at(100.0, 1.0), at(1.0, 100.0));
    let last = here.rates[here.rates.len() - 1];
    // The rate 0.01, PyTorch's default, is among those of the sweep.
    let default = here.rates.iter().position(|rate| (rate - 0.01).abs() < 1e-9);
    let default = default.expect("0.01 is a power of ten");
    Evidence {
        supports: here.adagrad.largest == last
            && here.adagrad.least > 0.05
            && here.adagrad.least == louder.adagrad.least
            && longer.adagrad.least > 50.0 * here.adagrad.least
            && here.adagrad.ends[default] > 0.5
            && here.descent.decades < 2.0,
        text: format!(
            "On the bowl from (3.5, 3.5), {} steps: gradient descent reaches a thousandth of the first loss at rates from {} to {}, AdaGrad at every rate from {} to \
             the largest tried, {}. At PyTorch's default, 0.01, AdaGrad leaves {} of the loss. With the loss times 100 the least rate is the same; with the \
             parameters times 100 it is {}.",
            here.steps,
            number(here.descent.least, 3),
            number(here.descent.largest, 2),
            number(here.adagrad.least, 2),
            number(last, 0),
            number(here.adagrad.ends[default], 2),
            number(longer.adagrad.least, 0),
        ),
    }
}

fn stops_learning() -> Evidence {
    let seeds = 10;
    let runs: Vec<_> = (1..=seeds)
        .map(|seed| adagrad_memory::Config { seed, ..Default::default() }.run())
        .collect();
    let first = &runs[0];
    let mean = |of: fn(&adagrad_memory::Outcome) -> f64| {
        runs.iter().map(of).sum::<f64>() / f64::from(seeds as u32)
    };
    let (middle, end) =
        (mean(|run| run.noisy.distance_at_1000), mean(|run| run.noisy.last_distance));
    let noisy_rate = mean(|run| run.noisy.last_rate);
    // η/(σ√t) at the last step.
    let expected = first.rate / (first.noise * (adagrad_memory::LAST_STEP as f64).sqrt());
    Evidence {
        supports: first.still.last_distance < 1e-6
            && first.still.last_rate > 0.1
            && end < 0.85 * middle
            && (noisy_rate / expected - 1.0).abs() < 0.1
            && first.drifting.last_distance > 1.5
            && first.drifting.last_rate < 0.02,
        text: format!(
            "After {} steps at η = 1. Minimum at rest: the rate is {}, the distance below a millionth. Through noise of σ = 1, mean of {seeds} seeds: the rate is {}, \
             and the distance went from {} at step 1000 to {}. On a circle of radius 2, once around in {} steps: the rate is {}, the distance {}.",
            adagrad_memory::LAST_STEP,
            number(first.still.last_rate, 3),
            number(noisy_rate, 3),
            number(middle, 3),
            number(end, 3),
            number(first.period, 0),
            number(first.drifting.last_rate, 3),
            number(first.drifting.last_distance, 2),
        ),
    }
}

fn rare() -> Evidence {
    let seeds = 10;
    let run = |descent_rate, adagrad_rate, seed| {
        rare_features::Config { descent_rate, adagrad_rate, seed, ..Default::default() }
            .run()
    };
    // At each rate, all seeds; the best rate has the least loss on fresh samples.
    let rates = [(0.02, 0.1), (0.05, 0.25), (0.1, 0.5), (0.2, 1.0), (0.5, 2.0)];
    let runs: Vec<Vec<rare_features::Outcome>> = rates
        .iter()
        .map(|&(descent, adagrad)| {
            (1..=seeds).map(|seed| run(descent, adagrad, seed)).collect()
        })
        .collect();
    let best = |of: fn(&rare_features::Outcome) -> &rare_features::Training| {
        let trainings = runs.iter().map(|at| at.iter().map(of).collect::<Vec<_>>());
        let excess = |all: &Vec<&rare_features::Training>| {
            all.iter().map(|training| training.excess).sum::<f64>()
        };
        trainings.min_by(|a, b| excess(a).total_cmp(&excess(b))).expect("five rates")
    };
    let (descent, adagrad) = (best(|run| &run.descent), best(|run| &run.adagrad));
    let mean = |all: &[&rare_features::Training],
                of: fn(&rare_features::Training) -> f64| {
        all.iter().map(|training| of(training)).sum::<f64>() / all.len() as f64
    };
    let ahead = descent
        .iter()
        .zip(&adagrad)
        .filter(|(descent, adagrad)| adagrad.rare_recovered > descent.rare_recovered)
        .count();
    let ratio = mean(&adagrad, |of| of.last_rare_rate / of.last_common_rate);
    Evidence {
        supports: ahead == adagrad.len() && ratio > 3.0 && ratio < 7.0,
        text: format!(
            "{seeds} data sets, each method at the best of five rates ({} and {}): descent finds {} of the weights of rare features, AdaGrad {}, and more on {ahead} of \
             {seeds} data sets; of those of common features {} and {}. At the end AdaGrad's rate for a rare feature is {} times that for a common one; √(0.5/0.02) \
             is 5.",
            number(descent[0].rate, 2),
            number(adagrad[0].rate, 2),
            number(mean(&descent, |of| of.rare_recovered), 2),
            number(mean(&adagrad, |of| of.rare_recovered), 2),
            number(mean(&descent, |of| of.common_recovered), 2),
            number(mean(&adagrad, |of| of.common_recovered), 2),
            number(ratio, 1),
        ),
    }
}

fn bad_scaling() -> Evidence {
    let at = |condition, angle, rate| {
        adagrad_walk::Config { condition, angle, rate, steps: 1 }.run()
    };
    // The best of the rates for each tilt.
    let best = |condition, angle| {
        let rates = [0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0];
        let arrivals = rates.map(|rate| at(condition, angle, rate).adagrad_arrival);
        arrivals.into_iter().filter(|arrival| arrival.arrived).map(|a| a.steps).min()
    };
    let steps = |condition, angle| best(condition, angle).unwrap_or(usize::MAX);
    let (round, upright, tilted) =
        (steps(1.0, 0.0), steps(100.0, 0.0), steps(100.0, 45.0));
    let descent = at(100.0, 45.0, 1.0).descent_arrival.steps;
    Evidence {
        supports: upright <= round && tilted > 50 * upright && tilted > descent,
        text: format!(
            "Steps to a millionth of the first loss, AdaGrad at the best of eight rates: {round} at κ = 1, {upright} at κ = 100 along the axes, {tilted} at κ = 100 \
             turned by 45°. Gradient descent at its best rate takes {descent}, at any angle.",
        ),
    }
}
