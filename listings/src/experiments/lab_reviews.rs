//! Lab 3: what every schedule reaches on reviews that were never looked at.

use super::{Experiment, Setting};
use crate::labs::reviews::{
    Compared, Fall, Gain, Kind, Norm, Predictor, Record, Row, TUNING, gains, is_tuning,
    judged, mean_curve, rows, runs, table,
};
use crate::report::Table;
use crate::statistics::Interval;
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The cross-entropy instead of the accuracy.
    pub loss: bool,
}

/// Rows, and what the page says of them.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether the figure shows the cross-entropy.
    pub loss: bool,
    /// Predictors, in the order of the table.
    pub rows: Vec<Row>,
    /// The same class for every review.
    pub always: Row,
    /// Logistic regression on words.
    pub words: Row,
    /// Transformers with norms before, under each schedule.
    pub before: Schedules,
    /// Transformers with norms after, under the constant rate and the cosine; the other
    /// schedules are empty rows.
    pub after: Schedules,
    /// What a warm-up adds to each schedule.
    pub gains: Vec<Gain>,
    /// What it adds to the cosine with norms after; absent until that was run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_cosine: Option<Compared>,
    /// The transformer with the highest mean test accuracy.
    pub best: Row,
    /// The one with the lowest.
    pub worst: Row,
    /// The mean loss of the batches in the last tenth of the steps, under the constant rate
    /// without a warm-up and with norms before.
    pub last_training: f64,
    /// How many verdicts say what.
    pub verdicts: Verdicts,
    /// How it was run.
    pub effort: Effort,
}

/// A row a schedule; without seeds where the records have none.
#[derive(Clone, Debug, Serialize)]
pub struct Schedules {
    /// The constant rate.
    pub constant: Row,
    /// The same after a warm-up.
    pub constant_warm: Row,
    /// Two cuts to a tenth.
    pub step: Row,
    /// The same after a warm-up.
    pub step_warm: Row,
    /// The exponential.
    pub exponential: Row,
    /// The same after a warm-up.
    pub exponential_warm: Row,
    /// The cosine.
    pub cosine: Row,
    /// The same after a warm-up.
    pub cosine_warm: Row,
    /// One cycle.
    pub one_cycle: Row,
}

/// Verdicts by Holm's steps, on accuracy and on cross-entropy.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Verdicts {
    /// How many transformers are compared with the bag of words.
    pub transformers: usize,
    /// Of them, how many have a lower accuracy.
    pub less_accurate: usize,
    /// And how many a higher one.
    pub more_accurate: usize,
    /// How many have a higher cross-entropy.
    pub higher_loss: usize,
    /// How many schedules with norms before are compared with the constant rate.
    pub schedules: usize,
    /// Of them, those whose accuracy differs by noise.
    pub same_accuracy: usize,
    /// Those whose cross-entropy does.
    pub same_loss: usize,
    /// How many warm-ups are compared with none.
    pub gains: usize,
    /// Of them, those that change the accuracy by noise.
    pub idle_accuracy: usize,
    /// Those that change the cross-entropy by noise.
    pub idle_loss: usize,
}

/// How it was run.
#[derive(Clone, Debug, Serialize)]
pub struct Effort {
    /// Runs in all.
    pub runs: usize,
    /// The time of all runs, one after the other, in minutes.
    pub minutes: f64,
    /// Those that trained a transformer.
    pub trained: usize,
    /// Seeds that chose.
    pub tuning: usize,
    /// Seeds that judged.
    pub seeds: usize,
    /// Reviews that are trained on, with a seed.
    pub training: usize,
    /// Reviews that choose.
    pub validation: usize,
    /// Passes over the former.
    pub epochs: usize,
    /// Steps of a run.
    pub steps: usize,
    /// Steps of a warm-up.
    pub rise: usize,
    /// The fewest known tokens of a seed.
    pub fewest_tokens: usize,
    /// And the most.
    pub most_tokens: usize,
    /// Weights of the transformer with the most.
    pub parameters: usize,
    /// The smallest peak rate that was tried.
    pub least_peak: f64,
    /// The largest.
    pub most_peak: f64,
    /// The standard deviation of the accuracy of the best transformer when test reviews are
    /// drawn anew.
    pub sampling: f64,
}

fn missing(name: &'static str) -> Row {
    let none = Interval { mean: 0.0, half_width: None, seeds: 0 };
    Row {
        name,
        norm: "–",
        is_warm: false,
        setting: None,
        accuracy: none,
        loss: none,
        against_constant: None,
        against_words: None,
    }
}

fn find(rows: &[Row], name: &'static str, norm: &str, is_warm: bool) -> Row {
    let is_this =
        |row: &&Row| row.name == name && row.norm == norm && row.is_warm == is_warm;
    rows.iter().find(is_this).cloned().unwrap_or_else(|| missing(name))
}

impl Schedules {
    fn of(rows: &[Row], norm: &str) -> Self {
        let find = |name, is_warm| find(rows, name, norm, is_warm);
        Self {
            constant: find("constant", false),
            constant_warm: find("constant", true),
            step: find("step", false),
            step_warm: find("step", true),
            exponential: find("exponential", false),
            exponential_warm: find("exponential", true),
            cosine: find("cosine", false),
            cosine_warm: find("cosine", true),
            one_cycle: find("1cycle", false),
        }
    }
}

fn verdicts(rows: &[Row], gains: &[Gain]) -> Verdicts {
    let words = || rows.iter().filter_map(|row| row.against_words);
    let before = rows.iter().filter(|row| row.norm == "before");
    let constant: Vec<_> = before.filter_map(|row| row.against_constant).collect();
    let says = |verdict: &'static str, word: &str| usize::from(verdict == word);
    let of_gains = || gains.iter().map(|gain| gain.compared);
    Verdicts {
        transformers: words().count(),
        less_accurate: words().map(|of| says(of.accuracy.verdict, "lower")).sum(),
        more_accurate: words().map(|of| says(of.accuracy.verdict, "higher")).sum(),
        higher_loss: words().map(|of| says(of.loss.verdict, "higher")).sum(),
        schedules: constant.len(),
        same_accuracy: constant.iter().map(|of| says(of.accuracy.verdict, "noise")).sum(),
        same_loss: constant.iter().map(|of| says(of.loss.verdict, "noise")).sum(),
        gains: gains.len(),
        idle_accuracy: of_gains().map(|of| says(of.accuracy.verdict, "noise")).sum(),
        idle_loss: of_gains().map(|of| says(of.loss.verdict, "noise")).sum(),
    }
}

/// Reviews of the test part.
const TEST: f64 = 838.0;

fn effort(records: &[Record], best: &Row) -> Effort {
    let trained: Vec<_> = records
        .iter()
        .filter_map(|record| match record.config.predictor {
            Predictor::Transformer {
                epochs,
                batch,
                peak,
                width,
                hidden,
                layers,
                warmup,
                ..
            } => Some((record, epochs, batch, peak, (width, hidden, layers), warmup)),
            _ => None,
        })
        .collect();
    let (mut validation, mut training, mut epochs, mut steps, mut rise) = (0, 0, 0, 0, 0);
    let mut parameters = 0;
    for (record, of, batch, _, (width, hidden, layers), warmup) in &trained {
        let config = record.config;
        validation = (config.validation * config.reviews as f64).round() as usize;
        training = config.reviews - validation;
        epochs = *of;
        steps = epochs * training.div_ceil(*batch);
        rise = rise.max((warmup * steps as f64).round() as usize);
        let layer = 4 * width * width + 2 * width * hidden;
        let rows = record.outcome.tokens + config.length + 2;
        parameters = parameters.max(rows * width + layers * layer);
    }
    let tokens = || records.iter().map(|record| record.outcome.tokens);
    let peaks = || trained.iter().map(|(_, _, _, peak, ..)| *peak);
    let accuracy = best.accuracy.mean;
    let seeds = records.iter().filter(|record| !is_tuning(record));
    Effort {
        runs: records.len(),
        minutes: records.iter().map(|record| record.seconds).sum::<f64>() / 60.0,
        trained: trained.len(),
        tuning: TUNING.len(),
        seeds: seeds.map(|record| record.seed).max().unwrap_or(0) as usize,
        training,
        validation,
        epochs,
        steps,
        rise,
        fewest_tokens: tokens().min().unwrap_or(0),
        most_tokens: tokens().max().unwrap_or(0),
        parameters,
        least_peak: peaks().reduce(f64::min).unwrap_or(0.0),
        most_peak: peaks().reduce(f64::max).unwrap_or(0.0),
        sampling: (accuracy * (1.0 - accuracy) / TEST).sqrt(),
    }
}

/// The last mean of training losses under the constant rate.
fn last_training(records: &[Record]) -> f64 {
    let constant = Kind::Transformer(Norm::Before, Fall::Constant, 0.0);
    let all = judged(records);
    let own = all.iter().find(|one| one.kind == constant);
    let last = own.and_then(|own| {
        let curve = mean_curve(&own.records, |outcome| outcome.training.clone());
        curve.last().copied()
    });
    last.unwrap_or(0.0)
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let (rows, gains) = (rows(records), gains(records));
        let mut transformers: Vec<&Row> =
            rows.iter().filter(|row| row.norm != "–").collect();
        transformers.sort_by(|a, b| a.accuracy.mean.total_cmp(&b.accuracy.mean));
        let of = |row: Option<&&Row>| row.map_or(missing("none"), |row| (*row).clone());
        let (best, worst) = (of(transformers.last()), of(transformers.first()));
        Outcome {
            loss: self.loss,
            after_cosine: gains
                .iter()
                .find(|gain| gain.norm == "after" && gain.name == Fall::Cosine.name())
                .map(|gain| gain.compared),
            always: find(&rows, "always the same", "–", false),
            words: find(&rows, "bag of words", "–", false),
            before: Schedules::of(&rows, "before"),
            after: Schedules::of(&rows, "after"),
            last_training: last_training(records),
            verdicts: verdicts(&rows, &gains),
            effort: effort(records, &best),
            best,
            worst,
            gains,
            rows,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-reviews";
    const QUESTION: &'static str = "Does a transformer need a warm-up?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::switch("loss", "cross-entropy instead of accuracy", &mut self.loss)]
    }

    fn run(&self) -> Outcome {
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        table(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(gain: &Gain) -> (&'static str, &'static str) {
        (gain.compared.accuracy.verdict, gain.compared.loss.verdict)
    }

    #[test]
    fn one_warm_up_in_six_is_missed_the_one_of_the_cosine_with_norms_after() {
        let of = Config::default().run();
        assert_eq!(of.verdicts.gains, 6);
        for gain in &of.gains {
            let is_it = (gain.name, gain.norm) == ("cosine", "after");
            let expected = if is_it { ("higher", "lower") } else { ("noise", "noise") };
            assert_eq!(verdict(gain), expected, "{} {}", gain.name, gain.norm);
        }
        assert_eq!((of.verdicts.idle_accuracy, of.verdicts.idle_loss), (5, 5));
    }

    #[test]
    fn with_a_warm_up_the_chosen_peak_is_the_same_or_four_times_as_large() {
        let Outcome { before, after, .. } = Config::default().run();
        let ratio = |cold: &Row, warm: &Row| {
            (warm.setting.unwrap() / cold.setting.unwrap()).round()
        };
        let mut ratios = [
            ratio(&before.constant, &before.constant_warm),
            ratio(&before.step, &before.step_warm),
            ratio(&before.exponential, &before.exponential_warm),
            ratio(&before.cosine, &before.cosine_warm),
            ratio(&after.constant, &after.constant_warm),
            ratio(&after.cosine, &after.cosine_warm),
        ];
        ratios.sort_by(f64::total_cmp);
        assert_eq!(ratios, [1.0, 1.0, 1.0, 4.0, 4.0, 4.0]);
    }

    #[test]
    fn no_schedule_with_norms_before_differs_from_the_constant_rate_by_more_than_noise() {
        let of = Config::default().run();
        let verdicts = of.verdicts;
        assert_eq!((verdicts.schedules, verdicts.same_accuracy), (8, 8));
        assert_eq!(verdicts.same_loss, 8);
        // The best is one of them, and no constant rate.
        assert_eq!(of.best.norm, "before");
        assert!(of.best.against_constant.is_some());
    }

    #[test]
    fn the_lowest_means_with_norms_before_are_those_of_exponential_and_step_without() {
        let of = Config::default().run();
        let mut before: Vec<&Row> =
            of.rows.iter().filter(|row| row.norm == "before").collect();
        before.sort_by(|a, b| a.accuracy.mean.total_cmp(&b.accuracy.mean));
        let lowest: Vec<_> =
            before[..2].iter().map(|row| (row.name, row.is_warm)).collect();
        assert_eq!(lowest, [("exponential", false), ("step", false)]);
        assert_eq!(before.len(), 9);
    }

    #[test]
    fn the_cosine_at_its_bolder_peak_has_less_than_without_a_warm_up() {
        let Outcome { before, .. } = Config::default().run();
        assert!(before.cosine_warm.setting > before.cosine.setting);
        assert!(before.cosine_warm.accuracy.mean < before.cosine.accuracy.mean);
    }

    #[test]
    fn no_transformer_beats_the_bag_of_words() {
        let of = Config::default().run();
        let transformers: Vec<&Row> =
            of.rows.iter().filter(|row| row.norm != "–").collect();
        assert_eq!((transformers.len(), of.verdicts.transformers), (13, 13));
        for row in transformers {
            assert!(row.accuracy.mean < of.words.accuracy.mean, "{}", row.name);
            assert!(row.loss.mean > of.words.loss.mean, "{}", row.name);
        }
        assert_eq!((of.verdicts.more_accurate, of.verdicts.higher_loss), (0, 13));
        assert!(of.verdicts.less_accurate > 0);
        // "More than forty weights for each of its".
        assert!(of.effort.parameters > 40 * of.effort.most_tokens);
    }

    #[test]
    fn the_transformer_learns_more_about_its_reviews_than_about_reviews() {
        let of = Config::default().run();
        // Less than half of what the test part costs.
        assert!(of.last_training < of.before.constant.loss.mean / 2.0);
    }

    #[test]
    fn every_schedule_learns_at_its_own_peak_and_the_same_class_is_half_right() {
        let of = Config::default().run();
        assert_eq!(of.always.accuracy.mean, 0.5);
        assert!(of.worst.accuracy.mean > 0.8, "{:?}", of.worst);
        assert_eq!((of.effort.seeds, of.words.accuracy.seeds), (5, 5));
    }
}
