//! The place in the cycle is a remainder, and the height the distance to the nearer end of the
//! cycle, over `half`. Smith's own formula says the same with an absolute value:
//! $h = \max(0, 1 - \abs{t/u - 2c + 1})$ with $c = \lfloor 1 + t/(2u) \rfloor$.

/// The rate of a step.
pub fn rate(step: usize, least: f64, most: f64, half: usize) -> f64 {
    let within = step % (2 * half);
    let climbed = within.min(2 * half - within);
    least + (most - least) * climbed as f64 / half as f64
}
