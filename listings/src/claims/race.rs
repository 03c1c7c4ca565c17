//! Claims about optimizers compared.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, race, race_columns, race_moons, race_rates, race_surfaces,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "race-valley",
        statement: "In Rosenbrock's valley Adam navigates most efficiently.",
        source: "a lecture's race: 500 steps, gradient descent 0.001, momentum 0.001/0.9, Adam 0.01",
        verdict: Verdict::Depends,
        correct: "At those rates gradient descent is ahead of Adam, and momentum, with a velocity that adds up, flies off. With a rate of its own for \
                  each, Adam needs the fewest steps, at a rate a hundred times the lecture's.",
        evidence: race_valley,
    },
    Claim {
        id: "race-fixed-rates",
        statement: "A table that races optimizers at fixed rates compares optimizers.",
        source: "lectures and blog posts with one rate for all",
        verdict: Verdict::Corrected,
        correct: "It compares rates. The winner changes with the rate that all are given, and none of these tables tells who wins with a rate of its own. \
                  The rate of gradient descent has another unit than that of Adam.",
        evidence: race_fixed_rates,
    },
    Claim {
        id: "race-speed",
        statement: "Gradient descent is slow, momentum moderate, RMSprop fast, and Adam fastest.",
        source: "a lecture's table, column “speed”",
        verdict: Verdict::Depends,
        correct: "At rates of their own, on a network: gradient descent takes longest, and RMSprop, not Adam, is first. On a well-shaped bowl \
                  gradient descent needs fewer steps than Adam.",
        evidence: race_speed,
    },
    Claim {
        id: "race-generalization",
        statement: "Momentum generalizes best, gradient descent and Adam well, RMSprop moderately.",
        source: "a lecture's table, column “generalization”",
        verdict: Verdict::Corrected,
        correct: "At rates of their own, over ten seeds of a small network, no such order is to be seen. Whatever \
                  differences there are on large problems depend on the task and on tuning, and a table without them says nothing.",
        evidence: race_generalization,
    },
    Claim {
        id: "race-memory",
        statement: "Gradient descent needs least memory, momentum little, RMSprop moderate, Adam much.",
        source: "a lecture's table, column “memory”",
        verdict: Verdict::Corrected,
        correct: "Gradient descent remembers nothing, momentum and RMSprop one number for each parameter, Adam two. RMSprop needs more than momentum \
                  only with its options.",
        evidence: race_memory,
    },
    Claim {
        id: "race-sensitivity",
        statement: "Gradient descent is the most sensitive to its rate, Adam the least.",
        source: "a lecture's table, column “sensitivity to hyperparameters”",
        verdict: Verdict::Depends,
        correct: "Gradient descent works over the narrowest range of rates, in every comparison. Adam's is wide, and so is momentum's; which of the two is \
                  wider depends on the task. Neither range need contain the default of a library.",
        evidence: race_sensitivity,
    },
];

fn steps(steps: Option<f64>) -> String {
    steps.map_or("no success".to_string(), |steps| format!("{} steps", number(steps, 0)))
}

fn race_valley() -> Evidence {
    let race = race::Config::default().run();
    let lap = |lap: &Option<race::Lap>| lap.clone().expect("it takes part");
    let (descent, momentum, adam) =
        (lap(&race.descent), lap(&race.momentum), lap(&race.adam));
    let swept = race_rates::Config { surface: 3, ..Default::default() }.run();
    let of = |name: &str| {
        let sweep = swept.sweeps.iter().find(|sweep| sweep.name == name);
        sweep.unwrap_or_else(|| panic!("{name} takes part"))
    };
    let best = of("Adam").best.expect("Adam arrives");
    Evidence {
        supports: descent.excess < adam.excess
            && momentum.state == race::State::Diverged
            && momentum.loss.is_finite()
            && of("Adam").steps() < of("momentum").steps()
            && of("gradient descent")
                .steps()
                .is_none_or(|s| Some(s) > of("Adam").steps())
            && best.rate > 10.0 * adam.rate,
        text: format!(
            "At the lecture's rates, after 500 steps: loss {} for gradient descent, {} for Adam; momentum's loss is {} after {} steps, and the next step leaves the finite numbers. At the best \
             of {} rates each, from {} starts, a success costs: gradient descent {}, momentum {}, RMSprop {}, Adam {} (at η = {}).",
            number(descent.loss, 2),
            number(adam.loss, 2),
            ".0e".parse::<Format>().expect("a format").apply(momentum.loss),
            momentum.steps,
            of("Adam").costs.len(),
            swept.starts,
            steps(of("gradient descent").steps()),
            steps(of("momentum").steps()),
            steps(of("RMSprop").steps()),
            steps(of("Adam").steps()),
            best.rate,
        ),
    }
}

fn race_fixed_rates() -> Evidence {
    let surfaces = race_surfaces::Config::default().run().surfaces;
    let changing =
        surfaces.iter().filter(|surface| surface.different_winners > 1).count();
    let valley = &surfaces[2];
    // At each common rate: on how many surfaces its winner is not the first at rates of
    // their own.
    let misled: Vec<usize> = (0..valley.winners.len())
        .map(|at| surfaces.iter().filter(|s| s.winners[at].name != s.fastest).count())
        .collect();
    let told: Vec<String> = valley
        .winners
        .iter()
        .map(|winner| format!("{} at {}", winner.name, winner.rate))
        .collect();
    Evidence {
        supports: changing == surfaces.len() && misled.iter().all(|&count| count > 0),
        text: format!(
            "On {changing} of {} surfaces the winner changes with the common rate. On {}: {}; with a rate of its own for each: {}. The winner at \
             these common rates is not the one with a rate of its own on {} of the surfaces, in this order.",
            surfaces.len(),
            valley.surface,
            told.join(", "),
            valley.fastest,
            misled.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
        ),
    }
}

fn race_speed() -> Evidence {
    let columns = race_columns::Config::default().run();
    let bowl = race_rates::Config { surface: 1, ..Default::default() }.run();
    let of = |name: &str| {
        let sweep = bowl.sweeps.iter().find(|sweep| sweep.name == name);
        sweep.and_then(|sweep| sweep.steps())
    };
    let (descent, adam) = (of("gradient descent"), of("Adam"));
    let rows = columns.rows();
    let slowest = columns.descent.steps.unwrap_or(f64::INFINITY);
    Evidence {
        supports: rows[1..].iter().all(|row| row.steps.is_some_and(|s| s < slowest))
            && columns.rmsprop.steps <= columns.adam.steps
            && descent < adam,
        text: format!(
            "Steps to a loss of {} on a network, each at its own best rate: {}. At η = 0.01 for all: {}. On the bowl: gradient descent {}, Adam {}.",
            columns.target,
            rows.map(|row| format!("{} {}", row.name, steps(row.steps))).join(", "),
            rows.map(|row| format!("{} {}", row.name, steps(row.steps_at_hundredth)))
                .join(", "),
            steps(descent),
            steps(adam),
        ),
    }
}

fn race_generalization() -> Evidence {
    let columns = race_columns::Config::default().run();
    let rows = columns.rows();
    let moons = race_moons::Config::default().run();
    let percent = |share: f64| number(100.0 * share, 1);
    let best = rows.iter().all(|row| row.accuracy <= columns.momentum.accuracy);
    let worst = rows.iter().all(|row| row.accuracy >= columns.rmsprop.accuracy);
    Evidence {
        supports: !(best && worst) && columns.largest_gap < 2.0 * columns.gap_error,
        text: format!(
            "Test accuracy at the best rates, mean and standard deviation of {} seeds: {}. The largest difference of two means is {} points, with a standard \
             error of {}. In the lecture's race, at 0.01 for all: {} and {} % for gradient descent and momentum, which have not learned yet, {} and {} % for \
             RMSprop and Adam.",
            columns.seeds,
            rows.map(|row| format!(
                "{} {} ± {} %",
                row.name,
                percent(row.accuracy),
                percent(row.accuracy_deviation)
            ))
            .join(", "),
            percent(columns.largest_gap),
            percent(columns.gap_error),
            percent(moons.descent.accuracy),
            percent(moons.momentum.accuracy),
            percent(moons.rmsprop.accuracy),
            percent(moons.adam.accuracy),
        ),
    }
}

fn race_memory() -> Evidence {
    let totals = race_surfaces::Config { starts: 1, steps: 200, seed: 1 }.run().totals;
    let bytes = |name: &str| {
        let total = totals.iter().find(|total| total.name == name);
        total.map(|total| total.bytes).unwrap_or_else(|| panic!("{name} takes part"))
    };
    Evidence {
        supports: bytes("gradient descent") == 0
            && bytes("momentum") == bytes("RMSprop")
            && bytes("Adam") == 2 * bytes("momentum"),
        text: format!(
            "Bytes remembered for each parameter of eight bytes: gradient descent {}, momentum {}, RMSprop {}, Adam {}.",
            bytes("gradient descent"),
            bytes("momentum"),
            bytes("RMSprop"),
            bytes("Adam"),
        ),
    }
}

fn race_sensitivity() -> Evidence {
    let means = (1..=3).map(|seed| {
        let totals = race_surfaces::Config { seed, ..Default::default() }.run().totals;
        ["gradient descent", "momentum", "RMSprop", "Adam"].map(|name| {
            let total = totals.iter().find(|total| total.name == name);
            total.unwrap_or_else(|| panic!("{name} takes part")).decades
        })
    });
    let means: Vec<[f64; 4]> = means.collect();
    let columns = race_columns::Config::default().run();
    let moons = columns.rows().map(|row| row.decades);
    let descent_is_narrowest = |decades: &[f64; 4]| {
        decades[1..].iter().all(|&other| decades[0] <= other) && decades[0] < decades[3]
    };
    let adam_is_widest =
        |decades: &&[f64; 4]| decades[..3].iter().all(|&other| other < decades[3]);
    let widest = means.iter().filter(adam_is_widest).count();
    let list = |decades: [f64; 4]| decades.map(|value| number(value, 1)).join(", ");
    Evidence {
        supports: means.iter().chain([&moons]).all(descent_is_narrowest)
            && (1..means.len()).contains(&widest),
        text: format!(
            "Decades of rates within twice the least cost, in the order gradient descent, momentum, RMSprop, Adam: on the mean of six surfaces {} (from other \
             starts {} and {}), on a network {}.",
            list(means[0]),
            list(means[1]),
            list(means[2]),
            list(moons),
        ),
    }
}
