//! Claims about step decay.

use super::{Claim, Evidence, Verdict};
use crate::experiments::schedule_curve::written;
use crate::experiments::{
    Experiment, step_decay_clocks, step_decay_cut, step_decay_noise, step_decay_when,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "step-decay-spikes",
        statement: "Step decay causes loss spikes.",
        source: "lectures that compare schedules",
        verdict: Verdict::Depends,
        correct: "At a cut the loss falls, without momentum and with PyTorch's. Where the velocity contains the rate, as in Keras, and β is 0.9, it \
                  first rises for some ten updates: the old, long steps go on and the pull back is a tenth. Spikes belong to a rate that goes up.",
        evidence: spikes,
    },
    Claim {
        id: "step-decay-low-from-the-start",
        statement: "If it is the last rate that counts, you can train with it from the start.",
        source: "an argument for a constant rate",
        verdict: Verdict::Corrected,
        correct: "The last rate sets the size of the noise ball, the rates before it the way there. From far off, the last rate alone does not arrive.",
        evidence: low_from_the_start,
    },
    Claim {
        id: "step-decay-cut-early",
        statement: "The loss drops when the rate is cut, so an early cut saves time.",
        source: "a look at any published training curve",
        verdict: Verdict::Corrected,
        correct: "The drop is the noise of the steep directions, which was going to be removed at any time. What an early cut takes away is the way that \
                  flat directions still had to go.",
        evidence: cut_early,
    },
    Claim {
        id: "step-decay-clock",
        statement: "Whether a schedule is stepped per epoch or per batch is a detail.",
        source: "training loops in which the call stands in the wrong block",
        verdict: Verdict::Corrected,
        correct: "It multiplies the clock by the batches of an epoch: a schedule of epochs is over within the first of them, and training stands still. One \
                  epoch late or early is the detail.",
        evidence: clock,
    },
];

fn spikes() -> Evidence {
    let usual = step_decay_cut::Config::default().run();
    let plain = step_decay_cut::Config { beta: 0.0, ..Default::default() }.run();
    let up = step_decay_cut::Config { factor: 4.0, ..Default::default() }.run();
    let [_, outside, inside] = &usual.parabola;
    Evidence {
        // Without a spike the expected loss falls from the first update on. Of the ten
        // networks two may be higher by their noise: the unchanged ones are in half.
        supports: outside.peak < 1.0
            && inside.peak > 3.0
            && inside.settled < 0.2
            && usual.higher[1] <= 2
            && usual.higher[2] >= 7
            && plain.parabola[1].peak < 1.0
            && plain.higher[1] <= 2
            && up.parabola[1].peak > 2.0
            && up.higher[1] >= 9,
        text: format!(
            "Rate × 0.1, β = 0.9, expected loss on a noisy parabola over that before: highest after {} with the rate outside of the velocity, {} with it \
             inside. Ten networks on two moons, mean loss of 20 updates after above that of 20 before: {} outside, {} inside, {} unchanged. Without \
             momentum: {}. With the rate × 4 in place of the cut: {}, on average {} times the loss.",
            number(outside.peak, 2),
            number(inside.peak, 2),
            usual.higher[1],
            usual.higher[2],
            usual.higher[0],
            plain.higher[1],
            up.higher[1],
            number(up.ratios[1], 1),
        ),
    }
}

fn low_from_the_start() -> Evidence {
    let noise = step_decay_noise::Config::default().run();
    let rest = noise.stages.last().expect("a stage").rest;
    Evidence {
        supports: noise.low.last > 1000.0 * noise.decay.last
            && noise.decay.last < 0.05 * noise.high.last
            && rest < noise.decay.last,
        text: format!(
            "A noisy parabola, 400 steps from θ = 10. Expected loss at the end: {} under step decay from {} to {}, {} at {} throughout, {} at {} \
             throughout, where it would come to rest at {}.",
            written(noise.decay.last),
            written(noise.high.last_rate),
            written(noise.low.last_rate),
            written(noise.high.last),
            written(noise.high.last_rate),
            written(noise.low.last),
            written(noise.low.last_rate),
            written(rest),
        ),
    }
}

fn cut_early() -> Evidence {
    let early = step_decay_when::Config::default().run();
    Evidence {
        supports: early.gained_soon > 0.1
            && early.lost > 5.0
            && early.chosen.flat > 10.0 * early.best.flat,
        text: format!(
            "A steep and a flat direction, {} steps, one cut to a tenth. A cut at step {} makes the expected loss {} lower {} steps later, and {} times as \
             high in the end as the best cut, at step {}: the flat direction has {} left in place of {}.",
            early.steps,
            early.cut,
            Format::percent(0).apply(early.gained_soon),
            step_decay_when::SOON,
            number(early.lost, 1),
            early.best.cut,
            written(early.chosen.flat),
            written(early.best.flat),
        ),
    }
}

fn clock() -> Evidence {
    let clocks = step_decay_clocks::Config::default().run();
    let [epoch, update, late, early, ..] = &clocks.rows[..] else {
        unreachable!("six clocks");
    };
    let change = |other: f64| (other / epoch.loss - 1.0).abs();
    Evidence {
        supports: update.worse == clocks.seeds
            && update.loss > 1.4 * epoch.loss
            && change(late.loss) < 0.05
            && change(early.loss) < 0.05,
        text: format!(
            "Two moons, {} networks, {} epochs of {} updates, N = 10 epochs: mean training loss {} stepped per epoch, {} per update (worse on {}), {} \
             an epoch late, {} an epoch early.",
            clocks.seeds,
            step_decay_clocks::EPOCHS,
            clocks.updates,
            number(epoch.loss, 3),
            number(update.loss, 3),
            update.worse,
            number(late.loss, 3),
            number(early.loss, 3),
        ),
    }
}
