//! Every figure, at its defaults and at the ends of every control, on both widths.

use figures::{Drawing, Entry, Width};
use listings::experiments::Settings;
use roxmltree::Document;

fn settings(pair: &str) -> Settings {
    Settings::parse([pair]).unwrap()
}

fn draw(entry: &Entry, settings: &Settings, width: Width) -> Drawing {
    entry.run_and_draw(settings, width).unwrap()
}

/// The default settings, and each control at either end.
fn corners(entry: &Entry) -> Vec<Settings> {
    let ends = entry.controls.iter().flat_map(|control| {
        [control.minimum, control.maximum]
            .map(|end| settings(&format!("{}={end}", control.name)))
    });
    std::iter::once(Settings::default()).chain(ends).collect()
}

#[test]
fn every_drawing_is_well_formed_and_finite() {
    for entry in figures::all() {
        for settings in corners(&entry) {
            for width in Width::ALL {
                let drawing = draw(&entry, &settings, width);
                let name = format!("{} {settings} {width:?}", entry.name);
                let svg = Document::parse(&drawing.svg)
                    .unwrap_or_else(|error| panic!("{name}: {error}"));
                let alternative = svg.root_element().attribute("aria-label").unwrap();
                for text in [alternative, &drawing.caption, &drawing.svg, &drawing.data] {
                    let is_finite =
                        !text.contains("NaN") && !text.contains("not a number");
                    assert!(is_finite, "{name}: {text}");
                    assert!(
                        !text.contains('\n'),
                        "{name}: a line break ends an HTML block"
                    );
                }
                assert!(alternative.len() > 40 && drawing.caption.len() > 40, "{name}");
            }
        }
    }
}

#[test]
fn every_color_is_a_theme_variable() {
    for entry in figures::all() {
        let drawing = draw(&entry, &Settings::default(), Width::Wide);
        let svg = Document::parse(&drawing.svg).unwrap();
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
    for entry in figures::all() {
        let again = || draw(&entry, &Settings::default(), Width::Narrow);
        assert_eq!(again(), again(), "{}", entry.name);
    }
}

#[test]
fn every_control_changes_its_figure() {
    for entry in figures::all() {
        let default = draw(&entry, &Settings::default(), Width::Wide);
        for control in &entry.controls {
            let ends = [control.minimum, control.maximum].map(|end| {
                draw(&entry, &settings(&format!("{}={end}", control.name)), Width::Wide)
            });
            let changes = ends.iter().any(|end| end.svg != default.svg);
            assert!(changes, "{}: {}", entry.name, control.name);
        }
    }
}

#[test]
fn a_handle_sets_controls_of_its_figure_and_stands_at_their_values() {
    for entry in figures::all() {
        let drawing = draw(&entry, &Settings::default(), Width::Wide);
        let svg = Document::parse(&drawing.svg).unwrap();
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
