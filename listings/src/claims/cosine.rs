//! Claims about cosine annealing and warm restarts.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, cosine_curve, cosine_ends, cosine_horizon, cosine_network,
    cosine_snapshots, cosine_tuning,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "cosine-slow-ends",
        statement: "Cosine annealing starts slow and ends slow.",
        source: "lectures, of the curve",
        verdict: Verdict::Depends,
        correct: "Its rate falls slowly at both ends, and fastest in the middle. Its steps are longest at the start: nearly half of all that the rates sum to \
                  is spent in the first quarter.",
        evidence: slow_ends,
    },
    Claim {
        id: "cosine-fast-early",
        statement: "Cosine annealing is fast early and slow late.",
        source: "lectures, of the training",
        verdict: Verdict::Confirmed,
        correct: "So it is, of the steps, and so is every schedule that falls: a straight line to zero differs by a few percent.",
        evidence: fast_early,
    },
    Claim {
        id: "cosine-ends-at-minimum",
        statement: "Cosine annealing ends at its minimum.",
        source: "documentation and lectures",
        verdict: Verdict::Corrected,
        correct: "Of T steps counted from 0 the last is step T − 1, which has (η₀ − η_min)π²/(4T²) more. The minimum is the rate of step T. What follows, the \
                  minimum or a rise, is a matter of the library.",
        evidence: ends_at_minimum,
    },
    Claim {
        id: "cosine-nothing-to-tune",
        statement: "Cosine annealing has nothing to tune.",
        source: "lectures, in comparison with step decay",
        verdict: Verdict::Corrected,
        correct: "It has η₀, T and η_min. A wrong η₀, or a T that is over too early, costs more than the schedule gains on a constant rate; so does one that is cut \
                  off where noise limits the loss. η_min matters little. What can be said for it is that T follows from the length of the run.",
        evidence: nothing_to_tune,
    },
    Claim {
        id: "cosine-restarts-better",
        statement: "Warm restarts train better than one cosine.",
        source: "tutorials on SGDR",
        verdict: Verdict::Corrected,
        correct: "At the end of the same steps one cosine has the lower training loss, and the same test loss as the last of five cycles; the mean of the five ends \
                  has a higher one. What restarts give is a network that has settled earlier, and that is a gain where the noise of the gradients is what keeps the loss up.",
        evidence: restarts_better,
    },
];

fn percent(share: f64) -> String {
    Format::percent(1).apply(share)
}

fn slow_ends() -> Evidence {
    let quarters = cosine_curve::Config::default().run().quarters;
    let [first, second, third, fourth] = quarters;
    Evidence {
        supports: first.fall < second.fall / 2.0
            && fourth.fall < third.fall / 2.0
            && first.spent > 0.45
            && fourth.spent < 0.03,
        text: format!(
            "From 0.1 to 0 over 100 steps: the rate falls by {}, {}, {} and {} in the four quarters; of Σ η they spend {}, {}, {} and {}.",
            number(first.fall, 4),
            number(second.fall, 4),
            number(third.fall, 4),
            number(fourth.fall, 4),
            percent(first.spent),
            percent(second.spent),
            percent(third.spent),
            percent(fourth.spent),
        ),
    }
}

fn fast_early() -> Evidence {
    let quarters = cosine_curve::Config::default().run().quarters;
    let network = cosine_network::Config::default().run();
    let (cosine, line) = (&network.rows[0].way, &network.rows[4].way);
    let whole = |share: f64| Format::percent(0).apply(share);
    Evidence {
        supports: quarters.windows(2).all(|pair| pair[0].spent > pair[1].spent)
            && cosine.windows(2).all(|pair| pair[0] > pair[1])
            && line.windows(2).all(|pair| pair[0] > pair[1])
            && cosine[0] > 0.4
            && cosine[3] < 0.05
            && (cosine[0] - line[0]).abs() < 0.06,
        text: format!(
            "Of Σ η the first quarter of a cosine spends {} and the last {}; of a straight line {} and {}. A network on two moons, {} steps, {} seeds, goes {} of \
             its way in the first quarter and {} in the last; under a straight line {} and {}.",
            percent(quarters[0].spent),
            percent(quarters[3].spent),
            percent(quarters[0].straight),
            percent(quarters[3].straight),
            network.steps,
            network.seeds,
            whole(cosine[0]),
            whole(cosine[3]),
            whole(line[0]),
            whole(line[3]),
        ),
    }
}

fn ends_at_minimum() -> Evidence {
    let outcome = cosine_ends::Config::default().run();
    let [ten, hundred, ..] = &outcome.rows[..] else {
        unreachable!("there are four lengths")
    };
    Evidence {
        supports: outcome.rows.iter().all(|row| {
            row.last > outcome.least
                && row.last_of_fewer == outcome.least
                && row.held == outcome.least
                && row.swung > 1000.0 * outcome.least
        }),
        text: format!(
            "From {} to {}: the last of 10 steps has {}, {} times the minimum, the last of 100 has {}, {} times. With T − 1 in the place of T it has the minimum. \
             Half a horizon later a library that holds is at {}, one that swings at {}.",
            outcome.initial,
            Format::default().apply(outcome.least),
            number(ten.last, 5),
            number(ten.last / outcome.least, 0),
            number(hundred.last, 6),
            number(hundred.last / outcome.least, 1),
            Format::default().apply(hundred.held),
            number(hundred.swung, 3),
        ),
    }
}

fn nothing_to_tune() -> Evidence {
    let tuning = cosine_tuning::Config::default().run();
    let ratio = |change: &str| {
        let row = tuning.rows.iter().find(|row| row.change == change);
        row.expect("a row of the experiment").ratio
    };
    let constant = &tuning.rows[tuning.rows.len() - 1];
    let (third, half, swung, double) = (
        ratio("η₀ a third"),
        ratio("T = n/2, held"),
        ratio("T = n/2, swinging"),
        ratio("T = 2n, cut off"),
    );
    let (hundredth, tenth) = (ratio("η_min = η₀/100"), ratio("η_min = η₀/10"));
    let network = cosine_network::Config::default().run();
    let loss = |row: usize| number(network.rows[row].loss, 3);
    Evidence {
        supports: [third, half, swung, double].iter().all(|&cost| cost > constant.tuned)
            && [hundredth, tenth].iter().all(|cost| (cost - 1.0).abs() < 0.1)
            && network.rows[1].worse >= 9
            && network.rows[2].worse >= 9,
        text: format!(
            "Expected loss of noisy gradient descent after {} steps, over that of the best cosine: {} with a third of η₀, {} with T = n/2 that holds, {} with \
             T = n/2 that swings, {} with T = 2n cut off, {} and {} with η_min = η₀/100 and η₀/10; the best constant rate has {}. A network, {} seeds: {} with \
             T = n, {} with n/2 that holds, {} with n/2 that swings, {} with 2n cut off.",
            tuning.steps,
            number(third, 2),
            number(half, 2),
            number(swung, 2),
            number(double, 2),
            number(hundredth, 2),
            number(tenth, 2),
            number(constant.tuned, 2),
            network.seeds,
            loss(0),
            loss(1),
            loss(2),
            loss(3),
        ),
    }
}

fn restarts_better() -> Evidence {
    let plans = cosine_horizon::Config::default().run();
    let half = plans.horizon;
    let (settled, under_way) = (plans.held.losses[half], plans.right.losses[half]);
    let tuning = cosine_tuning::Config::default().run();
    let tuned = |change: &str| {
        let row = tuning.rows.iter().find(|row| row.change == change);
        row.expect("a row of the experiment").tuned
    };
    let (two, four) = (tuned("restart at n/2"), tuned("restart every n/4"));
    let snapshots = cosine_snapshots::Config::default().run();
    Evidence {
        supports: settled < 0.8 * under_way
            && two > 1.05
            && four > two
            && snapshots.last_wins <= 3
            && (snapshots.last.test_loss - snapshots.single.test_loss).abs() < 0.002
            && snapshots.ensemble_wins <= 3,
        text: format!(
            "Noisy gradient descent: after {half} of {} steps the expected loss is {} at the end of a cycle and {} under one cosine; at the end, each at its best \
             η₀, two cycles have {} times the loss of one, four {} times. A network, {} seeds, {} steps: training loss {} after five cycles and {} under one cosine, \
             lower on {} of {}; test loss after five cycles {}, under one cosine {}, of the mean of the five ends {}, lower on {} of {}.",
            plans.steps,
            number(settled, 3),
            number(under_way, 3),
            number(two, 2),
            number(four, 2),
            snapshots.seeds,
            snapshots.steps,
            number(snapshots.last.train_loss, 3),
            number(snapshots.single.train_loss, 3),
            snapshots.last_wins,
            snapshots.seeds,
            number(snapshots.last.test_loss, 3),
            number(snapshots.single.test_loss, 3),
            number(snapshots.ensemble.test_loss, 3),
            snapshots.ensemble_wins,
            snapshots.seeds,
        ),
    }
}
