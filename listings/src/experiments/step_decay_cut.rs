//! What the training loss does around a change of the rate: on a noisy parabola, exactly,
//! and on a small network, over seeds; with the rate outside of the velocity and inside.

use super::decay_training::{BATCH, Moons, POINTS};
use super::schedule_curve::written;
use super::{Experiment, Run, Setting, finish};
use crate::data::{batches, seeded};
use crate::report::{Cell, Table};
use ndarray::Array1;
use rand_pcg::Pcg64;
use serde::Serialize;

/// Updates that are shown before the change.
pub const BEFORE: usize = 20;

/// Updates that are shown after it.
pub const AFTER: usize = 60;

/// Updates before those that are shown: the network is no longer far up.
const WARM: usize = 400;

/// Networks.
pub const SEEDS: usize = 10;

/// The rate before the change, of both problems.
pub const RATE: f64 = 0.2;

/// A loss that is not finite, or beyond this, counts as this.
const CEILING: f64 = 1e3;

/// Updates of a slice.
const SLICE: usize = 10;

/// By what the rate is multiplied, and β.
#[derive(Clone, Debug)]
pub struct Config {
    /// The factor; above 1 the rate goes up.
    pub factor: f64,
    /// β.
    pub beta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { factor: 0.1, beta: 0.9 }
    }
}

/// Losses around the change.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The factor.
    pub factor: f64,
    /// β.
    pub beta: f64,
    /// Networks that are done.
    pub networks: usize,
    /// The noisy parabola: unchanged, v ← βv + g, and v ← βv − ηg.
    pub parabola: [Around; 3],
    /// The networks: the same three. Empty until one is done.
    pub network: [Around; 3],
    /// On how many networks the mean loss of the 20 updates after the change is above
    /// that of the 20 before: of the same three.
    pub higher: [usize; 3],
    /// The geometric mean of the ratio of these two: of the same three.
    pub ratios: [f64; 3],
}

/// Losses before and after.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Around {
    /// The loss after each update, from 20 before the change to 60 after it.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// The mean of those before.
    pub before: f64,
    /// The greatest after, over the mean before.
    pub peak: f64,
    /// The mean of the last 20, over the mean before.
    pub settled: f64,
}

/// Where the rate is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// v ← βv + g, θ ← θ − ηv.
    Outside,
    /// v ← βv − ηg, θ ← θ + v.
    Inside,
}

impl Around {
    fn of(losses: Vec<f64>) -> Self {
        if losses.is_empty() {
            return Self::default();
        }
        let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
        let before = mean(&losses[..BEFORE]);
        let highest = losses[BEFORE..].iter().copied().fold(0.0, f64::max);
        Self {
            before,
            peak: highest / before,
            settled: mean(&losses[losses.len() - BEFORE..]) / before,
            losses,
        }
    }
}

/// (mean θ², mean θv, mean v²) after one step on ½θ² with noise of variance 1.
///
/// Each of θ and v is a sum a θ + b v + c z of what was before and fresh noise z.
fn moments(old: [f64; 3], rate: f64, beta: f64, form: Form) -> [f64; 3] {
    let (velocity, theta) = match form {
        Form::Outside => ([1.0, beta, 1.0], [1.0 - rate, -rate * beta, -rate]),
        Form::Inside => ([-rate, beta, -rate], [1.0 - rate, beta, -rate]),
    };
    let product = |a: [f64; 3], b: [f64; 3]| {
        let [tt, tv, vv] = old;
        a[0] * b[0] * tt
            + (a[0] * b[1] + a[1] * b[0]) * tv
            + a[1] * b[1] * vv
            + a[2] * b[2]
    };
    [product(theta, theta), product(theta, velocity), product(velocity, velocity)]
}

impl Config {
    /// The expected loss on the parabola around the change, which may be none.
    fn parabola(&self, form: Form, factor: f64) -> Around {
        let mut state = [0.0; 3];
        // β = 0.95 forgets a thousandth in 135 steps.
        for _ in 0..2000 {
            state = moments(state, RATE, self.beta, form);
        }
        let losses = (0..BEFORE + AFTER).map(|update| {
            let rate = if update < BEFORE { RATE } else { RATE * factor };
            state = moments(state, rate, self.beta, form);
            (0.5 * state[0]).min(CEILING)
        });
        Around::of(losses.collect())
    }
}

/// A network in training, with its velocity in one form.
#[derive(Clone)]
struct Walker {
    theta: Array1<f64>,
    velocity: Array1<f64>,
    form: Form,
    factor: f64,
    losses: Vec<f64>,
}

impl Walker {
    /// One update at a rate, which a gradient that is not finite leaves out.
    fn update(&mut self, moons: &Moons, batch: &[usize], rate: f64, beta: f64) {
        let gradient = moons.gradient(&self.theta, batch);
        if gradient.iter().all(|entry| entry.is_finite()) {
            match self.form {
                Form::Outside => {
                    self.velocity = beta * &self.velocity + &gradient;
                    self.theta.scaled_add(-rate, &self.velocity);
                }
                Form::Inside => {
                    self.velocity = beta * &self.velocity - rate * &gradient;
                    self.theta += &self.velocity;
                }
            }
        }
    }
}

/// One network: first one walker at one rate, then three that part.
struct Network {
    moons: Moons,
    random: Pcg64,
    order: Vec<Vec<usize>>,
    walkers: Vec<Walker>,
    update: usize,
}

impl Network {
    fn new(seed: u64) -> Self {
        let (moons, theta) = Moons::new(seed);
        let velocity = Array1::zeros(theta.len());
        let walker = |(form, factor)| Walker {
            theta: theta.clone(),
            velocity: velocity.clone(),
            form,
            factor,
            losses: Vec::new(),
        };
        let first = walker((Form::Outside, 1.0));
        let random = seeded(1000 + seed);
        Self { moons, random, order: Vec::new(), walkers: vec![first], update: 0 }
    }

    /// One update of every walker on the same batch.
    fn step(&mut self, config: &Config) {
        if self.order.is_empty() {
            self.order = batches(POINTS, BATCH, &mut self.random);
        }
        let batch = self.order.pop().expect("a batch of the epoch");
        if self.update == WARM {
            self.part(config);
        }
        for walker in &mut self.walkers {
            let changed = self.update >= WARM + BEFORE;
            let rate = if changed { RATE * walker.factor } else { RATE };
            walker.update(&self.moons, &batch, rate, config.beta);
            if self.update >= WARM {
                let loss = self.moons.loss(&walker.theta);
                let seen = if loss.is_finite() { loss.min(CEILING) } else { CEILING };
                walker.losses.push(seen);
            }
        }
        self.update += 1;
    }

    /// From one walker to three. While the rate stays, the velocity with the rate inside
    /// is −η times that without.
    fn part(&mut self, config: &Config) {
        let unchanged = self.walkers[0].clone();
        let outside = Walker { factor: config.factor, ..unchanged.clone() };
        let velocity = -RATE * &unchanged.velocity;
        let inside = Walker { velocity, form: Form::Inside, ..outside.clone() };
        self.walkers = vec![unchanged, outside, inside];
    }

    fn is_done(&self) -> bool {
        self.update == WARM + BEFORE + AFTER
    }
}

struct Training {
    config: Config,
    parabola: [Around; 3],
    current: Network,
    seed: u64,
    /// Of each network that is done, the losses of the three.
    done: Vec<[Vec<f64>; 3]>,
}

impl Experiment for Config {
    const NAME: &'static str = "step-decay-cut";
    const QUESTION: &'static str = "Does the loss jump when the rate is cut?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { factor, beta } = self;
        vec![
            Setting::real("factor", "rate multiplied by", factor, 0.05..=10.0, 0.01)
                .logarithmic(),
            Setting::real("beta", "momentum β", beta, 0.0..=0.95, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Training {
            parabola: [
                self.parabola(Form::Outside, 1.0),
                self.parabola(Form::Outside, self.factor),
                self.parabola(Form::Inside, self.factor),
            ],
            config: self.clone(),
            current: Network::new(1),
            seed: 1,
            done: Vec::new(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Training loss around a change of the rate from {RATE} to {}, β = {}, over the \
             mean before",
            written(RATE * outcome.factor),
            outcome.beta
        );
        let headings = [
            "problem and form",
            "highest after",
            "mean of the last 20",
            "higher in 20 updates after than before",
        ];
        let mut table = Table::new(title, &headings);
        let names = ["unchanged", "rate outside of v", "rate inside v"];
        for (name, around) in names.iter().zip(&outcome.parabola) {
            table.row(vec![
                Cell::Text(format!("parabola, {name}")),
                Cell::number(around.peak, 2),
                Cell::number(around.settled, 2),
                Cell::Number("–".to_string()),
            ]);
        }
        for (index, name) in names.iter().enumerate() {
            let around = &outcome.network[index];
            table.row(vec![
                Cell::Text(format!("networks, {name}")),
                Cell::number(around.peak, 2),
                Cell::number(around.settled, 2),
                Cell::Number(format!(
                    "{} of {}",
                    outcome.higher[index], outcome.networks
                )),
            ]);
        }
        table
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        for _ in 0..SLICE {
            if self.done.len() == SEEDS {
                return;
            }
            self.current.step(&self.config);
            if self.current.is_done() {
                let mut walkers = self.current.walkers.iter();
                let losses = [(); 3]
                    .map(|()| walkers.next().expect("three walkers").losses.clone());
                self.done.push(losses);
                self.seed += 1;
                self.current = Network::new(self.seed);
            }
        }
    }

    fn progress(&self) -> f64 {
        if self.done.len() == SEEDS {
            return 1.0;
        }
        let share = self.current.update as f64 / (WARM + BEFORE + AFTER) as f64;
        (self.done.len() as f64 + share) / SEEDS as f64
    }

    fn outcome(&self) -> Outcome {
        let count = self.done.len();
        let of = |form: usize| {
            let length = if count == 0 { 0 } else { BEFORE + AFTER };
            let mean = |update: usize| {
                let losses = self.done.iter().map(|network| network[form][update]);
                losses.sum::<f64>() / count as f64
            };
            Around::of((0..length).map(mean).collect())
        };
        let sum = |part: &[f64]| part.iter().sum::<f64>();
        let ratio =
            |losses: &[f64]| sum(&losses[BEFORE..2 * BEFORE]) / sum(&losses[..BEFORE]);
        let forms = [0, 1, 2];
        Outcome {
            factor: self.config.factor,
            beta: self.config.beta,
            networks: count,
            parabola: self.parabola.clone(),
            network: forms.map(of),
            higher: forms.map(|form| {
                let networks = self.done.iter();
                networks.filter(|network| ratio(&network[form]) > 1.0).count()
            }),
            ratios: forms.map(|form| {
                let networks = self.done.iter();
                let sum: f64 = networks.map(|network| ratio(&network[form]).ln()).sum();
                (sum / count.max(1) as f64).exp()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_momentum_the_parabola_is_that_of_the_formula() {
        let config = Config { beta: 0.0, factor: 0.1 };
        let around = config.parabola(Form::Outside, 0.1);
        // ½ ησ²/(2 − η).
        assert!((around.before - 0.5 * RATE / (2.0 - RATE)).abs() < 1e-12);
        let inside = config.parabola(Form::Inside, 0.1);
        for (a, b) in around.losses.iter().zip(&inside.losses) {
            // Without memory the two forms are one.
            assert!((a - b).abs() < 1e-15);
        }
    }

    #[test]
    fn the_moments_are_those_of_many_walks() {
        use rand_distr::{Distribution, StandardNormal};
        let (mut random, walks) = (seeded(3), 4000);
        for form in [Form::Outside, Form::Inside] {
            let (mut expected, mut sum) = ([0.0; 3], 0.0);
            for _ in 0..30 {
                expected = moments(expected, 0.2, 0.8, form);
            }
            for _ in 0..walks {
                let (mut theta, mut velocity) = (0.0, 0.0);
                for _ in 0..30 {
                    let normal: f64 = StandardNormal.sample(&mut random);
                    let gradient = theta + normal;
                    match form {
                        Form::Outside => {
                            velocity = 0.8 * velocity + gradient;
                            theta -= 0.2 * velocity;
                        }
                        Form::Inside => {
                            velocity = 0.8 * velocity - 0.2 * gradient;
                            theta += velocity;
                        }
                    }
                }
                sum += theta * theta;
            }
            // The relative standard error of a mean of 4000 squares is 2.2 %; four of it.
            let error = sum / f64::from(walks) / expected[0] - 1.0;
            assert!(error.abs() < 0.09, "{form:?}: {error}");
        }
    }

    #[test]
    fn until_the_change_all_three_are_one_network() {
        let outcome = Config::default().run();
        assert_eq!(outcome.networks, SEEDS);
        let [unchanged, outside, inside] = &outcome.network;
        for update in 0..BEFORE {
            assert_eq!(unchanged.losses[update], outside.losses[update]);
            // Another order of the same operations over 20 updates of a network.
            assert!((unchanged.losses[update] - inside.losses[update]).abs() < 1e-9);
        }
        assert!(outside.losses[BEFORE + 5] != unchanged.losses[BEFORE + 5]);
    }
}
