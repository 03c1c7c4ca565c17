//! Every figure, at its defaults and at the ends of every control, on both widths.

use figures::{Drawing, Entry, Width};
use listings::experiments::{self, Control, Scale, Settings};
use rayon::prelude::*;
use roxmltree::Document;
use std::sync::LazyLock;

/// A figure at some settings, at both widths.
struct Drawn {
    entry: Entry,
    settings: Settings,
    drawings: [Drawing; 2],
}

/// Everything the tests look at, run once: experiments that train take their time.
static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let corners =
        |entry: Entry| corners(&entry).into_iter().map(move |s| (entry.clone(), s));
    let all: Vec<_> = figures::all().into_iter().flat_map(corners).collect();
    all.par_iter().map(|(entry, settings)| draw(entry, settings)).collect()
});

fn settings(pair: &str) -> Settings {
    Settings::parse([pair]).unwrap()
}

fn draw(entry: &Entry, settings: &Settings) -> Drawn {
    let experiments = experiments::all();
    let mut all = experiments.iter();
    let experiment = all.find(|experiment| experiment.name == entry.experiment).unwrap();
    let outcome = experiment.run(settings).unwrap();
    let drawings = Width::ALL.map(|width| entry.draw(outcome.value.as_ref(), width));
    Drawn { entry: entry.clone(), settings: settings.clone(), drawings }
}

/// The default settings, and each control at either end.
fn corners(entry: &Entry) -> Vec<Settings> {
    let ends = entry.controls.iter().flat_map(|control| {
        [control.minimum, control.maximum]
            .map(|end| settings(&format!("{}={end}", control.name)))
    });
    std::iter::once(Settings::default()).chain(ends).collect()
}

/// Every figure at its defaults.
fn defaults() -> Vec<&'static Drawn> {
    DRAWN.iter().filter(|drawn| drawn.settings.is_empty()).collect()
}

#[test]
fn every_drawing_is_well_formed_and_finite() {
    for Drawn { entry, settings, drawings } in DRAWN.iter() {
        for (drawing, width) in drawings.iter().zip(Width::ALL) {
            let name = format!("{} {settings} {width:?}", entry.name);
            let svg = Document::parse(&drawing.svg)
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            let alternative = svg.root_element().attribute("aria-label").unwrap();
            for text in [alternative, &drawing.caption, &drawing.svg, &drawing.data] {
                let is_finite = !text.contains("NaN") && !text.contains("not a number");
                assert!(is_finite, "{name}: {text}");
                assert!(!text.contains('\n'), "{name}: a line break ends an HTML block");
            }
            assert!(alternative.len() > 40 && drawing.caption.len() > 40, "{name}");
        }
    }
}

#[test]
fn every_color_is_a_theme_variable() {
    for Drawn { drawings, .. } in defaults() {
        let svg = Document::parse(&drawings[0].svg).unwrap();
        for node in svg.descendants() {
            let colors =
                ["fill", "stroke"].iter().filter_map(|name| node.attribute(*name));
            for color in colors {
                assert!(color == "none" || color.starts_with("var(--"), "{color}");
            }
        }
    }
}

#[test]
fn the_same_settings_give_the_same_bytes() {
    defaults().par_iter().for_each(|Drawn { entry, settings, drawings }| {
        assert_eq!(draw(entry, settings).drawings, *drawings, "{}", entry.name);
    });
}

#[test]
fn every_control_changes_its_figure() {
    defaults().par_iter().for_each(|Drawn { entry, drawings, .. }| {
        for control in &entry.controls {
            let ends = DRAWN.iter().filter(|drawn| {
                let text = drawn.settings.to_string();
                let is_of = |pair: &str| pair.split('=').next() == Some(control.name);
                drawn.entry.name == entry.name && is_of(&text)
            });
            // The picture, or what is said of it.
            let changes = ends.filter(|end| end.drawings[0] != drawings[0]);
            let does_change = changes.count() > 0 || changes_elsewhere(entry, control);
            assert!(does_change, "{}: {}", entry.name, control.name);
        }
    });
}

/// Whether a control changes a figure in which another one was moved: the rate of a racer that is off changes nothing, and what
/// happens after the end of a schedule is seen only where the run goes on.
fn changes_elsewhere(entry: &Entry, control: &Control) -> bool {
    let others = || entry.controls.iter().filter(|other| other.name != control.name);
    let switches = others().filter(|other| other.scale == Scale::Switch);
    let on: Vec<String> = switches.map(|switch| format!("{}=1", switch.name)).collect();
    let moved = others().flat_map(|other| {
        let values = other.places().into_iter();
        values.map(|value| vec![format!("{}={value}", other.name)])
    });
    std::iter::once(on).chain(moved).any(|others| {
        let drawn = [control.minimum, control.maximum].map(|end| {
            let end = format!("{}={end}", control.name);
            let pairs = others.iter().map(String::as_str).chain([end.as_str()]);
            draw(entry, &Settings::parse(pairs).unwrap()).drawings
        });
        drawn[0] != drawn[1]
    })
}

/// What the page shows while an experiment runs leads to what it shows of the whole.
#[test]
fn a_run_in_slices_goes_from_nothing_to_the_whole() {
    defaults().par_iter().for_each(|Drawn { entry, settings, drawings }| {
        let Some(mut run) = entry.start(settings).unwrap() else { return };
        let name = entry.name;
        assert_eq!(run.progress(), 0.0, "{name}");
        let mut slices = 0;
        while run.progress() < 1.0 {
            let before = run.progress();
            // A page may draw at any moment; the first ones are the hardest.
            if slices < 3 {
                check_moment(run.draw(Width::Narrow), name);
            }
            run.advance();
            slices += 1;
            let is_monotone = run.progress() >= before && run.progress() <= 1.0;
            assert!(is_monotone, "{name}: from {before} to {}", run.progress());
            assert!(slices < 1_000_000, "{name} does not end");
        }
        assert!(slices >= 3, "{name} has {slices} slices: nothing to watch");
        for (drawing, width) in drawings.iter().zip(Width::ALL) {
            assert_eq!(run.draw(width), *drawing, "{name}");
        }
        run.advance();
        assert_eq!(run.draw(Width::Wide), drawings[0], "{name} goes on after its end");
    });
}

fn check_moment(drawing: Drawing, name: &str) {
    Document::parse(&drawing.svg).unwrap_or_else(|error| panic!("{name}: {error}"));
    for text in [&drawing.svg, &drawing.caption, &drawing.data] {
        let is_finite = !text.contains("NaN") && !text.contains("not a number");
        assert!(is_finite, "{name}, at an early moment: {text}");
    }
}

#[test]
fn a_handle_sets_controls_of_its_figure_and_stands_at_their_values() {
    for Drawn { entry, drawings, .. } in defaults() {
        let svg = Document::parse(&drawings[0].svg).unwrap();
        for handle in svg.descendants().filter(|n| n.attribute("class") == Some("handle"))
        {
            let numbers = |name| -> Vec<f64> {
                let words = handle.attribute(name).unwrap().split(' ');
                words.map(|word| word.parse().unwrap()).collect()
            };
            let (frame, range) = (numbers("data-frame"), numbers("data-range"));
            for (axis, center, at) in [("data-x", "cx", 0), ("data-y", "cy", 2)] {
                let Some(name) = handle.attribute(axis) else { continue };
                let control = entry.controls.iter().find(|control| control.name == name);
                let control = control.unwrap_or_else(|| panic!("{}: {name}", entry.name));
                let pixel: f64 = handle.attribute(center).unwrap().parse().unwrap();
                let part = (pixel - frame[at]) / (frame[at + 1] - frame[at]);
                let value = range[at] + part * (range[at + 1] - range[at]);
                // Position and frame are each rounded to a whole unit of the drawing.
                let unit = (range[at + 1] - range[at]) / (frame[at + 1] - frame[at]);
                assert!(
                    (value - control.value).abs() <= 2.0 * unit.abs(),
                    "{name}: {value}"
                );
            }
        }
    }
}

#[test]
fn names_are_unique_and_every_experiment_is_registered() {
    let mut names: Vec<_> = figures::all().iter().map(|entry| entry.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), figures::all().len());
    let experiments = listings::experiments::all();
    for entry in figures::all() {
        let is_known = experiments.iter().any(|other| other.name == entry.experiment);
        assert!(is_known, "{}", entry.name);
    }
}
