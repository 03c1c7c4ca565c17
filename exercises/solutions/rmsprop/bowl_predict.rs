//! The first step of RMSprop is $\eta / \sqrt{0.1} = 0.79$, because $v$ holds a tenth of the square
//! and nothing corrects it; Adam's is $\eta$. In the end RMSprop hops between $\eta/2$ and
//! $-\eta/2$. Adam does not: its mean $\hat m$ averages the hops away, and its $\hat v$ looks back over
//! a thousand steps, to gradients that were large. So its steps shrink with the gradient. That is a
//! fact about 600 steps: the memory of $v$ fades in the end, too.
//!
//! Neither sees the factor of ten, which cancels in the quotient: Adam's walk on this bowl is the
//! diagonal. On a bowl that is turned by 45 degrees it would not be.

/// The length of the first step of RMSprop in w₁.
pub fn first_of_rmsprop() -> f64 {
    3.5 - rmsprop(1)
}

/// The length of the first step of Adam in w₁.
pub fn first_of_adam() -> f64 {
    3.5 - adam(1.0, 1)[0]
}

/// |w₁| after 600 steps of RMSprop.
pub fn rest_of_rmsprop() -> f64 {
    rmsprop(600).abs()
}

/// |w₁| after 600 steps of Adam.
pub fn rest_of_adam() -> f64 {
    adam(1.0, 600)[599].abs()
}

/// The largest |w₁ − w₂| of Adam's walk.
pub fn apart() -> f64 {
    let walks = adam(1.0, 600).into_iter().zip(adam(10.0, 600));
    walks.map(|(w1, w2)| (w1 - w2).abs()).fold(0.0, f64::max)
}

const RATE: f64 = 0.25;

/// w₁ after so many steps.
fn rmsprop(steps: usize) -> f64 {
    let (mut w, mut v) = (3.5, 0.0);
    for _ in 0..steps {
        let gradient = w;
        v = 0.9 * v + 0.1 * gradient * gradient;
        w -= RATE * gradient / (f64::sqrt(v) + 1e-8);
    }
    w
}

/// A coordinate with this curvature after each of so many steps.
fn adam(curvature: f64, steps: i32) -> Vec<f64> {
    let (mut w, mut m, mut v) = (3.5, 0.0, 0.0);
    let take_step = |step| {
        let gradient = curvature * w;
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + 0.001 * gradient * gradient;
        let root = f64::sqrt(v / (1.0 - 0.999_f64.powi(step)));
        w -= RATE * m / (1.0 - 0.9_f64.powi(step)) / (root + 1e-8);
        w
    };
    (1..=steps).map(take_step).collect()
}
