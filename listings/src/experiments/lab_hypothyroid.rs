//! Lab 4: what every loss reaches on patients that were left out.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{
    Judged, Predictor, RECORDS, Record, Row, Rule, cost, find, predictors, ranking, rows,
};
use crate::labs::recorded;
use crate::report::Table;
use crate::statistics::{Paired, mean};
use serde::Serialize;

/// The recorded run; nothing to set.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// Rows, and what the page says of them.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Predictors, in the order of the table.
    pub rows: Vec<Row>,
    /// The share of the ill for everybody.
    pub share: Row,
    /// Logistic regression on the thyrotropin alone.
    pub one_test: Row,
    /// Logistic regression.
    pub linear: Row,
    /// Logistic regression with balanced weights.
    pub linear_weighted: Row,
    /// The network with cross-entropy: all others are compared with it.
    pub plain: Row,
    /// The network with weights n₋/n₊.
    pub weighted: Row,
    /// The network with the focal loss, γ = 2.
    pub focal: Row,
    /// The network with the focal loss, γ = 5.
    pub sharpest: Row,
    /// The network with the combined loss.
    pub combined: Row,
    /// How many comparisons each measure has.
    pub comparisons: usize,
    /// Rows whose AUROC, average precision and F₁ at the chosen threshold are higher than the
    /// reference's by Holm's steps.
    pub better: [usize; 3],
    /// The same, lower.
    pub worse: [usize; 3],
    /// The same three, by the cautious interval, in either direction.
    pub cautious: usize,
    /// Losses of the network for which the chosen threshold changes F₁ beyond noise.
    pub moved: usize,
    /// The network's losses with a higher F₁ at the chosen threshold than at ½, beyond noise.
    pub gained: usize,
    /// How many losses the network was trained with.
    pub losses: usize,
    /// Weights n₋/n₊ cut at ½, less cross-entropy cut at the threshold of the same costs.
    pub network_trade: Trade,
    /// The same for logistic regression.
    pub linear_trade: Trade,
    /// How it was run.
    pub effort: Effort,
}

/// Differences of decisions, repetition by repetition.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Trade {
    /// n₊/(n₊ + n₋): the threshold that a miss asks for that costs n₋/n₊ false alarms.
    pub threshold: f64,
    /// Weighted, cut at ½.
    pub weighted: Rule,
    /// Plain, cut at the threshold.
    pub plain: Rule,
    /// Of the cost of a hundred patients.
    pub cost: Difference,
    /// Of the recall where as many are called ill: a tenth.
    pub in_tenth: Difference,
    /// Of the recall where a twentieth is called ill.
    pub in_twentieth: Difference,
}

/// A paired difference, with a word for it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Difference {
    /// The mean.
    pub mean: f64,
    /// Student's half width.
    pub half_width: f64,
    /// "lower", "higher" or "noise".
    pub verdict: &'static str,
}

impl Difference {
    fn of(own: &[&Judged], other: &[&Judged], of: impl Fn(&Judged, bool) -> f64) -> Self {
        let values = |all: &[&Judged], is_own| -> Vec<f64> {
            all.iter().map(|one| of(one, is_own)).collect()
        };
        let paired = Paired::of(&values(own, true), &values(other, false));
        let (mean, half_width) = (paired.mean, paired.half_width);
        Self { mean, half_width, verdict: paired.verdict() }
    }
}

/// How it was run.
#[derive(Clone, Debug, Serialize)]
pub struct Effort {
    /// Runs: a predictor and a seed.
    pub runs: usize,
    /// Repetitions: other folds, other first weights.
    pub repetitions: usize,
    /// Models that were trained, over all folds and rates.
    pub trained: usize,
    /// Seconds in all.
    pub seconds: f64,
    /// Seconds in all, in minutes.
    pub minutes: f64,
    /// The share of them that is training.
    pub training: f64,
    /// Samples a second of training, a mean of the runs that train.
    pub samples_per_second: f64,
    /// The machine.
    pub machine: String,
    /// The version of the program.
    pub version: String,
    /// Records to train on, records to test on, and the ill among both.
    pub training_records: usize,
    /// The ill among them.
    pub training_ill: usize,
    /// Records of the test part.
    pub test_records: usize,
    /// The ill among them.
    pub test_ill: usize,
    /// The fewest ill in a fold that is left out.
    pub fold_ill: usize,
    /// The share of recall that one patient of such a fold is.
    pub one_patient: f64,
}

fn effort(records: &[Record], all: &[(&Predictor, Vec<&Judged>)]) -> Effort {
    let seconds: f64 = records.iter().map(|record| record.seconds).sum();
    let training: f64 = records.iter().filter_map(|r| r.parts.get("training")).sum();
    let speeds: Vec<f64> =
        records.iter().filter_map(|record| record.samples_per_second()).collect();
    let fits = records.iter().map(|record| match &record.config.predictor {
        Predictor::Share => 0,
        Predictor::Trained { rates, .. } => rates.len() * record.config.folds,
    });
    let first = all[0].1[0];
    let ill: usize = first.ill.iter().sum();
    let least = all.iter().flat_map(|(_, judged)| judged.iter());
    let least = least.flat_map(|one| one.ill.iter().copied()).min();
    let fold_ill = least.expect("there are folds");
    Effort {
        runs: records.len(),
        repetitions: all[0].1.len(),
        trained: fits.sum(),
        seconds,
        minutes: seconds / 60.0,
        training: training / seconds,
        samples_per_second: mean(&speeds),
        machine: records[0].machine.clone(),
        version: records[0].version.clone(),
        training_records: ill + first.others.iter().sum::<usize>(),
        training_ill: ill,
        test_records: first.test.ill + first.test.others,
        test_ill: first.test.ill,
        fold_ill,
        one_patient: 1.0 / fold_ill as f64,
    }
}

fn trade(rows: &[Row], all: &[(&Predictor, Vec<&Judged>)], model: &str) -> Trade {
    let place =
        |loss: &str| rows.iter().position(|row| row.model == model && row.loss == loss);
    let [plain, weighted] = ["cross-entropy", "weighted, n₋/n₊"]
        .map(|loss| place(loss).expect("both losses were run"));
    let (own, other) = (&all[weighted].1, &all[plain].1);
    let share = |found: &[usize], one: &Judged| {
        found.iter().sum::<usize>() as f64 / one.ill.iter().sum::<usize>() as f64
    };
    let first = other[0];
    let ill: usize = first.ill.iter().sum();
    Trade {
        threshold: ill as f64 / (ill + first.others.iter().sum::<usize>()) as f64,
        weighted: rows[weighted].half,
        plain: rows[plain].cheapest,
        cost: Difference::of(own, other, |one, is_own| {
            cost(one, if is_own { &one.half } else { &one.cheapest })
        }),
        in_tenth: Difference::of(own, other, |one, _| share(&one.in_tenth, one)),
        in_twentieth: Difference::of(own, other, |one, _| share(&one.in_twentieth, one)),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid";
    const QUESTION: &'static str =
        "Does a special loss find more of the ill, or does a threshold do it?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let records: Vec<Record> = recorded(RECORDS);
        let all = predictors(&records);
        let rows = rows(&records);
        let row = |model, loss| find(&rows, model, loss).clone();
        let compared: Vec<_> = rows
            .iter()
            .map(|row| [row.auroc, row.average_precision, row.chosen_f1])
            .map(|measures| measures.map(|measure| measure.compared))
            .collect();
        let count = |word: &str| {
            [0, 1, 2].map(|measure| {
                let verdicts = compared.iter().filter_map(|three| three[measure]);
                verdicts.filter(|compared| compared.verdict == word).count()
            })
        };
        let flat = || compared.iter().flatten().flatten();
        let networks = || rows.iter().filter(|row| row.model == "network");
        Outcome {
            share: row("none", "–"),
            one_test: row("TSH alone", "cross-entropy"),
            linear: row("linear", "cross-entropy"),
            linear_weighted: row("linear", "weighted, n₋/n₊"),
            plain: row("network", "cross-entropy"),
            weighted: row("network", "weighted, n₋/n₊"),
            focal: row("network", "focal, γ = 2"),
            sharpest: row("network", "focal, γ = 5"),
            combined: row("network", "cross-entropy + soft F₁"),
            comparisons: compared.iter().filter(|three| three[0].is_some()).count(),
            better: count("higher"),
            worse: count("lower"),
            cautious: flat().filter(|compared| compared.cautious != "noise").count(),
            moved: networks().filter(|row| row.gain_verdict != "noise").count(),
            gained: networks().filter(|row| row.gain_verdict == "higher").count(),
            losses: networks().count(),
            network_trade: trade(&rows, &all, "network"),
            linear_trade: trade(&rows, &all, "linear"),
            effort: effort(&records, &all),
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        ranking(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page says in words, of the records that it was written about.
    #[test]
    fn the_page_says_what_the_records_say() {
        let of = Config.run();
        assert_eq!((of.losses, of.effort.repetitions, of.effort.fold_ill), (11, 8, 21));
        // No loss is better than cross-entropy, and a sharp focus ranks worse.
        assert_eq!(of.better, [0; 3]);
        let verdict = |measured: crate::labs::hypothyroid::Measured| {
            measured.compared.unwrap().verdict
        };
        assert_eq!(verdict(of.sharpest.average_precision), "lower");
        // Weights find more at ½ and raise more alarms; the focal loss finds no more.
        assert!(of.weighted.half.recall > of.plain.half.recall + 0.1);
        assert!(of.weighted.half.precision.unwrap() < of.plain.half.precision.unwrap());
        assert!(of.focal.half.recall <= of.plain.half.recall);
        // The threshold helps the two losses that balance the classes, and no other.
        let networks = of.rows.iter().filter(|row| row.model == "network");
        let moved = networks.filter(|row| row.gain_verdict != "noise");
        let moved: Vec<_> = moved.map(|row| row.loss.as_str()).collect();
        assert_eq!(moved, ["weighted, n₋/n₊", "focal, γ = 2, α = 0.95"]);
        assert_eq!((of.moved, of.gained), (2, 2));
        // Weights at ½ against the threshold of the same costs.
        let trade = of.network_trade;
        for difference in [trade.cost, trade.in_tenth, trade.in_twentieth] {
            assert_eq!(difference.verdict, "noise");
        }
        let trade = of.linear_trade;
        assert_eq!(trade.in_twentieth.verdict, "higher");
        assert!(trade.in_twentieth.mean < of.effort.one_patient);
        // Logistic regression is not behind the network.
        for (linear, network) in [
            (of.linear.auroc, of.plain.auroc),
            (of.linear.average_precision, of.plain.average_precision),
            (of.linear.chosen_f1, of.plain.chosen_f1),
        ] {
            assert!(linear.mean > network.mean);
            assert_eq!(linear.compared.unwrap().verdict, "noise");
        }
        // The cautious interval leaves one comparison: of the single test.
        assert_eq!(of.cautious, 1);
        let one_test = of.one_test.average_precision.compared.unwrap();
        assert_eq!(one_test.cautious, "lower");
        assert!(one_test.cautious_half_width > 2.0 * one_test.half_width);
        // Fitting is no help to cross-entropy.
        assert!(of.plain.scaled.error > of.plain.raw.error);
    }
}
