//! Both questions have one answer, the phase and the step within it, so that is the one
//! function to write. A phase of 0 steps is skipped by the comparison itself, before anything
//! is divided by its steps.

/// The name of the phase of `step`, or "done" after the last, under phases of (name, steps,
/// from, to).
pub fn phase(phases: &[(&'static str, usize, f64, f64)], step: usize) -> &'static str {
    place(phases, step).map_or("done", |(index, _)| phases[index].0)
}

/// The rate of `step`. There is at least one phase.
pub fn rate(phases: &[(&'static str, usize, f64, f64)], step: usize) -> f64 {
    match place(phases, step) {
        Some((index, within)) => {
            let (_, steps, from, to) = phases[index];
            from + (to - from) * within as f64 / steps as f64
        }
        None => phases[phases.len() - 1].3,
    }
}

/// The phase of a step, and the step within it.
fn place(
    phases: &[(&'static str, usize, f64, f64)],
    step: usize,
) -> Option<(usize, usize)> {
    let mut within = step;
    for (index, &(_, steps, ..)) in phases.iter().enumerate() {
        if within < steps {
            return Some((index, within));
        }
        within -= steps;
    }
    None
}
