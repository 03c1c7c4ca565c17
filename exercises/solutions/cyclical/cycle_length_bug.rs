//! The paper's step size is *half* a cycle. The code took it for the whole: all triangles were
//! half as long as meant, two epochs up and two down. PyTorch's `CyclicLR` avoids the word: its
//! arguments are `step_size_up` and `step_size_down`.

/// The rate of a step: from `least` to `most` in `step_size` steps, and back in as many.
pub fn rate(step: usize, least: f64, most: f64, step_size: usize) -> f64 {
    let cycle = 2 * step_size;
    let position = (step % cycle) as f64 / cycle as f64;
    let height = 1.0 - (2.0 * position - 1.0).abs();
    least + (most - least) * height
}
