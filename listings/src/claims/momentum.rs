//! Claims about momentum.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, momentum_condition, momentum_conventions, momentum_escape,
    momentum_memory, momentum_ravine,
};
use crate::optimizers::{GradientDescent, Momentum, Optimizer};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "momentum-converges-faster",
        statement: "Momentum converges faster than gradient descent.",
        source: "lectures, with x² + 10y² from (5, 2) at η = 0.1 and β = 0.9",
        verdict: Verdict::Depends,
        correct: "At that rate gradient descent does not converge at all, so anything would win. With the rate chosen for each, β = 0.9 loses on that \
                  ravine, and wins where κ is above about 38; with β chosen for κ too, momentum needs about √κ steps where gradient descent needs κ.",
        evidence: converges_faster,
    },
    Claim {
        id: "momentum-keeps-ninety-percent",
        statement: "With β = 0.9 the velocity keeps 90 % of itself.",
        source: "lectures, as the meaning of β",
        verdict: Verdict::Confirmed,
        correct: "At each step, before the new gradient comes in. What is left of one gradient falls as 0.9ᵗ: half after six to seven steps, a third after ten. And under a \
                  steady gradient the velocity grows to ten gradients.",
        evidence: keeps_ninety_percent,
    },
    Claim {
        id: "momentum-conventions-factor",
        statement: "The moving-average form and the classic form of momentum differ only by a factor in the rate.",
        source: "library guides and lecture notes",
        verdict: Verdict::Depends,
        correct: "From a velocity of zero they do, even if the rate changes. PyTorch's dampening is not the moving average, because its first velocity is the whole gradient. \
                  And a velocity that contains the rate, as in Keras, parts from both as soon as the rate changes.",
        evidence: conventions_factor,
    },
    Claim {
        id: "momentum-damps-oscillation",
        statement: "Momentum damps the oscillation across a ravine.",
        source: "lectures, with a picture of a zigzag that becomes smooth",
        verdict: Verdict::Depends,
        correct: "It damps the zigzag of a rate that is too large for gradient descent, whose gradients cancel in the velocity. At a rate \
                  at which gradient descent does not oscillate, momentum brings an oscillation of its own.",
        evidence: damps_oscillation,
    },
    Claim {
        id: "momentum-escapes-minima",
        statement: "Momentum escapes local minima.",
        source: "lectures, with a ball that rolls over a hill",
        verdict: Verdict::Depends,
        correct: "It can pass a minimum if it arrives fast, the good one as well as the bad one. From rest it leaves nothing. What leaves is noise, and gradient descent with \
                  noise does so as well, at the rate η/(1 − β) that makes steps as long.",
        evidence: escapes_minima,
    },
];

fn converges_faster() -> Evidence {
    let ravine = momentum_ravine::Config::default().run();
    let table = momentum_condition::Config::default().run();
    let hundred = &table.rows[2];
    let scientific: Format = ".0e".parse().expect("a format");
    Evidence {
        supports: ravine.momentum.distance < 0.5
            && ravine.descent.distance > 1.9
            && ravine.best_descent.distance < 0.1 * ravine.momentum.distance
            && ravine.best_momentum.distance < ravine.best_descent.distance
            && hundred.usual < hundred.descent
            && hundred.polyak < hundred.usual
            && (37.0..39.0).contains(&table.break_even),
        text: format!(
            "After 50 steps at η = 0.1 gradient descent is {} from the minimum, swinging forever; momentum is {}. At its best rate, {}, \
             gradient descent is at {}, and momentum at its best rate and β at {}. For κ = 100, a millionth of the distance takes {} steps of gradient \
             descent, {} of momentum with β = 0.9 and {} with β = {}; break-even of β = 0.9 is at κ = {}.",
            number(ravine.descent.distance, 2),
            number(ravine.momentum.distance, 3),
            number(ravine.best_descent.rate, 3),
            number(ravine.best_descent.distance, 5),
            scientific.apply(ravine.best_momentum.distance),
            hundred.descent,
            hundred.usual,
            hundred.polyak,
            number(hundred.beta, 2),
            number(table.break_even, 0),
        ),
    }
}

fn keeps_ninety_percent() -> Evidence {
    let outcome = momentum_memory::Config::default().run();
    let ratio = outcome.weights[1] / outcome.weights[0];
    let last = outcome.steady[outcome.steady.len() - 1];
    Evidence {
        supports: ratio == 0.9
            && (6.0..7.0).contains(&outcome.half_life)
            && (0.34..0.36).contains(&outcome.after_ten)
            && last > 9.8,
        text: format!(
            "Without a new gradient, {} of the velocity is left after a step, {} after ten, and half after {}. Under gradients of 1 the velocity \
             is {} after {} steps.",
            number(ratio, 2),
            number(outcome.after_ten, 2),
            number(outcome.half_life, 1),
            number(last, 1),
            outcome.steady.len(),
        ),
    }
}

fn conventions_factor() -> Evidence {
    let outcome = momentum_conventions::Config::default().run();
    Evidence {
        supports: outcome.apart < 1e-14
            && (8.0..9.0).contains(&outcome.head_start)
            && (7.0..9.0).contains(&outcome.farther),
        text: format!(
            "Down a constant slope, the rate divided by ten on the way: sum and average agree in every step to 14 digits; with dampening 0.9 the walk is {} \
             long steps ahead after {} steps; with the rate inside the velocity it goes {} long steps farther after the fall.",
            number(outcome.head_start, 1),
            outcome.at,
            number(outcome.farther, 1),
        ),
    }
}

fn damps_oscillation() -> Evidence {
    let at = |rate| momentum_ravine::Config { rate, ..Default::default() }.run();
    let (large, small) = (at(0.1), at(0.03));
    Evidence {
        supports: large.descent.turns == 50
            && large.momentum.swing < 0.2 * large.descent.swing
            && small.descent.turns == 0
            && small.momentum.turns > 8
            && small.momentum.swing > 1e3 * small.descent.swing,
        text: format!(
            "50 steps on x² + 10y². At η = 0.1 gradient descent changes sides {} times and still swings by {}, momentum {} times, by {}. At \
             η = 0.03 gradient descent changes sides {} times, momentum {} times, and in the last ten steps it still swings by {}.",
            large.descent.turns,
            number(large.descent.swing, 2),
            large.momentum.turns,
            number(large.momentum.swing, 2),
            small.descent.turns,
            small.momentum.turns,
            number(small.momentum.swing, 2),
        ),
    }
}

fn escapes_minima() -> Evidence {
    let sweep = momentum_escape::Config::default().run().sweep;
    let escapes = |beta: f64, rate: f64, deviation: f64| {
        momentum_escape::escapes_with_noise(
            || {
                let momentum = Momentum::new(beta).expect("β < 1");
                if beta == 0.0 {
                    Box::new(GradientDescent)
                } else {
                    Box::new(momentum) as Box<dyn Optimizer>
                }
            },
            rate,
            deviation,
            20,
        )
    };
    let still = escapes(0.9, 0.02, 0.0);
    let (noisy, descent) = (escapes(0.9, 0.02, 1.0), escapes(0.0, 0.2, 1.0));
    let slow = escapes(0.0, 0.02, 1.0);
    Evidence {
        supports: sweep.escaped > 0
            && sweep.escaped < sweep.shallow_starts / 2
            && sweep.lost > 0
            && sweep.descent_crossed == 0
            && still == 0
            && noisy == 20
            && descent == 20
            && slow < 5,
        text: format!(
            "Of {} starts on the side of the shallow valley momentum (η = 0.02, β = 0.9) takes {} into the deep one, and of {} on the deep side {} into the shallow one; gradient descent none. \
             Resting in the shallow valley, {} of 20 walks leave without noise; with noise of standard deviation 1 in the gradient, within 1000 steps, {} of 20 with momentum, {} of gradient descent at η = 0.2, {} \
             at η = 0.02.",
            sweep.shallow_starts,
            sweep.escaped,
            sweep.deep_starts,
            sweep.lost,
            still,
            noisy,
            descent,
            slow,
        ),
    }
}
