//! The trait that every figure implements, and the figure without its types.

use crate::{Canvas, Width};
use listings::experiments::{Control, Experiment, SettingError, Settings};
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
}

impl Entry {
    /// The entry of a figure type.
    pub fn of<F: Figure>() -> Self {
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
}

fn controls<F: Figure>(mut config: F::Experiment) -> Vec<Control> {
    let mut controls = Control::of(&mut config);
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
