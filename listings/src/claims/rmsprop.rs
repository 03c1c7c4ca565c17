//! Claims about RMSprop, and about adaptive methods in general.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, drifting_minimum, epsilon_scale, one_rate, optimizer_memory,
    rmsprop_memory,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "rmsprop-rate-can-rise",
        statement: "AdaGrad's rate only falls, RMSprop's can rise.",
        source: "lectures",
        verdict: Verdict::Confirmed,
        correct: "A sum of squares never shrinks, a decaying mean of them does: RMSprop's rate follows the size of the gradients, with a delay of about 1/(1 − ρ) \
                  steps when they grow, and a longer one when they shrink.",
        evidence: rate_can_rise,
    },
    Claim {
        id: "rmsprop-non-stationary",
        statement: "RMSprop suits non-stationary problems.",
        source: "lectures; library guides",
        verdict: Verdict::Depends,
        correct: "Where the scale of the gradients changes, it does what no fixed rate can. Where only the minimum moves, momentum at its best rate follows as well, \
                  and through noise nobody is ahead.",
        evidence: non_stationary,
    },
    Claim {
        id: "epsilon-never-matters",
        statement: "ε = 10⁻⁸ only prevents a division by zero, and never matters.",
        source: "lectures and library guides",
        verdict: Verdict::Corrected,
        correct: "It matters where gradients are no longer large beside it: near 10⁻⁸ where it is added to the root, near 10⁻⁴ where it is below the root. There the \
                  method turns into gradient descent at a tiny rate.",
        evidence: epsilon_matters,
    },
    Claim {
        id: "rmsprop-memory",
        statement: "RMSprop needs less memory than Adam, and more than momentum.",
        source: "lectures' tables of optimizers",
        verdict: Verdict::Corrected,
        correct: "Less than Adam, and as much as momentum: one number for each parameter. With momentum of its own it needs as much as Adam, and centered besides, more.",
        evidence: memory,
    },
    Claim {
        id: "adaptive-no-tuning",
        statement: "Adaptive methods end manual tuning.",
        source: "blog posts and library guides",
        verdict: Verdict::Corrected,
        correct: "They take the scale of the loss out of the rate. The scale of the parameters stays in it, and so does the problem: the best rate of one is not that of \
                  another.",
        evidence: no_end_of_tuning,
    },
];

fn rate_can_rise() -> Evidence {
    let outcome = rmsprop_memory::Config::default().run();
    let (adagrad, rmsprop) = (&outcome.adagrad, &outcome.rmsprop);
    Evidence {
        supports: adagrad.rates.is_sorted_by(|a, b| a >= b)
            && rmsprop.largest_rate > 5.0 * rmsprop.falling_rate,
        text: format!(
            "On a gradient that falls from {} to its inverse and grows again, at ρ = {}: AdaGrad's rate falls from {} to {} and never rises; RMSprop's is {} after a \
             fourth of the steps, and later {}.",
            number(outcome.swing, 0),
            number(outcome.decay, 1),
            number(adagrad.first_rate, 2),
            number(adagrad.last_rate, 3),
            number(rmsprop.falling_rate, 2),
            number(rmsprop.largest_rate, 1),
        ),
    }
}

fn non_stationary() -> Evidence {
    let at = |swell, noise, seed| {
        drifting_minimum::Config { swell, noise, seed, ..Default::default() }.run()
    };
    let (steady, swelling) = (at(1.0, 0.0, 1), at(10.0, 0.0, 1));
    // Through noise, ten seeds.
    let seeds = 10;
    let noisy: Vec<_> = (1..=seeds).map(|seed| at(1.0, 1.0, seed)).collect();
    let mean = |of: fn(&drifting_minimum::Outcome) -> f64| {
        noisy.iter().map(of).sum::<f64>() / noisy.len() as f64
    };
    let (momentum, rmsprop) =
        (mean(|run| run.momentum.error), mean(|run| run.rmsprop.error));
    Evidence {
        supports: steady.momentum.error < 1.3 * steady.rmsprop.error
            && steady.rmsprop.error < 0.5 * steady.descent.error
            && swelling.rmsprop.error < 0.25 * swelling.momentum.error
            && (rmsprop / momentum - 1.0).abs() < 0.25,
        text: format!(
            "Distance to a minimum that goes around in 400 steps, each method at its best rate. Loss of one scale: descent {}, momentum {}, RMSprop {}. Loss that swells \
             and fades tenfold: {}, {} and {}. Loss of one scale through noise, mean of {seeds} seeds: momentum {}, RMSprop {}.",
            number(steady.descent.error, 3),
            number(steady.momentum.error, 3),
            number(steady.rmsprop.error, 3),
            number(swelling.descent.error, 3),
            number(swelling.momentum.error, 3),
            number(swelling.rmsprop.error, 3),
            number(momentum, 3),
            number(rmsprop, 3),
        ),
    }
}

fn epsilon_matters() -> Evidence {
    let outcome = epsilon_scale::Config::default().run();
    let row = |scale: f64| {
        let row = outcome.rows.iter().find(|row| row.scale == scale);
        row.expect("a scale of the table")
    };
    let (one, tiny, least) = (row(1.0), row(1e-6), row(1e-10));
    Evidence {
        supports: one.beside < 0.01
            && one.below < 0.01
            && tiny.beside < 0.01
            && tiny.below > 0.3
            && least.beside > 0.3,
        text: format!(
            "RMSprop on the bowl, ε = 10⁻⁸, {} steps: of the loss is left {} (beside the root) and {} (below it). With the loss times 10⁻⁶, so that gradients start \
             near 10⁻⁵: {} and {}. Times 10⁻¹⁰: {} and {}.",
            outcome.steps,
            number(one.beside, 4),
            number(one.below, 4),
            number(tiny.beside, 4),
            number(tiny.below, 2),
            number(least.beside, 2),
            number(least.below, 2),
        ),
    }
}

fn memory() -> Evidence {
    let outcome = optimizer_memory::Config.run();
    let numbers = |name| outcome.of(name).numbers;
    let (momentum, rmsprop, adam) =
        (numbers("momentum"), numbers("RMSprop"), numbers("Adam"));
    let with_momentum = numbers("RMSprop with momentum");
    let all = numbers("RMSprop with momentum, centered");
    Evidence {
        supports: rmsprop == momentum
            && rmsprop < adam
            && with_momentum == adam
            && all > adam,
        text: format!(
            "Numbers kept for each parameter: momentum {momentum}, RMSprop {rmsprop}, Adam {adam}; RMSprop with momentum {with_momentum}, and centered besides {all}.",
        ),
    }
}

fn no_end_of_tuning() -> Evidence {
    let outcome = one_rate::Config::default().run();
    let [bowl, louder, longer, _] = &outcome.rows[..] else {
        unreachable!("the table has four problems")
    };
    let [descent, adagrad, rmsprop, adam] = outcome.spreads;
    let kept = (1..4).all(|method| bowl.rates[method] == louder.rates[method]);
    let slow =
        (1..4).all(|method| longer.steps_with_first[method] > 10 * longer.steps[method]);
    Evidence {
        supports: kept && slow && adagrad > 1.5 && rmsprop > 1.5 && adam > 1.5,
        text: format!(
            "Best rates on the bowl, the bowl with its loss times 1000, the bowl with its parameters times 100, and Rosenbrock's valley. Times 1000 moves the rate of \
             descent alone. The four best rates of a method span {} decades (AdaGrad), {} (RMSprop) and {} (Adam); {} for descent. On the stretched bowl, \
             the rate that is best on the bowl takes {}, {} and {} steps of at most {} (AdaGrad, RMSprop, Adam), the best rate {}, {} and {}.",
            number(adagrad, 1),
            number(rmsprop, 1),
            number(adam, 1),
            number(descent, 1),
            longer.steps_with_first[1],
            longer.steps_with_first[2],
            longer.steps_with_first[3],
            outcome.steps,
            longer.steps[1],
            longer.steps[2],
            longer.steps[3],
        ),
    }
}
