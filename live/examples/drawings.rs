//! Prints every figure with its controls and its drawings at many settings, one JSON object a line, for the tests in
//! `tests/browser`, which compare them with what the module draws.
//!
//! The settings of a figure: its defaults, both ends of every control, and twenty settings drawn at random with a fixed seed.

use figures::{Entry, Width};
use listings::experiments::{Control, Scale};
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde_json::{Value, json};

fn main() {
    for figure in figures::all() {
        let controls: Vec<_> = figure.controls.iter().map(described).collect();
        let settings = all_settings(&figure).into_iter();
        let drawings: Vec<_> =
            settings.flat_map(|settings| drawn(figure.name, &settings)).collect();
        let line =
            json!({ "figure": figure.name, "controls": controls, "drawings": drawings });
        println!("{line}");
    }
}

fn described(control: &Control) -> Value {
    json!({
        "name": control.name,
        "label": control.label,
        "minimum": control.minimum,
        "maximum": control.maximum,
        "step": control.step,
        "value": control.value,
        "scale": format!("{:?}", control.scale).to_lowercase(),
    })
}

/// The figure at both widths.
fn drawn(figure: &str, settings: &str) -> [Value; 2] {
    Width::ALL.map(|width| {
        let drawing = live::draw(figure, settings, width)
            .expect("the values are within the ranges of the controls");
        json!({
            "settings": settings,
            "narrow": width == Width::Narrow,
            "parts": [drawing.svg, drawing.caption, drawing.data],
        })
    })
}

fn all_settings(figure: &Entry) -> Vec<String> {
    let mut random = Pcg64::seed_from_u64(1);
    let mut all = vec![String::new()];
    for control in &figure.controls {
        all.push(format!("{}={}", control.name, control.minimum));
        all.push(format!("{}={}", control.name, control.maximum));
    }
    for _ in 0..20 {
        let pairs = figure.controls.iter().map(|control| pair(control, &mut random));
        all.push(pairs.collect::<Vec<_>>().join("&"));
    }
    all
}

/// The control at any value of its range, as its slider would spread them.
fn pair(control: &Control, random: &mut impl Rng) -> String {
    let (low, high) = (control.minimum, control.maximum);
    let at: f64 = random.random();
    let value = match control.scale {
        Scale::Logarithmic => (low * (high / low).powf(at)).clamp(low, high),
        Scale::Linear | Scale::Switch => low + (high - low) * at,
    };
    let value = if control.whole { value.round() } else { value };
    format!("{}={value}", control.name)
}
