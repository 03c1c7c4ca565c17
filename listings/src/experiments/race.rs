//! The race: four optimizers from one start down one surface, and one step of one of them
//! worked out.

use super::race_steps::Worked;
use super::race_sweep::least;
use super::racer::Racer;
use super::{Experiment, Run, Setting, finish};
use crate::optimizers::Optimizer;
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Surface, all};
use ndarray::{Array1, array};
use serde::Serialize;

/// ‖g‖ below this ends a walk.
pub const SLOPE: f64 = 1e-4;

/// Points of a path or a curve in a picture.
const SHOWN: usize = 150;

/// The lecture's race, with RMSprop on the bench.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which of [`all`] surfaces, counted from 1.
    pub surface: usize,
    /// θ₁ of the start; where it is outside the surface's domain, the nearest inside.
    pub x: f64,
    /// θ₂ of the start.
    pub y: f64,
    /// Steps at most.
    pub steps: usize,
    /// Whose step is told, from 1.
    pub narrated: usize,
    /// Whether gradient descent takes part.
    pub descent: bool,
    /// Its rate.
    pub descent_rate: f64,
    /// Whether momentum takes part.
    pub momentum: bool,
    /// Its rate.
    pub momentum_rate: f64,
    /// Whether RMSprop takes part.
    pub rmsprop: bool,
    /// Its rate.
    pub rmsprop_rate: f64,
    /// Whether Adam takes part.
    pub adam: bool,
    /// Its rate.
    pub adam_rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            surface: 3,
            x: -1.5,
            y: -1.5,
            steps: 500,
            narrated: 4,
            descent: true,
            descent_rate: 0.001,
            momentum: true,
            momentum_rate: 0.001,
            rmsprop: false,
            rmsprop_rate: 0.01,
            adam: true,
            adam_rate: 0.01,
        }
    }
}

/// The race as far as it has come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The surface's name.
    pub surface: &'static str,
    /// Its contours.
    #[serde(skip)]
    pub landscape: Landscape,
    /// Where all start.
    pub start: [f64; 2],
    /// Steps taken by those who are still on their way.
    pub step: usize,
    /// Steps that they may take.
    pub of_steps: usize,
    /// The rates of all four, in the order of the chapters, also of those who do not take
    /// part.
    pub rates: [f64; 4],
    /// Gradient descent, if it takes part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descent: Option<Lap>,
    /// Momentum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub momentum: Option<Lap>,
    /// RMSprop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rmsprop: Option<Lap>,
    /// Adam.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adam: Option<Lap>,
    /// The last step of one of them, worked out.
    pub told: String,
}

/// One optimizer's way.
#[derive(Clone, Debug, Serialize)]
pub struct Lap {
    /// Its name.
    pub name: &'static str,
    /// Its rate.
    pub rate: f64,
    /// Steps that it took.
    pub steps: usize,
    /// How it stands.
    pub state: State,
    /// The loss at its last point.
    pub loss: f64,
    /// L − L* there.
    pub excess: f64,
    /// Its last point.
    pub at: [f64; 2],
    /// How far that is from the nearest minimum.
    pub distance: f64,
    /// Points of its path, the first and the last among them.
    #[serde(skip)]
    pub path: Vec<[f64; 2]>,
    /// (step, L − L*) of the same points.
    #[serde(skip)]
    pub curve: Vec<(f64, f64)>,
}

/// How a racer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum State {
    /// It has steps left, or had none left.
    OnTheWay,
    /// ‖g‖ < 10⁻⁴.
    Arrived,
    /// Its next point had no finite loss.
    Diverged,
}

impl State {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::OnTheWay => "on its way",
            Self::Arrived => "arrived",
            Self::Diverged => "diverged",
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "race";
    const QUESTION: &'static str = "Who is first down the valley, and at which rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        fn rate<'a>(
            name: &'static str,
            label: &'static str,
            field: &'a mut f64,
        ) -> Setting<'a> {
            Setting::real(name, label, field, 1e-5..=3.0, 1e-5).logarithmic()
        }
        let surfaces = all().len();
        vec![
            Setting::count("surface", "surface", &mut self.surface, 1..=surfaces),
            Setting::real("x", "start θ₁", &mut self.x, -6.0..=6.0, 0.1),
            Setting::real("y", "start θ₂", &mut self.y, -5.0..=5.0, 0.1),
            Setting::count("steps", "steps", &mut self.steps, 20..=2000).logarithmic(),
            Setting::count("narrated", "tell the steps of", &mut self.narrated, 1..=4),
            Setting::switch("descent", "gradient descent", &mut self.descent),
            rate("descent_rate", "η of gradient descent", &mut self.descent_rate),
            Setting::switch("momentum", "momentum", &mut self.momentum),
            rate("momentum_rate", "η of momentum", &mut self.momentum_rate),
            Setting::switch("rmsprop", "RMSprop", &mut self.rmsprop),
            rate("rmsprop_rate", "η of RMSprop", &mut self.rmsprop_rate),
            Setting::switch("adam", "Adam", &mut self.adam),
            rate("adam_rate", "η of Adam", &mut self.adam_rate),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Race::new(self)))
    }

    fn table(outcome: &Outcome) -> Table {
        let [x, y] = outcome.start.map(|at| Cell::number(at, 2));
        let title = format!(
            "{} from ({}, {}), after {} steps",
            outcome.surface,
            x.text(),
            y.text(),
            outcome.step
        );
        let headings = [
            "optimizer",
            "rate η",
            "steps",
            "state",
            "loss",
            "θ₁",
            "θ₂",
            "to the minimum",
        ];
        let mut table = Table::new(title, &headings);
        for lap in outcome.laps() {
            table.row(vec![
                lap.name.into(),
                Cell::Number(lap.rate.to_string()),
                Cell::count(lap.steps),
                lap.state.words().into(),
                Cell::Number(super::race_steps::digits(lap.loss)),
                Cell::Number(super::race_steps::digits(lap.at[0])),
                Cell::Number(super::race_steps::digits(lap.at[1])),
                Cell::Number(super::race_steps::digits(lap.distance)),
            ]);
        }
        if table.rows.is_empty() {
            let mut row = vec!["nobody".into()];
            row.resize(headings.len(), "–".into());
            table.row(row);
        }
        table
    }
}

impl Outcome {
    /// Those who take part, in the order of the chapters.
    pub fn laps(&self) -> impl Iterator<Item = &Lap> {
        [&self.descent, &self.momentum, &self.rmsprop, &self.adam].into_iter().flatten()
    }
}

/// One who races.
struct Runner {
    racer: Racer,
    optimizer: Box<dyn Optimizer>,
    rate: f64,
    theta: Array1<f64>,
    path: Vec<[f64; 2]>,
    values: Vec<f64>,
    state: State,
    worked: Option<Worked>,
}

impl Runner {
    fn is_done(&self) -> bool {
        self.state != State::OnTheWay
    }

    /// Whether ‖g‖ at θ is small enough to stop.
    fn look(&mut self, surface: &dyn Surface) {
        let gradient = surface.gradient(&self.theta);
        if gradient.dot(&gradient).sqrt() < SLOPE {
            self.state = State::Arrived;
        }
    }

    fn step(&mut self, surface: &dyn Surface) {
        let gradient = surface.gradient(&self.theta);
        let remembered = |optimizer: &dyn Optimizer| -> Vec<f64> {
            let first = |state: &Array1<f64>| state.first().copied().unwrap_or(0.0);
            optimizer.state().iter().map(|(_, state)| first(state)).collect()
        };
        let before = remembered(self.optimizer.as_ref());
        let mut theta = self.theta.clone();
        self.optimizer.step(self.rate, &mut theta, &gradient);
        let value = surface.value(&theta);
        if !value.is_finite() || theta.iter().any(|entry| !entry.is_finite()) {
            self.state = State::Diverged;
            return;
        }
        self.worked = Some(Worked {
            step: self.values.len(),
            rate: self.rate,
            gradient: gradient[0],
            before,
            after: remembered(self.optimizer.as_ref()),
            theta: (self.theta[0], theta[0]),
        });
        self.theta = theta;
        self.path.push([self.theta[0], self.theta[1]]);
        self.values.push(value);
        self.look(surface);
    }
}

/// All who race.
struct Race {
    surface: Box<dyn Surface>,
    landscape: Landscape,
    start: [f64; 2],
    runners: Vec<Runner>,
    narrated: Racer,
    rates: [f64; 4],
    step: usize,
    of_steps: usize,
}

impl Race {
    fn new(config: &Config) -> Self {
        let surface = all().swap_remove(config.surface - 1);
        let [xs, ys] = surface.domain();
        let start = [config.x.clamp(xs.start, xs.end), config.y.clamp(ys.start, ys.end)];
        let entries = [
            (config.descent, config.descent_rate),
            (config.momentum, config.momentum_rate),
            (config.rmsprop, config.rmsprop_rate),
            (config.adam, config.adam_rate),
        ];
        let theta = array![start[0], start[1]];
        let mut runners: Vec<Runner> = Racer::LECTURE
            .into_iter()
            .zip(entries)
            .filter(|(_, (takes_part, _))| *takes_part)
            .map(|(racer, (_, rate))| Runner {
                racer,
                optimizer: racer.optimizer(),
                rate,
                theta: theta.clone(),
                path: vec![start],
                values: vec![surface.value(&theta)],
                state: State::OnTheWay,
                worked: None,
            })
            .collect();
        for runner in &mut runners {
            runner.look(surface.as_ref());
        }
        Self {
            landscape: Landscape::of(surface.as_ref()),
            surface,
            start,
            runners,
            narrated: Racer::LECTURE[config.narrated - 1],
            rates: entries.map(|(_, rate)| rate),
            step: 0,
            of_steps: config.steps,
        }
    }

    fn is_over(&self) -> bool {
        // Where nobody races, or all start at a minimum, it is over after a step.
        let all_are_done = self.step > 0 && self.runners.iter().all(Runner::is_done);
        self.step == self.of_steps || all_are_done
    }

    fn lap(&self, racer: Racer) -> Option<Lap> {
        let runner = self.runners.iter().find(|runner| runner.racer == racer)?;
        let least = least(self.surface.as_ref());
        let shown = shown(runner.path.len());
        let loss = *runner.values.last().expect("the loss at the start");
        let at = *runner.path.last().expect("the start");
        let to = |minimum: &[f64; 2]| {
            ((at[0] - minimum[0]).powi(2) + (at[1] - minimum[1]).powi(2)).sqrt()
        };
        let minima = &self.landscape.minima;
        Some(Lap {
            name: racer.name(),
            rate: runner.rate,
            steps: runner.values.len() - 1,
            state: runner.state,
            loss,
            excess: loss - least,
            at,
            // A point near the end of the numbers is too far to square.
            distance: minima.iter().map(to).fold(f64::INFINITY, f64::min).min(f64::MAX),
            path: shown.iter().map(|&step| runner.path[step]).collect(),
            curve: shown
                .iter()
                .map(|&step| (step as f64, runner.values[step] - least))
                .collect(),
        })
    }

    fn told(&self) -> String {
        let runner = self.runners.iter().find(|runner| runner.racer == self.narrated);
        match runner.map(|runner| (runner, &runner.worked)) {
            Some((_, Some(worked))) => worked.narration(self.narrated),
            Some((_, None)) => {
                format!("{} has not made a step yet.", self.narrated.name())
            }
            None => format!("{} does not take part.", self.narrated.name()),
        }
    }
}

/// Which of so many points are shown: the first all, the later ones evenly thinned, the
/// last always.
fn shown(points: usize) -> Vec<usize> {
    const FIRST: usize = SHOWN / 2;
    if points <= SHOWN {
        return (0..points).collect();
    }
    let every = (points - FIRST).div_ceil(SHOWN - FIRST);
    let mut shown: Vec<usize> =
        (0..FIRST).chain((FIRST..points - 1).step_by(every)).collect();
    shown.push(points - 1);
    shown
}

impl Run<Outcome> for Race {
    fn advance(&mut self) {
        if self.is_over() {
            return;
        }
        for runner in self.runners.iter_mut().filter(|runner| !runner.is_done()) {
            runner.step(self.surface.as_ref());
        }
        self.step += 1;
    }

    fn progress(&self) -> f64 {
        if self.is_over() { 1.0 } else { self.step as f64 / self.of_steps as f64 }
    }

    fn outcome(&self) -> Outcome {
        Outcome {
            surface: self.surface.name(),
            landscape: self.landscape.clone(),
            start: self.start,
            step: self.step,
            of_steps: self.of_steps,
            rates: self.rates,
            descent: self.lap(Racer::GradientDescent),
            momentum: self.lap(Racer::Momentum),
            rmsprop: self.lap(Racer::RmsProp),
            adam: self.lap(Racer::Adam),
            told: self.told(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::{End, Rosenbrock, walk};

    #[test]
    fn the_race_is_the_walk_of_each() {
        let outcome = Config { rmsprop: true, ..Config::default() }.run();
        for (lap, racer) in outcome.laps().zip(Racer::LECTURE) {
            let mut optimizer = racer.optimizer();
            let valley = Rosenbrock::default();
            let alone =
                walk(&valley, optimizer.as_mut(), lap.rate, valley.start(), 500, SLOPE)
                    .unwrap();
            assert_eq!(
                (lap.steps, lap.loss),
                (alone.steps(), *alone.values.last().unwrap())
            );
            assert_eq!(lap.state == State::Arrived, alone.end == End::Arrived);
            assert!(lap.path.len() <= SHOWN + 1);
        }
    }

    #[test]
    fn who_diverges_keeps_the_last_finite_point_and_does_not_end_the_race() {
        let outcome = Config { descent_rate: 0.1, ..Config::default() }.run();
        let (descent, adam) = (outcome.descent.unwrap(), outcome.adam.unwrap());
        assert_eq!(descent.state, State::Diverged);
        assert!(descent.loss.is_finite() && descent.steps < 20);
        assert_eq!(adam.steps, 500);
    }

    #[test]
    fn a_slice_is_a_step_and_the_race_without_racers_is_over_after_one() {
        let mut race = Config::default().start().unwrap();
        race.advance();
        let outcome = race.outcome();
        assert_eq!(outcome.adam.unwrap().steps, 1);
        assert!(outcome.told.starts_with("Step 1 of Adam: g₁ = "), "{}", outcome.told);
        let nobody =
            Config { descent: false, momentum: false, adam: false, ..Config::default() };
        let mut race = nobody.start().unwrap();
        assert_eq!(race.progress(), 0.0);
        race.advance();
        assert_eq!(race.progress(), 1.0);
    }

    #[test]
    fn the_first_points_are_all_shown() {
        let shown = shown(2001);
        assert!(shown.len() <= SHOWN + 1 && shown[..SHOWN / 2].iter().copied().eq(0..75));
        assert_eq!(shown.last(), Some(&2000));
    }
}
