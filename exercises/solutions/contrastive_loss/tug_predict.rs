//! Both points move, so the distance changes by twice the step of one: by $4\eta (m - d)$
//! apart when the pair is dissimilar, by $4 \eta d$ together when it is similar. From
//! $d = 0.5$ with $\eta = 0.1$ that is $0.5 + 0.6 = 1.1$ and $0.5 - 0.2 = 0.3$. With
//! $\eta = 0.5$ the dissimilar pair goes to $0.5 + 3 = 3.5$: it overshoots the margin, and
//! stays there, since nothing pulls it back.
//!
//! The contradicting pair settles where pull and push are equal, $2d = 2(m - d)$: in the
//! middle, at $d = m/2 = 1$. Wrong labels do not average out to nothing. They hold samples
//! at a compromise, and in the same way a similar pull holds dissimilar pairs short of
//! their margin.

/// The distance of the dissimilar pair after one step.
pub fn dissimilar_after_a_step() -> f64 {
    descend(0.1, 1, push)
}

/// The distance of the similar pair after one step.
pub fn similar_after_a_step() -> f64 {
    descend(0.1, 1, |d| -2.0 * d)
}

/// The distance of the dissimilar pair after one step with η = 0.5.
pub fn dissimilar_after_a_large_step() -> f64 {
    descend(0.5, 1, push)
}

/// The distance of the contradicting pair in the end.
pub fn contradiction_in_the_end() -> f64 {
    descend(0.1, 1000, |d| push(d) - 2.0 * d)
}

/// How hard a dissimilar pair is pushed apart.
fn push(distance: f64) -> f64 {
    2.0 * (2.0 - distance).max(0.0)
}

/// The distance after some steps, in each of which both points give way to the force.
fn descend(rate: f64, steps: usize, force: impl Fn(f64) -> f64) -> f64 {
    let (mut left, mut right) = (0.0, 0.5);
    for _ in 0..steps {
        let force: f64 = force(right - left);
        left -= rate * force;
        right += rate * force;
    }
    right - left
}
