//! Prints every live figure with its module, its controls and its drawings at many settings, one JSON object a line, for the tests
//! in `tests/browser`, which compare them with what the module draws.
//!
//! Controls that repeat an experiment stand at their minimum, but for the defaults: they cost time and change no single run.
//!
//! The settings of a figure: its defaults, both ends of every control, and two settings drawn at random with a fixed seed. Of a
//! figure that takes longer: its defaults, all controls at one end, at the other, and one at random. Drawn on both
//! widths, but where several controls are moved at once on the wide one only, unless it is a run in slices, which is run once for both.

use figures::{Entry, Width};
use listings::experiments::{Control, Scale, Settings};
use live::Page;
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let pages = live::pages(&root).expect("the pages of the book are readable");
    let next = AtomicUsize::new(0);
    let lines = Mutex::new(BTreeMap::new());
    let work = || {
        let figures = figures::all();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(figure) = figures.get(number) else { break };
            if let Some(line) = line(figure, &pages) {
                lines.lock().expect("no thread panics with it").insert(number, line);
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    // In the order of the figures, whichever was drawn first.
    for line in lines.into_inner().expect("all threads ended well").values() {
        println!("{line}");
    }
}

/// What there is to compare of a figure; of one that is on no page, nothing.
fn line(figure: &Entry, pages: &[Page]) -> Option<Value> {
    let is_here = |page: &&Page| page.figures.split(',').any(|name| name == figure.name);
    let page = pages.iter().find(is_here)?;
    let controls: Vec<_> = figure.controls.iter().map(described).collect();
    let is_stepwise = figure.is_stepwise();
    let start = Instant::now();
    drawn(figure, "");
    let is_slow = is_stepwise || start.elapsed() > Duration::from_millis(100);
    let settings = if is_slow { few(figure) } else { many(figure) };
    let drawings: Vec<_> =
        settings.iter().flat_map(|settings| drawn(figure, settings)).collect();
    Some(json!({
        "figure": figure.name,
        "module": format!("{}.js", page.path),
        "stepwise": is_stepwise,
        "slow": is_slow,
        "controls": controls,
        "drawings": drawings,
    }))
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

/// The figure, wide and where it says more narrow.
fn drawn(figure: &Entry, settings: &str) -> Vec<Value> {
    let pairs = settings.split('&').filter(|pair| !pair.is_empty());
    let experiments = listings::experiments::all();
    let experiment = experiments.iter().find(|entry| entry.name == figure.experiment);
    let outcome = Settings::parse(pairs)
        .and_then(|settings| experiment.expect("it is registered").run(&settings))
        .expect("the values are within the ranges of the controls");
    let is_narrow_too = figure.is_stepwise() || !settings.contains('&');
    let widths = &Width::ALL[..if is_narrow_too { 2 } else { 1 }];
    let at = |&width: &Width| {
        let drawing = figure.draw(outcome.value.as_ref(), width);
        json!({
            "settings": settings,
            "narrow": width == Width::Narrow,
            "parts": [drawing.svg, drawing.caption, drawing.data],
        })
    };
    widths.iter().map(at).collect()
}

fn many(figure: &Entry) -> Vec<String> {
    let mut all = vec![String::new()];
    for control in &figure.controls {
        all.push(format!("{}={}", control.name, control.minimum));
        all.push(format!("{}={}", control.name, control.maximum));
    }
    all.extend(at_random(figure, 2));
    all
}

fn few(figure: &Entry) -> Vec<String> {
    let end = |value: fn(&Control) -> f64| {
        let pairs = figure.controls.iter();
        let value = |c: &Control| if c.is_repetition() { c.minimum } else { value(c) };
        joined(pairs.map(|control| format!("{}={}", control.name, value(control))))
    };
    let mut all = vec![String::new(), end(|c| c.minimum), end(|c| c.maximum)];
    all.extend(at_random(figure, 1));
    // A figure without controls has its defaults only.
    all.dedup();
    all
}

fn at_random(figure: &Entry, count: usize) -> Vec<String> {
    let mut random = Pcg64::seed_from_u64(1);
    let settings =
        |_| joined(figure.controls.iter().map(|control| pair(control, &mut random)));
    (0..count).map(settings).collect()
}

fn joined(pairs: impl Iterator<Item = String>) -> String {
    pairs.collect::<Vec<_>>().join("&")
}

/// The control at any value of its range, as its slider would spread them.
fn pair(control: &Control, random: &mut impl Rng) -> String {
    let (low, high) = (control.minimum, control.maximum);
    let at: f64 = random.random();
    let value = match control.scale {
        _ if control.is_repetition() => low,
        Scale::Logarithmic => (low * (high / low).powf(at)).clamp(low, high),
        Scale::Linear | Scale::Switch => low + (high - low) * at,
    };
    let value = if control.whole { value.round() } else { value };
    format!("{}={value}", control.name)
}
