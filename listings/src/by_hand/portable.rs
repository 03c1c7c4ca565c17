//! eˣ and ln x from the four basic operations, so that every platform gives the same
//! bits. Where rounding errors themselves are drawn, this matters: the functions of the
//! platform may differ in the last bit.
//!
//! eˣ = 2ᵏ e^r with |r| ≤ ½ ln 2, and the series of e^r.
//! ln(2ᵏ m) = k ln 2 + 2 artanh((m − 1)/(m + 1)) with m in [1, 2) halved above √2.

use std::f64::consts::{LN_2, SQRT_2};

/// ln 2 as a sum: the first part has 21 zero bits at its end, so that k times it is
/// exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// 2ᵏ for −1022 ≤ k ≤ 1023, from its bits.
fn power_of_two(k: i64) -> f64 {
    f64::from_bits(((k + 1023) as u64) << 52)
}

/// eˣ for |x| ≤ 700, to a unit or two in the last place.
///
/// # Panics
/// Panics for other x.
///
/// ```
/// use listings::by_hand::portable_exp;
///
/// for x in [-20.0_f64, -1.0, 0.0, 0.3, 1.0, 5.5] {
///     assert!((portable_exp(x) / x.exp() - 1.0).abs() < 1e-15);
/// }
/// ```
pub fn portable_exp(x: f64) -> f64 {
    assert!(x.abs() <= 700.0, "portable_exp of {x}, which is outside [−700, 700]");
    let k = (x / LN_2).round();
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    // |r| ≤ 0.347: the first term left out, r¹⁵/15!, is below 10⁻¹⁸.
    let series = (1..=14).rev().fold(1.0, |sum, n| 1.0 + r * sum / f64::from(n));
    series * power_of_two(k as i64)
}

/// ln x for normal x > 0, to a few units in the last place.
///
/// # Panics
/// Panics for other x.
///
/// ```
/// use listings::by_hand::portable_ln;
///
/// for x in [1e-9_f64, 0.3, 0.999, 1.0, 1.5, 2.0, 1e12] {
///     assert!((portable_ln(x) - x.ln()).abs() <= 1e-15 * x.ln().abs());
/// }
/// ```
pub fn portable_ln(x: f64) -> f64 {
    assert!(x.is_normal() && x > 0.0, "portable_ln of {x}, which is outside (0, ∞)");
    let mut k = ((x.to_bits() >> 52) as i64) - 1023;
    let mut m = x / power_of_two(k);
    if m > SQRT_2 {
        (m, k) = (0.5 * m, k + 1);
    }
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    // |s| ≤ 0.172: the first term left out, s²⁵/25, is below 10⁻²⁰.
    let odd = |n: i32| 1.0 / f64::from(n);
    let series = (1..=11).rev().fold(0.0, |sum, n| square * (odd(2 * n + 1) + sum));
    let k = k as f64;
    k * LN_2_HIGH + (2.0 * s + (2.0 * s * series + k * LN_2_LOW))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_agree_with_the_platform_to_a_few_units_in_the_last_place() {
        for step in -400..=400 {
            let x = 0.05 * f64::from(step);
            let exp = portable_exp(x);
            assert!((exp / x.exp() - 1.0).abs() < 6e-16, "{x}");
            // An argument that is rounded to ε is a result that is off by ε.
            assert!((portable_ln(exp) - x).abs() < 4e-16 * x.abs().max(1.0), "{x}");
        }
    }

    #[test]
    #[should_panic(expected = "portable_ln of 0, which is outside (0, ∞)")]
    fn the_logarithm_of_zero_is_refused() {
        portable_ln(0.0);
    }
}
