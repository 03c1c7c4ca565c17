//! Claims about Nesterov momentum.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, nesterov_counterexample, nesterov_forms, nesterov_race,
    nesterov_spectrum, nesterov_worst,
};
use crate::optimizers::{LookAhead, Momentum, Nesterov, Optimizer};
use crate::report::{Format, number};
use crate::surfaces::{Objective, Quadratic, Surface, walk};
use ndarray::Array1;
use std::cell::Cell;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "nesterov-costs-more",
        statement: "Nesterov momentum costs slightly more per step than momentum.",
        source: "lectures, as its price",
        verdict: Verdict::Confirmed,
        correct: "Very slightly: one gradient a step and one velocity to remember, as momentum, and two more operations for each parameter, which the gradient dwarfs. Told \
                  as a look-ahead it is the same, if θ is moved ahead and not evaluated twice.",
        evidence: costs_more,
    },
    Claim {
        id: "nesterov-look-ahead-point",
        statement: "Nesterov momentum takes its gradient at θ − βv.",
        source: "lectures and summaries, often beside θ ← θ − ηv",
        verdict: Verdict::Depends,
        correct: "Where v contains the rate. Where the step is θ − ηv, the point ahead is θ − ηβv; with θ − βv one looks 1/η times too far.",
        evidence: look_ahead_point,
    },
    Claim {
        id: "nesterov-better-than-momentum",
        statement: "Nesterov converges better than momentum, especially on convex problems.",
        source: "lectures, as its benefit",
        verdict: Verdict::Depends,
        correct: "At equal rate and β, with ηλ_max below 1, it does: its oscillations die out faster. On quadratics, each at its best, momentum has the better factor, and it bears larger rates. What \
                  Nesterov has is a guarantee: there are convex functions on which momentum, at the best rate and β of a quadratic, never arrives.",
        evidence: better_than_momentum,
    },
    Claim {
        id: "nesterov-one-over-t-squared",
        statement: "On convex functions Nesterov converges as 1/t², gradient descent as 1/t.",
        source: "lectures, after Nesterov (1983)",
        verdict: Verdict::Depends,
        correct: "As guarantees for the worst convex function, of the method with growing β. On a given function both can be faster; and with a constant β of 0.9 the \
                  gain over gradient descent is a constant factor in the long run.",
        evidence: one_over_t_squared,
    },
];

/// With one digit and a power of ten.
fn scientific(value: f64) -> String {
    if value == 0.0 {
        return "nothing".to_string();
    }
    let format: Format = ".1e".parse().expect("a format");
    format.apply(value)
}

/// Counts how often its gradient is asked for.
struct Counted {
    objective: Quadratic,
    gradients: Cell<usize>,
}

impl Objective for Counted {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        self.objective.value(theta)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        self.gradients.set(self.gradients.get() + 1);
        self.objective.gradient(theta)
    }
}

fn costs_more() -> Evidence {
    let counted = || Counted { objective: Quadratic::ravine(), gradients: Cell::new(0) };
    let start = Quadratic::ravine().start();
    // A walk looks at the slope once more, to see whether it has arrived.
    let gradients = |optimizer: &mut dyn Optimizer| {
        let objective = counted();
        let walked = walk(&objective, optimizer, 0.01, start.clone(), 100, 0.0);
        (walked.expect("a rate above 0"), objective.gradients.get() - 1)
    };
    let (mut momentum, mut nesterov) = (Momentum::default(), Nesterov::default());
    let (_, by_momentum) = gradients(&mut momentum);
    let (_, by_nesterov) = gradients(&mut nesterov);
    let objective = counted();
    let mut look_ahead = LookAhead::new(0.9).expect("β < 1");
    let mut theta = start.clone();
    for _ in 0..100 {
        look_ahead.step(0.01, &mut theta, |theta| objective.gradient(theta));
    }
    let told = objective.gradients.get();
    let numbers = |optimizer: &dyn Optimizer| -> usize {
        optimizer.state().iter().map(|(_, vector)| vector.len()).sum()
    };
    Evidence {
        supports: [by_momentum, by_nesterov, told] == [100; 3]
            && numbers(&momentum) == numbers(&nesterov),
        text: format!(
            "100 steps: {by_momentum} gradients with momentum, {by_nesterov} with Nesterov in the frameworks’ form, {told} told as a look-ahead. Numbers remembered for two parameters: {} and {}.",
            numbers(&momentum),
            numbers(&nesterov),
        ),
    }
}

fn look_ahead_point() -> Evidence {
    let outcome = nesterov_forms::Config::default().run();
    Evidence {
        supports: outcome.inside_apart < 1e-14
            && outcome.framework_apart < 1e-14
            && outcome.scaled_end < 0.01
            && outcome.mistaken_end > 1e6,
        text: format!(
            "On 2θ² from 1, η = 0.1, β = 0.9: with the rate inside the velocity, looking at θ − βv is the same walk as with the rate outside, looking at θ − ηβv, to 14 digits, and the frameworks’ \
             form walks through its points ahead. With the rate outside and a look at θ − βv, |θ| is {} after 30 steps, in place of {}.",
            scientific(outcome.mistaken_end),
            scientific(outcome.scaled_end),
        ),
    }
}

fn better_than_momentum() -> Evidence {
    let race = nesterov_race::Config::default().run();
    let large = nesterov_race::Config { step: 1.5, ..Default::default() }.run();
    let spectrum = nesterov_spectrum::Config::default().run();
    let circle = nesterov_counterexample::Config::default().run();
    Evidence {
        supports: race.nesterov.loss < 0.5 * race.momentum.loss
            && large.nesterov.diverged
            && !large.momentum.diverged
            && spectrum.momentum.best.factor < spectrum.nesterov.best.factor
            && circle.momentum.distance > 0.5
            && circle.nesterov.distance < 1e-9,
        text: format!(
            "κ = 20, ηλ_max = 0.5, β = 0.9, 60 steps: loss {} (momentum) and {} (Nesterov); at ηλ_max = 1.5 Nesterov diverges, momentum does not. Best factors for κ = 100: {} \
             and {}. On a convex function with curvatures 1 and 25, after {} steps at these best choices, momentum is {} from the minimum, Nesterov below 10⁻⁹.",
            number(race.momentum.loss, 3),
            number(race.nesterov.loss, 5),
            number(spectrum.momentum.best.factor, 3),
            number(spectrum.nesterov.best.factor, 3),
            circle.steps,
            number(circle.momentum.distance, 2),
        ),
    }
}

fn one_over_t_squared() -> Evidence {
    let outcome = nesterov_worst::Config::default().run();
    let late = nesterov_worst::Config { dimension: 401, ..Default::default() }.run();
    // How fast the gap of momentum falls over a decade, against gradient descent.
    let gain = |outcome: &nesterov_worst::Outcome| {
        outcome.descent.after_1000 / outcome.nesterov.after_1000
    };
    Evidence {
        supports: outcome.descent_above == 0
            && outcome.accelerated_above == 0
            && outcome.below_the_bound == 0
            && (outcome.descent_at_its_worst * 402.0 - 1.0).abs() < 1e-12
            && outcome.accelerated.after_100 < 0.5 * outcome.descent.after_100
            && gain(&late) < 10.0,
        text: format!(
            "No method falls below Nesterov’s lower bound and none exceeds its guarantee. On the function that is worst for it, gradient descent has {} left after 100 steps, exactly the sharp guarantee 1/(4t + 2), and the method of 1983 has {}. On \
             Nesterov’s function, d = 201, they have {} and {} after 100 steps, less than guaranteed. With β = 0.9 and d = 401 the gap after 1000 steps is {} times smaller than that of gradient descent.",
            scientific(outcome.descent_at_its_worst),
            scientific(outcome.accelerated_there),
            scientific(outcome.descent.after_100),
            scientific(outcome.accelerated.after_100),
            number(gain(&late), 1),
        ),
    }
}
