//! Claims about batches.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, batch_escape, batch_explore, batch_generalization, batch_noise,
    batch_order, batch_overhead, batch_paths, batch_sizes,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "batch-gradient-unbiased",
        statement: "The gradient of a mini-batch is unbiased, with a variance proportional to 1/b.",
        source: "lectures on stochastic gradient descent",
        verdict: Verdict::Confirmed,
        correct: "Drawn with replacement it is exactly σ²/b. Drawn without, as in an epoch, it is smaller by (n − b)/(n − 1) and vanishes at b = n. Both are \
                  about the gradient at one θ: along an epoch θ has already been moved by the batches before.",
        evidence: gradient_unbiased,
    },
    Claim {
        id: "batch-stochastic-faster",
        statement: "Stochastic updates are faster than updates from all samples.",
        source: "lectures, usually without a unit",
        verdict: Verdict::Depends,
        correct: "Per sample seen they are, far from the minimum and by a lot. Per update they are not: an update from all samples at the same rate is at least \
                  as good. And near the minimum they stop getting better unless the rate falls.",
        evidence: stochastic_faster,
    },
    Claim {
        id: "batch-faster-per-second",
        statement: "Stochastic updates are faster per second.",
        source: "lectures, as the reason not to use all samples",
        verdict: Verdict::Depends,
        correct: "On a rough target and where a step costs little besides its samples. Above an overhead of some tens of samples a step, the whole batch is \
                  ahead of single samples even there, and a mini-batch is ahead of both. For a precise target on this problem the whole batch is first at any overhead.",
        evidence: faster_per_second,
    },
    Claim {
        id: "batch-best-of-both",
        statement: "A mini-batch reaches the loss of the whole batch at the speed of single samples.",
        source: "lectures, as the reason for mini-batches",
        verdict: Verdict::Depends,
        correct: "At rates that suit a mini-batch it is ahead of both. But each size has a rate of its own: on a well-conditioned problem the whole batch at its \
                  best rate ends lower by orders of magnitude, and the mini-batch at a constant rate stays in its noise ball.",
        evidence: best_of_both,
    },
    Claim {
        id: "batch-large-generalize-worse",
        statement: "Large batches generalize worse.",
        source: "lectures, after Keskar et al. (2017)",
        verdict: Verdict::Depends,
        correct: "At equal epochs the large batch tests worse here because it has not finished: its training loss is higher too. At equal updates the \
                  difference is within the noise of the seeds.",
        evidence: large_generalize_worse,
    },
    Claim {
        id: "batch-noise-escapes",
        statement: "The noise of small batches helps to escape a bad minimum.",
        source: "lectures on stochastic gradient descent",
        verdict: Verdict::Depends,
        correct: "Noise leads out of a well at a pace that depends on its depth. There is an amount that leads out of the shallow well and not out of the deep \
                  one; less leads out of none, more leads out of both and ends higher than none at all.",
        evidence: noise_escapes,
    },
    Claim {
        id: "batch-small-explore",
        statement: "Small batches explore, large ones settle in the nearest minimum.",
        source: "lectures, after Keskar et al. (2017)",
        verdict: Verdict::Depends,
        correct: "At one rate they do. What explores is η/b: a batch sixteen times as large at sixteen times the rate leaves a shallow well as often, for the same \
                  samples, as long as that rate is below the border of stability.",
        evidence: small_explore,
    },
    Claim {
        id: "batch-shuffling",
        statement: "Shuffling the data before every epoch matters.",
        source: "library guides and lectures",
        verdict: Verdict::Depends,
        correct: "What matters is that sorted data are not fed in their order: a classifier that sees one class after the other forgets the first. Whether the \
                  order is drawn once or in every epoch hardly matters here.",
        evidence: shuffling,
    },
];

fn gradient_unbiased() -> Evidence {
    let outcomes: Vec<_> = (1..=5)
        .map(|seed| batch_noise::Config { seed, ..Default::default() }.run())
        .collect();
    let rows = || outcomes.iter().flat_map(|outcome| &outcome.sweep);
    let most = |ratios: Vec<f64>| ratios.into_iter().fold(0.0, f64::max);
    let off = |[measured, formula]: [f64; 2]| (measured / formula - 1.0).abs();
    let with = most(rows().map(|row| off(row.with)).collect());
    let partial = rows().filter(|row| row.without[1] > 0.0);
    let without = most(partial.map(|row| off(row.without)).collect());
    let bias = most(rows().map(|row| row.bias_in_errors).collect());
    let rest =
        most(rows().filter(|row| row.size == 200).map(|row| row.without[0]).collect());
    Evidence {
        supports: with < 0.25 && without < 0.25 && bias < 4.5 && rest < 1e-20,
        text: format!(
            "Nine sizes from 1 to 200, 1000 draws each, {} data sets: the variance differs from σ²/b by at most {} with replacement, and from \
             σ²/b · (n − b)/(n − 1) by at most {} without; with all points it is zero. The mean is never more than {} standard errors off.",
            outcomes.len(),
            Format::percent(0).apply(with),
            Format::percent(0).apply(without),
            number(bias, 1),
        ),
    }
}

fn stochastic_faster() -> Evidence {
    let seeds = 10;
    let (mut ahead, mut behind, mut floor) = (0, 0, 0);
    for seed in 1..=seeds {
        let single =
            batch_paths::Config { batch: 1, rate: 0.1, seed, ..Default::default() }.run();
        let all = batch_paths::Config {
            batch: 200,
            rate: 0.1,
            seed,
            epochs: 20,
            ..Default::default()
        }
        .run();
        ahead += usize::from(single.yours.after_one_epoch < all.yours.after_one_epoch);
        // The excess after 20 updates of each.
        let after = |descent: &batch_paths::Descent| {
            let at = descent.excess.iter().find(|(step, ..)| *step == 20);
            at.expect("the twentieth step is kept").2
        };
        behind += usize::from(after(&single.yours) > after(&all.yours));
        floor += usize::from(single.yours.mean_last_epoch > all.yours.last_excess);
    }
    Evidence {
        supports: ahead == seeds as usize && behind >= 7 && floor >= 7,
        text: format!(
            "Both at η = 0.1, {seeds} data sets. After one pass through the points single points are ahead on {ahead}. After 20 updates of each they are behind on \
             {behind}. Their mean loss over the tenth epoch is above that of the whole batch after 20 updates on {floor}.",
        ),
    }
}

fn faster_per_second() -> Evidence {
    let rough = batch_overhead::Config::default().run();
    let precise = batch_overhead::Config { target: 1e-4, ..Default::default() }.run();
    let way = |outcome: &batch_overhead::Outcome, row: usize| {
        outcome.rows[row].way.clone().expect("every size arrives")
    };
    let last = batch_overhead::SIZES.len() - 1;
    let (one, all) = (way(&rough, 0), way(&rough, last));
    let even = rough.break_even.unwrap_or(0.0);
    let sizes = |sizes: &[usize]| {
        let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
        sizes.join(", ")
    };
    Evidence {
        // Medians of counts of steps scatter by some tens of percent between data sets.
        supports: one.samples < 0.5 * all.samples
            && (5.0..200.0).contains(&even)
            && rough.first[2] > 1
            && rough.first[2] < batch_sizes::SAMPLES
            && precise.first.iter().all(|&size| size == batch_sizes::SAMPLES),
        text: format!(
            "Five features, {} data sets, each size at its best rate. To a hundredth of the first excess loss: single samples {} steps, all samples {}, after {} and \
             {} samples; they take the same time where a step costs as much as {} samples besides. First at an overhead of 0, 10, 100 and 1000 samples: batches of {}. \
             To a ten-thousandth: {}.",
            rough.seeds,
            number(one.steps, 0),
            number(all.steps, 0),
            number(one.samples, 0),
            number(all.samples, 0),
            number(even, 0),
            sizes(&rough.first),
            sizes(&precise.first),
        ),
    }
}

fn best_of_both() -> Evidence {
    let paths = batch_paths::Config::default().run();
    let sizes = batch_sizes::Config::default().run();
    let [single, mini, whole] = [0, 1, 2].map(|size| &sizes.rows[size]);
    let format: Format = ".0e".parse().expect("a format");
    Evidence {
        supports: paths.thirty_two.mean_last_epoch < paths.one.mean_last_epoch
            && paths.thirty_two.mean_last_epoch < paths.all.mean_last_epoch
            && mini.excess[1] < single.excess[1]
            && mini.excess[1] < whole.excess[1]
            && whole.best < 1e-2 * mini.best
            && mini.best < single.best,
        text: format!(
            "Ten epochs on a line at the rates of the lecture: excess loss {} with single points, {} with 32, {} with all. On five features, 50 epochs, at η = 0.01: \
             {}, {} and {}. Each at its best of four rates: {}, {} and {}.",
            number(paths.one.mean_last_epoch, 4),
            number(paths.thirty_two.mean_last_epoch, 4),
            number(paths.all.mean_last_epoch, 4),
            format.apply(single.excess[1]),
            format.apply(mini.excess[1]),
            format.apply(whole.excess[1]),
            format.apply(single.best),
            format.apply(mini.best),
            format.apply(whole.best),
        ),
    }
}

fn large_generalize_worse() -> Evidence {
    let outcome = batch_generalization::Config::default().run();
    let percent = |share: f64| Format::percent(1).apply(share);
    let (small, epochs, updates) =
        (&outcome.small, &outcome.large_epochs, &outcome.large_updates);
    let gap = (small.test_accuracy - updates.test_accuracy).abs();
    Evidence {
        supports: small.test_accuracy > epochs.test_accuracy + 2.0 * epochs.error
            && epochs.train_loss > small.train_loss + 0.05
            && gap < 2.0 * (small.error + updates.error),
        text: format!(
            "Two moons, {} runs. Batches of {}: test accuracy {} (training loss {}). All {} points, as many epochs: {} ({}), worse on {} runs. As many updates: {} ({}), \
             worse on {} runs and better on {}.",
            outcome.seeds,
            small.batch,
            percent(small.test_accuracy),
            number(small.train_loss, 2),
            epochs.batch,
            percent(epochs.test_accuracy),
            number(epochs.train_loss, 2),
            outcome.small_wins_epochs,
            percent(updates.test_accuracy),
            number(updates.train_loss, 2),
            outcome.small_wins_updates,
            outcome.large_wins_updates,
        ),
    }
}

fn noise_escapes() -> Evidence {
    let outcome = batch_escape::Config::default().run();
    let percent = |share: f64| Format::percent(0).apply(share);
    let rows = &outcome.rows;
    let (none, right, wild) = (&rows[0], &rows[3], &rows[5]);
    Evidence {
        supports: none.out_of_shallow == 0.0
            && rows[1].out_of_shallow < 0.05
            && right.out_of_shallow > 0.8
            && right.out_of_deep < 0.1
            && wild.out_of_deep > 0.2
            && wild.excess > none.excess,
        text: format!(
            "Of {} walks of {} steps from the shallow well {} leave it at σ = {}, {} at σ = {}, {} at σ = {}. Of those from the deep well {} leave at σ = {} and {} at \
             σ = {}. The mean loss in the end is {} without noise, {} at σ = {}, {} at σ = {}.",
            outcome.walks,
            outcome.steps,
            percent(rows[1].out_of_shallow),
            rows[1].noise,
            percent(rows[2].out_of_shallow),
            rows[2].noise,
            percent(right.out_of_shallow),
            right.noise,
            percent(right.out_of_deep),
            right.noise,
            percent(wild.out_of_deep),
            wild.noise,
            number(none.excess, 2),
            number(right.excess, 2),
            right.noise,
            number(wild.excess, 2),
            wild.noise,
        ),
    }
}

fn small_explore() -> Evidence {
    let outcome = batch_explore::Config::default().run();
    let percent = |share: f64| Format::percent(0).apply(share);
    let [one, four, sixteen, all] = &outcome.rows[..] else {
        unreachable!("there are four sizes")
    };
    let scaled = |row: &batch_explore::Row| row.scaled.unwrap_or(f64::NAN);
    // Of a difference between two shares; three of them are seldom exceeded by chance.
    let error = 2_f64.sqrt() * outcome.standard_error;
    let near = |row| (scaled(row) - one.same_rate).abs() < 3.0 * error;
    Evidence {
        supports: one.same_rate > four.same_rate + 3.0 * error
            && sixteen.same_rate < 0.02
            && all.same_rate == 0.0
            && near(four)
            && near(sixteen),
        text: format!(
            "{} walks in two wells made of {} samples. At η = {}, {} steps: {} leave the shallow well with single samples, {} with batches of 4, {} with 16, {} with all. \
             At four and sixteen times the rate, for as many samples: {} with 4, {} with 16.",
            outcome.walks,
            batch_explore::SAMPLES,
            outcome.rate,
            outcome.steps,
            percent(one.same_rate),
            percent(four.same_rate),
            percent(sixteen.same_rate),
            percent(all.same_rate),
            percent(scaled(four)),
            percent(scaled(sixteen)),
        ),
    }
}

fn shuffling() -> Evidence {
    let outcome = batch_order::Config::default().run();
    let percent = |share: f64| Format::percent(0).apply(share);
    let (sorted, once, every) = (&outcome.sorted, &outcome.once, &outcome.every);
    Evidence {
        supports: sorted.accuracy < every.accuracy - 0.2
            && sorted.line_excess > 2.0 * every.line_excess
            && (once.accuracy - every.accuracy).abs() < 0.02
            && (3..=9).contains(&outcome.every_beats_once),
        text: format!(
            "{} data sets, ten epochs, batches of ten, medians. Sorted by class: accuracy {}; shuffled once {}; in every epoch {}. A line with the points sorted by x: \
             excess loss {}; shuffled once {}; in every epoch {}, lower than once on {} of {}.",
            outcome.seeds,
            percent(sorted.accuracy),
            percent(once.accuracy),
            percent(every.accuracy),
            number(sorted.line_excess, 4),
            number(once.line_excess, 4),
            number(every.line_excess, 4),
            outcome.every_beats_once,
            outcome.seeds,
        ),
    }
}
