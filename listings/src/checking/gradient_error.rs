//! A gradient against differences of its value.
//!
//! ∂L/∂pᵢ ≈ (L(p + hᵢeᵢ) − L(p − hᵢeᵢ)) / 2hᵢ,   hᵢ = ε^(1/3) max(1, |pᵢ|).
//!
//! The formula errs by h²|L‴|/6 from the curve and by about ε|L|/h from rounding;
//! h = ε^(1/3) ≈ 6·10⁻⁶ makes both small. What a right gradient leaves is some 10⁻¹⁰
//! of the loss's size; what a mistake leaves is usually of the gradient's own.
//!
//! # Reference
//! J. Nocedal & S. J. Wright, *Numerical Optimization*, 2nd ed. (2006), §8.1.

use ndarray::{Array, Dimension};

// ANCHOR: gradient_error
/// The largest difference between a gradient and the central differences of its value,
/// relative to the largest component of either (and to 1, where both are below it).
///
/// # Panics
/// Panics when the gradient has another shape than the point.
///
/// ```
/// use listings::losses::{GaussianNll, Loss};
/// use listings::checking::gradient_error;
/// use ndarray::array;
///
/// let (prediction, target) = (array![[0.5, -1.0], [2.0, 0.3]], array![1.0, 1.5]);
/// let value = |p: &_| GaussianNll.value(p, &target);
/// let gradient = GaussianNll.gradient(&prediction, &target);
/// assert!(gradient_error(value, &gradient, &prediction) < 1e-8);
/// assert!(gradient_error(value, &(-gradient), &prediction) > 0.1);
/// ```
pub fn gradient_error<D: Dimension>(
    value: impl Fn(&Array<f64, D>) -> f64,
    gradient: &Array<f64, D>,
    point: &Array<f64, D>,
) -> f64 {
    let (shape, expected) = (gradient.shape(), point.shape());
    assert_eq!(shape, expected, "a gradient of shape {shape:?} for {expected:?}");
    let (mut largest_error, mut largest) = (0.0_f64, 1.0_f64);
    for (i, (&at, &component)) in point.iter().zip(gradient).enumerate() {
        let step = f64::EPSILON.cbrt() * at.abs().max(1.0);
        let value_at = |coordinate: f64| {
            let mut moved = point.clone();
            *moved.iter_mut().nth(i).expect("an element of the point") = coordinate;
            value(&moved)
        };
        let difference = (value_at(at + step) - value_at(at - step)) / (2.0 * step);
        let error = (component - difference).abs();
        if error.is_nan() {
            return f64::NAN; // which `max` would pass over
        }
        largest_error = largest_error.max(error);
        largest = largest.max(component.abs()).max(difference.abs());
    }
    largest_error / largest
}
// ANCHOR_END: gradient_error
