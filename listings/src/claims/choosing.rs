//! Claims about choosing: rules of thumb.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, choosing_batches, choosing_contours, choosing_decay, choosing_defaults,
    choosing_finish, choosing_normalize,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "choosing-start-with-adam",
        statement: "Start with Adam at 0.001.",
        source: "lectures and tutorials, as the first rule of thumb",
        verdict: Verdict::Depends,
        correct: "Adam is a good start, and so is momentum: tuned, both are near the best of all settings. 0.001 is a rate for runs of many thousand \
                  steps. In a hundred it leads nowhere, since the rate is a length: the best rates are ten to some hundred times as large.",
        evidence: start_with_adam,
    },
    Claim {
        id: "choosing-finish-with-momentum",
        statement: "Start with Adam, finish with SGD and momentum.",
        source: "lectures; Keskar and Socher (2017) switch from Adam to SGD",
        verdict: Verdict::Corrected,
        correct: "On three small tasks the switch gained nothing, at constant rates or falling ones, though it had twice the trials. A new Adam at a second \
                  rate does as well or better: what may help at half time is another rate, and not another optimizer.",
        evidence: finish_with_momentum,
    },
    Claim {
        id: "choosing-batch-32-512",
        statement: "A batch of 32 to 512 is a safe choice.",
        source: "lectures and tutorials: “typical batch 32–512”, or 32–128",
        verdict: Verdict::Depends,
        correct: "It depends on what is paid for. Per sample small batches are best, and 512 is far too large for a small task; per update the larger, \
                  the better, with less and less to gain. The range is where hardware that works in parallel makes the two meet.",
        evidence: batch_32_512,
    },
    Claim {
        id: "choosing-decay-range",
        statement: "Weight decay belongs between 0.001 and 0.01.",
        source: "lectures, without the optimizer it is for",
        verdict: Verdict::Depends,
        correct: "In AdamW a weight keeps (1 − ηλ)ᵀ of itself, so the λ that does anything is about 1/(ηT): in short runs a hundred times the rule. And \
                  where there are many points for few weights, none is best.",
        evidence: decay_range,
    },
    Claim {
        id: "choosing-normalize",
        statement: "Normalize the inputs.",
        source: "lectures and library guides",
        verdict: Verdict::Confirmed,
        correct: "Columns of mean 0 and deviation 1 raise the rates that are stable by orders of magnitude and make one rate fit all weights. It costs \
                  nothing, and Adam gains from it, too. Correlated columns stay correlated.",
        evidence: normalize,
    },
];

fn start_with_adam() -> Evidence {
    let defaults = choosing_defaults::Config::default().run();
    let rows = &defaults.rows;
    let list = |values: Vec<f64>| {
        values.iter().map(|value| number(*value, 0)).collect::<Vec<_>>().join(", ")
    };
    let tuned: Vec<f64> = rows.iter().map(|row| row.tuned[2]).collect();
    let thousandth: Vec<f64> = rows.iter().map(|row| row.thousandth).collect();
    let hundredth: Vec<f64> = rows.iter().map(|row| row.hundredth[2]).collect();
    let momentum: Vec<f64> = rows.iter().map(|row| row.tuned[1]).collect();
    Evidence {
        supports: thousandth.iter().all(|&above| above > 50.0)
            && rows.iter().all(|row| row.rates[2] >= 0.01)
            && tuned.iter().chain(&momentum).all(|&above| above < 25.0),
        text: format!(
            "Four tasks, {} updates, test loss above that of the best of {} settings, in percent: Adam at its own best rate {}; at 0.01 {}; at 0.001 {}; \
             momentum at its own {}. Adam's best rates are {}. In such a run steps of 0.001 that fall to zero sum to {}.",
            defaults.updates,
            defaults.settings,
            list(tuned),
            list(hundredth),
            list(thousandth),
            list(momentum),
            rows.iter()
                .map(|row| row.rates[2].to_string())
                .collect::<Vec<_>>()
                .join(", "),
            number(defaults.reach, 2),
        ),
    }
}

fn finish_with_momentum() -> Evidence {
    let [constant, falling] = [false, true]
        .map(|falls| choosing_finish::Config { falls, ..Default::default() }.run());
    let told = |outcome: &choosing_finish::Outcome| {
        let tasks = outcome.tasks.iter().map(|task| {
            let of = |mean: f64, half_width: f64| {
                format!("{} ± {}", number(mean, 1), number(half_width, 1))
            };
            let (alone, better, cut) =
                (task.rows[2].difference, task.against_better, task.against_cut);
            format!(
                "{} {}, {} and {}",
                task.task,
                of(alone.mean, alone.half_width),
                of(better.mean, better.half_width),
                of(cut.mean, cut.half_width)
            )
        });
        tasks.collect::<Vec<_>>().join("; ")
    };
    Evidence {
        supports: [&constant, &falling].iter().all(|outcome| {
            let tasks = || outcome.tasks.iter();
            tasks().all(|task| task.against_better.verdict() != "lower")
                && tasks().all(|task| task.against_cut.verdict() != "lower")
                && tasks().any(|task| task.against_cut.verdict() == "higher")
        }),
        text: format!(
            "{} updates, {} seeds; test loss of Adam and then momentum, in percent against Adam alone, against the better of both alone, and against Adam \
             with a second rate. Constant rates: {}. Rates that fall to zero: {}.",
            constant.updates,
            constant.seeds,
            told(&constant),
            told(&falling),
        ),
    }
}

fn batch_32_512() -> Evidence {
    let both = [false, true]
        .map(|adam| choosing_batches::Config { adam, ..Default::default() }.run());
    let list = |rows: &[choosing_batches::Row]| {
        let loss = |row: &choosing_batches::Row| number(row.loss.unwrap_or(0.0), 3);
        rows.iter().map(loss).collect::<Vec<_>>().join(", ")
    };
    let verdict = |row: &choosing_batches::Row| row.difference.map(|d| d.verdict());
    Evidence {
        supports: both.iter().all(|outcome| {
            verdict(&outcome.by_samples[4]) == Some("higher")
                && verdict(&outcome.by_updates[0]) == Some("higher")
        }),
        text: format!(
            "Two moons, batches of 2, 8, 32, 128 and 512, each at its best rate, {} seeds. Test loss after {} samples with momentum: {}; with Adam: {}. After \
             {} updates with momentum: {}; with Adam: {}.",
            both[0].seeds,
            both[0].samples,
            list(&both[0].by_samples),
            list(&both[1].by_samples),
            both[0].updates,
            list(&both[0].by_updates),
            list(&both[1].by_updates),
        ),
    }
}

fn decay_range() -> Evidence {
    let few = choosing_decay::Config::default().run();
    let many = choosing_decay::Config { points: 400, ..Default::default() }.run();
    let slow = choosing_decay::Config { rate: 0.001, ..Default::default() }.run();
    let best = |outcome: &choosing_decay::Outcome| outcome.best.unwrap_or(f64::NAN);
    let at = |outcome: &choosing_decay::Outcome, row: usize| {
        let paired = outcome.rows[row].difference.expect("the run is whole");
        format!("{} ± {}", number(paired.mean, 1), number(paired.half_width, 1))
    };
    Evidence {
        supports: best(&few) > 0.01 && best(&few) > best(&many),
        text: format!(
            "{} points, η = {}, {} updates, {} seeds, test loss against none in percent: {} at λ = 0.001, {} at 0.01, {} at 1; the best is λ = {}, and 1/(ηT) is {}. \
             At a tenth of the rate the best is {}. With {} points the best is {}, and λ = 1 makes {}.",
            few.points,
            few.rate,
            few.updates,
            few.seeds,
            at(&few, 2),
            at(&few, 3),
            at(&few, 5),
            best(&few),
            number(few.scale, 2),
            best(&slow),
            many.points,
            best(&many),
            at(&many, 5),
        ),
    }
}

fn normalize() -> Evidence {
    let normalize = choosing_normalize::Config::default().run();
    let contours = choosing_contours::Config { scale: 100.0, ..Default::default() }.run();
    let gains = normalize.gains.iter().zip(normalize.rows.chunks_exact(2));
    let told = gains.map(|(gain, rows)| {
        format!(
            "{} {} ± {} % (best rates {} and {})",
            rows[0].optimizer,
            number(gain.mean, 0),
            number(gain.half_width, 0),
            rows[0].rate,
            rows[1].rate
        )
    });
    Evidence {
        supports: normalize.gains.iter().all(|gain| gain.verdict() == "lower")
            && normalize.rows[1].rate >= 10.0 * normalize.rows[0].rate
            && contours.raw.condition > 1000.0 * contours.normalized.condition,
        text: format!(
            "Every second column times {}, {} seeds, test loss of normalized against raw columns, each at its best rate: {}. A regression on two columns of \
             deviations 1 and 100 with correlation {} has κ = {}, and {} when they are normalized.",
            number(normalize.scale, 0),
            normalize.seeds,
            told.collect::<Vec<_>>().join(", "),
            number(contours.correlation, 1),
            number(contours.raw.condition, 0),
            number(contours.normalized.condition, 1),
        ),
    }
}
