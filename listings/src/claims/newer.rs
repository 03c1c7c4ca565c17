//! Claims about LARS, LAMB, Lion, schedule-free training and Muon.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, large_batches, lion_decay, lion_rates, muon_race, newer_costs,
    schedule_free_stops,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "newer-large-batches",
        statement: "LARS and LAMB allow large batches without loss of accuracy.",
        source: "the abstracts of both papers, as lectures tell them",
        verdict: Verdict::Corrected,
        correct: "At equal epochs a large batch has few steps, and on two moons everyone loses by that, LARS and LAMB included. With all points a step they do about as well as \
                  momentum and AdamW at rates of their own, not better.",
        evidence: large,
    },
    Claim {
        id: "newer-lion-rate",
        statement: "Lion needs a rate 3 to 10 times smaller than AdamW.",
        source: "the authors' advice, repeated in the documentation of libraries",
        verdict: Verdict::Depends,
        correct: "In runs of a few hundred steps, with small batches and with all points. In short ones the valleys lie on each other: AdamW's steps are short compared with \
                  its rate only where gradients are noisy, or smaller than those that v remembers.",
        evidence: lion_rate,
    },
    Claim {
        id: "newer-lion-memory",
        statement: "Lion needs half of Adam's memory.",
        source: "the paper",
        verdict: Verdict::Depends,
        correct: "Of the memory of the optimizer: one number a parameter in place of two. With the parameters and their gradient, four numbers a parameter become three.",
        evidence: lion_memory,
    },
    Claim {
        id: "newer-schedule-free",
        statement: "Schedule-free training needs no schedule and loses nothing.",
        source: "the paper's abstract, shortened",
        verdict: Verdict::Depends,
        correct: "One run, stopped late, is below runs that were planned for that stop; stopped early, it is behind them. It does not need to know when \
                  training ends, but it needs a rate of its own, here some thirty times momentum's, and a second set of parameters to evaluate.",
        evidence: schedule_free,
    },
    Claim {
        id: "newer-muon-steps",
        statement: "Muon trains in fewer steps than AdamW.",
        source: "the author's records for small language models",
        verdict: Verdict::Depends,
        correct: "On a small network, each at its best rate: to a low training loss in fewer steps than AdamW and momentum, to a middling one not. And what it learns \
                  on the way is another matter: with noisy labels its test loss is by far the highest.",
        evidence: muon_steps,
    },
    Claim {
        id: "newer-muon-cost",
        statement: "A step of Muon costs hardly more than one of Adam.",
        source: "the author's estimate for language models",
        verdict: Verdict::Depends,
        correct: "Five iterations take 5m/b of the products of the gradient, with m the rows of a square matrix and b the batch: below a percent with half a \
                  million tokens a step, several gradients' worth with a batch of 25.",
        evidence: muon_cost,
    },
];

fn large() -> Evidence {
    let outcome = large_batches::Config::default().run();
    let (first, last) = (0, large_batches::BATCHES.len() - 1);
    let everyone_loses =
        outcome.rows().iter().all(|row| row.at[last].loss > 1.2 * row.at[first].loss);
    let gains =
        [outcome.lars_gain, outcome.lamb_gain].map(|gain| gain.unwrap_or([9.0; 2]));
    let none_gains = gains.iter().all(|[gain, error]| *gain < 2.0 * error);
    let row = |row: &large_batches::Row| {
        format!(
            "{} {} and {}",
            row.name,
            number(row.at[first].loss, 2),
            number(row.at[last].loss, 2)
        )
    };
    Evidence {
        supports: everyone_loses && none_gains,
        text: format!(
            "Two moons, {} epochs, each at the best of five rates for each batch. Training losses with 8 and with all {} points a step: {}. With all points \
             the test accuracy of LARS is {} above momentum's (standard error {}), that of LAMB {} above AdamW's ({}).",
            outcome.epochs,
            outcome.points,
            outcome.rows().map(row).join(", "),
            number(gains[0][0], 3),
            number(gains[0][1], 3),
            number(gains[1][0], 3),
            number(gains[1][1], 3),
        ),
    }
}

fn lion_rate() -> Evidence {
    let run =
        |batch, steps| lion_rates::Config { batch, steps, ..Default::default() }.run();
    let (small, whole, short) = (run(4, 200), run(64, 200), run(4, 50));
    let ratio = |outcome: &lion_rates::Outcome| outcome.ratio.unwrap_or(f64::NAN);
    let step = |outcome: &lion_rates::Outcome| {
        outcome.adamw.best.as_ref().map_or(f64::NAN, |best| best.step_size)
    };
    let decay = lion_decay::Config::default().run();
    Evidence {
        supports: (2.9..10.0).contains(&ratio(&small))
            && (2.9..10.0).contains(&ratio(&whole))
            && ratio(&short) < 2.0
            && (2.9..10.0).contains(&decay.rate_ratio),
        text: format!(
            "AdamW's best rate over Lion's on two moons, {} data sets: {} at 4 points a step, {} at all {}; after 50 steps in place of {}, {}. The root mean \
             square of AdamW's entries at its best rate: {}, {} and {} of it. On new data, decay tuned as well: rates apart by {}, decays by {}, the other way.",
            small.seeds,
            number(ratio(&small), 1),
            number(ratio(&whole), 1),
            whole.points,
            small.steps,
            number(ratio(&short), 1),
            number(step(&small), 2),
            number(step(&whole), 2),
            number(step(&short), 2),
            number(decay.rate_ratio, 1),
            number(decay.decay_ratio.unwrap_or(f64::NAN), 1),
        ),
    }
}

fn lion_memory() -> Evidence {
    let costs = newer_costs::Config::default().run();
    let (lion, adamw) = (costs.of("Lion"), costs.of("AdamW"));
    Evidence {
        supports: 2 * lion.bytes == adamw.bytes,
        text: format!(
            "After a step on a network of {} parameters: {} bytes in Lion, {} in AdamW. Parameters and gradient are {} bytes more.",
            costs.parameters,
            lion.bytes,
            adamw.bytes,
            2 * costs.parameters * size_of::<f64>(),
        ),
    }
}

fn schedule_free() -> Evidence {
    let outcome = schedule_free_stops::Config::default().run();
    let (Some(constant), Some(free)) = (&outcome.constant, &outcome.free) else {
        return Evidence { supports: false, text: "a run diverged".into() };
    };
    let planned: Vec<f64> = outcome.falling.iter().map(|stop| stop.loss).collect();
    let list = |losses: &[f64]| {
        losses.iter().map(|&loss| number(loss, 3)).collect::<Vec<_>>().join(", ")
    };
    let last = schedule_free_stops::STOPS.len() - 1;
    Evidence {
        supports: planned.len() == last + 1
            && free.stops[last] < planned[last]
            && free.stops[last] < constant.stops[last]
            && free.stops[0] > planned[0]
            && free.rate > 10.0 * constant.rate,
        text: format!(
            "Two moons, {} points a step, {} data sets, training losses after 50, 100, 200 and 400 steps. Schedule-free at η = {}: {}. A rate that falls to zero at \
             each of these: {}. A constant rate of {}: {}.",
            outcome.batch,
            outcome.seeds,
            free.rate,
            list(&free.stops),
            list(&planned),
            constant.rate,
            list(&constant.stops),
        ),
    }
}

fn muon_steps() -> Evidence {
    let near = muon_race::Config { target: 0.3, ..Default::default() }.run();
    let far = muon_race::Config::default().run();
    let steps = |row: &muon_race::Row| row.steps.unwrap_or(usize::MAX);
    let list = |outcome: &muon_race::Outcome| {
        let [momentum, adamw, muon] = outcome.rows().map(steps);
        format!("Muon {muon}, AdamW {adamw}, momentum {momentum}")
    };
    Evidence {
        supports: steps(&far.muon) < steps(&far.adamw)
            && steps(&far.adamw) < steps(&far.momentum)
            && steps(&near.muon) == steps(&near.adamw)
            && far.muon.test_loss > 2.0 * far.adamw.test_loss,
        text: format!(
            "Three classes, {} data sets, each at the best of five rates. Steps until the mean training loss is below 0.3 for good: {}; below 0.1: {}. Test losses \
             then: {}, {} and {}.",
            far.seeds,
            list(&near),
            list(&far),
            number(far.muon.test_loss, 1),
            number(far.adamw.test_loss, 1),
            number(far.momentum.test_loss, 1),
        ),
    }
}

fn muon_cost() -> Evidence {
    let costs = newer_costs::Config::default().run();
    Evidence {
        supports: costs.share > 1.0 && costs.share_of_a_language_model < 0.01,
        text: format!(
            "Multiplications of five iterations over those of the gradient: {} on a network of widths 20, 32, 16 and 3 with a batch of {}; {} for square matrices \
             of 768 rows with 2¹⁹ tokens a step.",
            number(costs.share, 1),
            costs.batch,
            number(costs.share_of_a_language_model, 4),
        ),
    }
}
