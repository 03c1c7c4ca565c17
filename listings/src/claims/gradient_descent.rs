//! Claims about gradient descent.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, descent_dimensions, descent_rates, descent_small_step, descent_well,
    descent_width,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "half-rate-oscillates",
        statement: "On x² from 10, the rate η = 0.5 is fast, with some oscillation.",
        source: "lecture notebooks that compare five rates",
        verdict: Verdict::Corrected,
        correct: "On x² the rate 0.5 is 1/L: the first step lands on the minimum exactly and nothing moves after it. Oscillation begins above 1/L, \
                  where the factor 1 − 2η is negative, and turns into divergence above 2/L = 1.",
        evidence: half_rate_oscillates,
    },
    Claim {
        id: "small-step-descends",
        statement: "L(θ − ηg) < L(θ) for a small rate η.",
        source: "Taylor's theorem, in every lecture",
        verdict: Verdict::Confirmed,
        correct: "Where L is differentiable and g is not zero, it holds below some rate, and for a smoothness L at every rate below 2/L. How small is \
                  small is a property of the place: the limits of six familiar surfaces, at their usual starts, span more than three powers of ten.",
        evidence: small_step_descends,
    },
    Claim {
        id: "trapped-in-local-minima",
        statement: "Gradient descent gets trapped in local minima.",
        source: "lectures, as its main weakness",
        verdict: Verdict::Depends,
        correct: "In few dimensions it does: the start decides. In many, a critical point with every direction upward is rare among those that are not \
                  already low, most are saddles, and descent from a random start leaves those. A narrow network gets stuck often, a wide one on the \
                  same data hardly ever.",
        evidence: trapped_in_local_minima,
    },
];

fn half_rate_oscillates() -> Evidence {
    let outcome = descent_rates::Config::default().run();
    let half = &outcome.rows[2];
    let over = &outcome.rows[3];
    Evidence {
        supports: half.rate == 0.5
            && half.first == 0.0
            && half.last == 0.0
            && over.first < 0.0,
        text: format!(
            "At η = {} the factor is {}: x is {} after one step and {} after {}. At η = {} the factor is {} and the first step leads to {}.",
            half.rate,
            number(half.factor, 1),
            number(half.first, 0),
            number(half.last, 0),
            outcome.steps,
            over.rate,
            number(over.factor, 1),
            number(over.first, 0),
        ),
    }
}

fn small_step_descends() -> Evidence {
    let outcome = descent_small_step::Config::default().run();
    let limits = outcome.rows.iter().map(|row| row.limit);
    let least = limits.clone().fold(f64::MAX, f64::min);
    let most = limits.fold(0.0, f64::max);
    let off = outcome
        .rows
        .iter()
        .map(|row| (row.fall_over_prediction - 1.0).abs())
        .fold(0.0, f64::max);
    Evidence {
        supports: least > 0.0 && off < 0.01 && outcome.span > 1e3,
        text: format!(
            "At the start of each of {} surfaces the loss falls at all rates tried below a limit, the least {}, the largest {}. At a thousandth of \
             the limit it falls by η‖g‖² to within {}.",
            outcome.rows.len(),
            number(least, 5),
            number(most, 2),
            Format::percent(2).apply(off),
        ),
    }
}

fn trapped_in_local_minima() -> Evidence {
    let well = descent_well::Config::default().run();
    let random = descent_dimensions::Config::default().run();
    let width = descent_width::Config::default().run();
    let (narrow, wide) = (&width.rows[0], &width.rows[4]);
    Evidence {
        supports: well.share_shallow > 0.3
            && random.minima[0] > 0.45
            && random.minima[5] < 0.001
            && (random.downward[9] - 0.5).abs() < 0.02
            && narrow.stuck > width.seeds / 4
            && wide.stuck == 0,
        text: format!(
            "In two wells of one dimension {} of the starts end in the shallow one. Of {} random Hessians {} are minima in one dimension, {} in \
             two, {} in five; in ten, half of the directions lead down. On exclusive or, {} of {} starts of a network with {} hidden units are \
             stuck, and {} with {}.",
            Format::percent(0).apply(well.share_shallow),
            random.repeats,
            Format::percent(0).apply(random.minima[0]),
            Format::percent(0).apply(random.minima[1]),
            Format::percent(2).apply(random.minima[4]),
            narrow.stuck,
            width.seeds,
            narrow.width,
            wide.stuck,
            wide.width,
        ),
    }
}
