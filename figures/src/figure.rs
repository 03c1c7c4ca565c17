//! The trait that every figure implements, and the figure without its types.

use crate::{Canvas, STANDALONE_STYLE, Width};
use listings::experiments::{Control, Experiment, Run, SettingError, Settings};
use listings::report::Table;
use std::any::Any;

/// A picture of an outcome.
pub trait Figure {
    /// The one name everywhere, in kebab case.
    const NAME: &'static str;

    /// The experiment whose outcome is drawn.
    type Experiment: Experiment;

    /// What the figure shows, in a sentence or two with the outcome's numbers; stands below it.
    fn caption(outcome: &Outcome<Self>) -> String;

    /// What can be seen, for a reader who cannot see it.
    fn alternative(outcome: &Outcome<Self>) -> String;

    /// Draws the outcome.
    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas);

    /// The settings that get a control in the page; the experiment's own, unless the figure shows only part of it.
    fn controls() -> &'static [&'static str];

    /// The data behind the figure.
    fn data(outcome: &Outcome<Self>) -> Table {
        Self::Experiment::table(outcome)
    }
}

/// The outcome that a figure draws.
pub type Outcome<F> = <<F as Figure>::Experiment as Experiment>::Outcome;

/// A figure drawn: the parts of a page that change when a control moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The picture, with its alternative text as `aria-label`.
    pub svg: String,
    /// The caption, as HTML.
    pub caption: String,
    /// The data, as an HTML table.
    pub data: String,
}

impl Drawing {
    /// The picture as a file of its own, with colors for white paper.
    pub fn standalone(&self) -> String {
        self.svg.replacen('>', &format!(">{STANDALONE_STYLE}"), 1)
    }
}

/// A figure whose experiment is running, in slices: a picture at every moment.
pub trait LiveRun {
    /// [`Run::advance`].
    fn advance(&mut self);

    /// [`Run::progress`].
    fn progress(&self) -> f64;

    /// Draws what has been found so far.
    fn draw(&self, width: Width) -> Drawing;
}

/// The run of a figure's experiment.
struct RunOf<F: Figure>(Box<dyn Run<Outcome<F>>>);

impl<F: Figure> LiveRun for RunOf<F> {
    fn advance(&mut self) {
        self.0.advance();
    }

    fn progress(&self) -> f64 {
        self.0.progress()
    }

    fn draw(&self, width: Width) -> Drawing {
        draw::<F>(&self.0.outcome(), width)
    }
}

/// What [`Entry::start`] gives.
type Started = Result<Option<Box<dyn LiveRun>>, SettingError>;

/// A figure without its types.
#[derive(Clone)]
pub struct Entry {
    /// [`Figure::NAME`].
    pub name: &'static str,
    /// The name of its experiment.
    pub experiment: &'static str,
    /// The controls of the page, at the experiment's defaults.
    pub controls: Vec<Control>,
    controls_at: fn(&Settings) -> Result<Vec<Control>, SettingError>,
    draw: fn(&(dyn Any + Send + Sync), Width) -> Drawing,
    run_and_draw: fn(&Settings, Width) -> Result<Drawing, SettingError>,
    start: fn(&Settings) -> Started,
}

impl Entry {
    /// The entry of a figure type.
    pub fn of<F: Figure + 'static>() -> Self {
        Self {
            name: F::NAME,
            experiment: F::Experiment::NAME,
            controls: controls::<F>(F::Experiment::default()),
            controls_at: |settings| Ok(controls::<F>(F::Experiment::with(settings)?)),
            draw: |outcome, width| {
                let outcome = outcome.downcast_ref();
                draw::<F>(outcome.expect("the outcome of the figure's experiment"), width)
            },
            run_and_draw: |settings, width| {
                Ok(draw::<F>(&F::Experiment::with(settings)?.run(), width))
            },
            start: |settings| {
                let run = F::Experiment::with(settings)?.start();
                Ok(run.map(|run| Box::new(RunOf::<F>(run)) as Box<dyn LiveRun>))
            },
        }
    }

    /// The controls of the page with some settings changed.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its range.
    pub fn controls_at(&self, settings: &Settings) -> Result<Vec<Control>, SettingError> {
        (self.controls_at)(settings)
    }

    /// Draws an outcome of the figure's experiment.
    ///
    /// # Panics
    /// Panics when the outcome is of another experiment.
    pub fn draw(&self, outcome: &(dyn Any + Send + Sync), width: Width) -> Drawing {
        (self.draw)(outcome, width)
    }

    /// Runs the experiment with some settings changed and draws its outcome.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its range.
    pub fn run_and_draw(
        &self,
        settings: &Settings,
        width: Width,
    ) -> Result<Drawing, SettingError> {
        (self.run_and_draw)(settings, width)
    }

    /// Starts the experiment with some settings changed, to run in slices; `None` when it takes no longer than a frame.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its range.
    pub fn start(
        &self,
        settings: &Settings,
    ) -> Result<Option<Box<dyn LiveRun>>, SettingError> {
        (self.start)(settings)
    }

    /// Whether the experiment runs in slices, so that a reader can watch it.
    pub fn is_stepwise(&self) -> bool {
        self.start(&Settings::default()).is_ok_and(|run| run.is_some())
    }
}

/// Those of the experiment that the figure names, in the experiment's order.
fn controls<F: Figure>(mut config: F::Experiment) -> Vec<Control> {
    let mut controls = Control::of(&mut config);
    for name in F::controls() {
        let is_there = controls.iter().any(|control| control.name == *name);
        assert!(is_there, "the experiment of `{}` has no setting `{name}`", F::NAME);
    }
    controls.retain(|control| F::controls().contains(&control.name));
    controls
}

fn draw<F: Figure>(outcome: &Outcome<F>, width: Width) -> Drawing {
    let mut canvas = Canvas::new(width);
    F::draw(outcome, &mut canvas);
    Drawing {
        svg: canvas.finish(&F::alternative(outcome)),
        caption: crate::svg::escape(&F::caption(outcome)),
        data: F::data(outcome).to_html(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::{Setting, finish};
    use listings::report::Cell;

    /// Counts, one number a slice.
    #[derive(Clone)]
    struct Count {
        to: usize,
    }

    struct Counting {
        now: usize,
        to: usize,
    }

    struct Counter;

    impl Default for Count {
        fn default() -> Self {
            Self { to: 4 }
        }
    }

    impl Run<usize> for Counting {
        fn advance(&mut self) {
            self.now = self.to.min(self.now + 1);
        }

        fn progress(&self) -> f64 {
            self.now as f64 / self.to as f64
        }

        fn outcome(&self) -> usize {
            self.now
        }
    }

    impl Experiment for Count {
        const NAME: &'static str = "count";
        const QUESTION: &'static str = "How far?";
        type Outcome = usize;

        fn settings(&mut self) -> Vec<Setting<'_>> {
            vec![Setting::count("to", "to", &mut self.to, 1..=9)]
        }

        fn run(&self) -> usize {
            finish(Box::new(Counting { now: 0, to: self.to }))
        }

        fn start(&self) -> Option<Box<dyn Run<usize>>> {
            Some(Box::new(Counting { now: 0, to: self.to }))
        }

        fn table(outcome: &usize) -> Table {
            let mut table = Table::new("count", &["n"]);
            table.row(vec![Cell::count(*outcome)]);
            table
        }
    }

    impl Figure for Counter {
        const NAME: &'static str = "count";
        type Experiment = Count;

        fn caption(outcome: &usize) -> String {
            format!("{outcome} < 10")
        }

        fn alternative(outcome: &usize) -> String {
            format!("the number {outcome}")
        }

        fn draw(_: &usize, _: &mut Canvas) {}

        fn controls() -> &'static [&'static str] {
            &["to"]
        }
    }

    #[test]
    fn a_figure_is_drawn_at_every_moment_of_its_run() {
        let entry = Entry::of::<Counter>();
        let settings = Settings::parse(["to=3"]).unwrap();
        let mut run = entry.start(&settings).unwrap().expect("it has slices");
        let mut captions = vec![run.draw(Width::Wide).caption];
        while run.progress() < 1.0 {
            run.advance();
            captions.push(run.draw(Width::Wide).caption);
        }
        assert_eq!(captions, ["0 &lt; 10", "1 &lt; 10", "2 &lt; 10", "3 &lt; 10"]);
        let whole = entry.run_and_draw(&settings, Width::Wide).unwrap();
        assert_eq!(run.draw(Width::Wide), whole);
        assert!(whole.svg.contains("aria-label=\"the number 3\""), "{}", whole.svg);
    }

    #[test]
    fn only_some_experiments_have_slices_and_settings_are_checked() {
        assert!(Entry::of::<Counter>().is_stepwise());
        assert!(!Entry::of::<crate::five_points::FivePoints>().is_stepwise());
        let error = Entry::of::<Counter>().start(&Settings::parse(["to=10"]).unwrap());
        assert!(error.is_err());
    }
}
