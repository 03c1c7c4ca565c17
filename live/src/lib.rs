//! The figures of the book, run again in the browser when a reader moves a control.
//!
//! Compiled for `wasm32-unknown-unknown`, this library is a module that `theme/live.js` loads. It draws a figure at some settings,
//! at once or while its experiment runs, with the very code that drew the still figure of the page. Each page has a module of its
//! own, with its figures only, so that a reader loads no more than that. The program of this package builds them:
//!
//! ```text
//! cargo run -p live --features build
//! ```
//!
//! Compiled for any other target, the library says whether the modules are those of the sources as they are: [`is_current`].

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod sources;

#[cfg(not(target_arch = "wasm32"))]
pub use page::{FIGURES, MODULES, Page, is_current, pages};
#[cfg(not(target_arch = "wasm32"))]
pub use sources::sources;

use figures::{Drawing, Entry, LiveRun, Selection, Width};
use listings::experiments::{SettingError, Settings};

/// Draws a figure at settings written as in an address: `delta=2&seed=3`; an empty text means the defaults.
///
/// # Errors
/// A sentence that names the figure or setting that does not exist, or the value that is out of range, and what is valid.
///
/// ```
/// let drawing = live::draw("outlier-line", "delta=2&seed=3", figures::Width::Wide).unwrap();
/// assert!(drawing.svg.starts_with("<svg"));
///
/// let error = live::draw("outlier-line", "delta=-2", figures::Width::Wide).unwrap_err();
/// assert_eq!(error, "outlier-line: delta = -2 is not a number in [0.1, 10]");
/// ```
pub fn draw(figure: &str, settings: &str, width: Width) -> Result<Drawing, String> {
    let entry = find(figure)?;
    parse(settings)
        .and_then(|settings| entry.run_and_draw(&settings, width))
        .map_err(|error| error.to_string())
}

/// Starts the experiment of a figure, to run in slices; the settings are written as for [`draw`].
///
/// # Errors
/// As [`draw`], and a sentence for a figure whose experiment does not run in slices.
pub fn start(figure: &str, settings: &str) -> Result<Box<dyn LiveRun>, String> {
    let entry = find(figure)?;
    parse(settings)
        .and_then(|settings| entry.start(&settings))
        .map_err(|error| error.to_string())?
        .ok_or_else(|| format!("the experiment of `{figure}` does not run in slices"))
}

/// The figures of the page for which this module is compiled; every figure where no page is named.
struct OfPage;

impl Selection for OfPage {
    const NAMES: Option<&'static str> = option_env!("DOWNHILL_LIVE_FIGURES");
}

fn find(figure: &str) -> Result<Entry, String> {
    let mut all = figures::select::<OfPage>();
    let names = all.iter().map(|entry| entry.name).collect::<Vec<_>>().join(", ");
    match all.iter().position(|entry| entry.name == figure) {
        Some(at) => Ok(all.swap_remove(at)),
        None => Err(format!("there is no figure `{figure}`; valid are {names}")),
    }
}

fn parse(settings: &str) -> Result<Settings, SettingError> {
    Settings::parse(settings.split('&').filter(|pair| !pair.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;

    #[test]
    fn no_settings_are_the_defaults() {
        // Of a figure whose experiment runs in slices, the test below asks for the same.
        let at_once = figures::all().into_iter().filter(|entry| !entry.is_stepwise());
        at_once.collect::<Vec<_>>().par_iter().for_each(|entry| {
            for width in Width::ALL {
                let still = entry.run_and_draw(&Settings::default(), width).unwrap();
                assert_eq!(draw(entry.name, "", width), Ok(still), "{}", entry.name);
            }
        });
    }

    #[test]
    fn a_setting_changes_the_drawing() {
        let at = |settings| draw("best-constant", settings, Width::Wide).unwrap();
        assert_ne!(at("outlier=3"), at("outlier=4"));
        assert_ne!(at("outlier=3&tau=0.5"), at("outlier=3"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let error = |figure, settings| draw(figure, settings, Width::Wide).unwrap_err();
        let unknown = error("outlier", "");
        assert!(
            unknown.starts_with("there is no figure `outlier`; valid are "),
            "{unknown}"
        );
        assert!(unknown.contains("outlier-line"), "{unknown}");
        assert!(error("outlier-line", "gamma=1").contains("`gamma`"));
        assert!(error("outlier-line", "delta").contains("`delta` is not a setting"));
    }

    #[test]
    fn a_run_ends_with_the_drawing_of_the_whole() {
        figures::all().par_iter().filter(|entry| entry.is_stepwise()).for_each(|entry| {
            let mut run = start(entry.name, "").unwrap();
            while run.progress() < 1.0 {
                run.advance();
            }
            assert_eq!(draw(entry.name, "", Width::Wide), Ok(run.draw(Width::Wide)));
        });
    }

    #[test]
    fn a_figure_that_does_not_run_in_slices_is_named() {
        let error = start("five-points", "").err().expect("it is drawn at once");
        assert_eq!(error, "the experiment of `five-points` does not run in slices");
        let error = start("five-point", "").err().expect("there is no such figure");
        assert!(error.starts_with("there is no figure `five-point`; valid are "));
        assert!(start("outlier-line", "gamma=1").is_err());
    }
}
