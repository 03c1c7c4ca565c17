//! At the origin all points cost $\ln 2$: with weights 3 and 1 the mean is $2 \ln 2 = 1.386$, and with the
//! focal term, which is $\frac14$ there, $0.173$.
//!
//! The best $w$ at $b = 0$ does not feel the class weight. The points are symmetric, so both classes want
//! the same $w$, and it does not matter whose wish counts three times. The weight moves the *bias*: at
//! $w = 0$ it multiplies the odds by three, and the best $b$ is $\ln 3 = 1.099$.
//!
//! The focal term moves $w$, to $0.296$. At $0.76$ the four good points have become easy and pull with
//! a quarter and a tenth of what they did under cross-entropy, the two bad ones nearly as hard as before. So the
//! minimum moves to where the bad ones are less bad: nearer to the origin, and all probabilities nearer to
//! one half.

/// The weighted loss at w = b = 0.
pub fn weighted_at_zero() -> f64 {
    loss(0.0, 0.0, 3.0, 0.0)
}

/// The best w of the weighted loss at b = 0.
pub fn weighted_best_weight() -> f64 {
    least(|w| loss(w, 0.0, 3.0, 0.0))
}

/// The best b of the weighted loss at w = 0.
pub fn weighted_best_bias() -> f64 {
    least(|b| loss(0.0, b, 3.0, 0.0))
}

/// The focal loss at w = b = 0.
pub fn focal_at_zero() -> f64 {
    loss(0.0, 0.0, 1.0, 2.0)
}

/// The best w of the focal loss at b = 0.
pub fn focal_best_weight() -> f64 {
    least(|w| loss(w, 0.0, 1.0, 2.0))
}

/// x, and 1 for class 1 or −1 for class 0.
const POINTS: [(f64, f64); 6] =
    [(1.0, 1.0), (2.0, 1.0), (-1.0, -1.0), (-2.0, -1.0), (-1.0, 1.0), (1.0, -1.0)];

fn loss(w: f64, b: f64, weight: f64, gamma: f64) -> f64 {
    let of = |(x, sign): &(f64, f64)| {
        let surprise = (-sign * (w * x + b)).exp().ln_1p();
        let missing = 1.0 - (-surprise).exp();
        (if *sign > 0.0 { weight } else { 1.0 }) * missing.powf(gamma) * surprise
    };
    POINTS.iter().map(of).sum::<f64>() / POINTS.len() as f64
}

/// Where a function with one minimum, between −3 and 3, is least: a third of what is left is
/// cut off at a time, on the side of the larger value.
fn least(of: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-3.0, 3.0);
    for _ in 0..60 {
        let third = (high - low) / 3.0;
        if of(low + third) > of(high - third) {
            low += third;
        } else {
            high -= third;
        }
    }
    low
}
