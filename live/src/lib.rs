//! The figures of the book, run again in the browser when a reader moves a control.
//!
//! Compiled for `wasm32-unknown-unknown`, this library is the module that `theme/live.js` loads; its one function draws a figure
//! at some settings, with the very code that drew the still figure of the page. The program of this package builds that module:
//!
//! ```text
//! cargo run -p live --features build
//! ```
//!
//! Compiled for any other target, the library says whether the module is the one for the sources as they are: [`is_current`].

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod sources;

#[cfg(not(target_arch = "wasm32"))]
pub use sources::{MODULE, first_line, is_current, sources};

use figures::{Drawing, Width};
use listings::experiments::Settings;

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
    let Some(entry) = figures::find(figure) else {
        let names: Vec<_> = figures::all().iter().map(|entry| entry.name).collect();
        return Err(format!(
            "there is no figure `{figure}`; valid are {}",
            names.join(", ")
        ));
    };
    let pairs = settings.split('&').filter(|pair| !pair.is_empty());
    Settings::parse(pairs)
        .and_then(|settings| entry.run_and_draw(&settings, width))
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_settings_are_the_defaults() {
        for entry in figures::all() {
            for width in Width::ALL {
                let still = entry.run_and_draw(&Settings::default(), width).unwrap();
                assert_eq!(draw(entry.name, "", width), Ok(still), "{}", entry.name);
            }
        }
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
}
