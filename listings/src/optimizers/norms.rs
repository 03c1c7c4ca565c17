//! The lengths of two vectors, at the speed of memory.

use ndarray::Array1;

/// ‖a‖ and ‖b‖, the Euclidean lengths of two vectors of one length, which the caller has
/// checked.
///
/// Both in one pass, and four sums side by side of each: one sum alone would wait for
/// each addition before the next.
pub(super) fn norms(a: &Array1<f64>, b: &Array1<f64>) -> (f64, f64) {
    let (Some(a), Some(b)) = (a.as_slice(), b.as_slice()) else {
        return (a.dot(a).sqrt(), b.dot(b).sqrt());
    };
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let (mut a_sums, mut b_sums) = ([0.0; 4], [0.0; 4]);
    for (a, b) in a.iter().zip(b) {
        for i in 0..4 {
            a_sums[i] += a[i] * a[i];
        }
        for i in 0..4 {
            b_sums[i] += b[i] * b[i];
        }
    }
    let norm = |sums: [f64; 4], rest: &[f64]| {
        let rest = rest.iter().map(|x| x * x);
        sums.into_iter().chain(rest).sum::<f64>().sqrt()
    };
    (norm(a_sums, a_rest), norm(b_sums, b_rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::s;

    #[test]
    fn every_entry_counts_wherever_the_fours_end() {
        for length in 0..20 {
            // √(1 + 3 + 5 + … + (2n − 1)) = n.
            let odd = Array1::from_shape_fn(length, |i| (2.0 * i as f64 + 1.0).sqrt());
            let (one, other) = norms(&odd, &(-2.0 * &odd));
            // Twenty squares of rounded roots: each is off by an ulp or two.
            assert!((one - length as f64).abs() < 1e-13, "{length}");
            assert!((other - 2.0 * length as f64).abs() < 1e-13, "{length}");
        }
    }

    #[test]
    fn entries_apart_in_memory_are_those_that_count() {
        let apart = Array1::from_iter([3.0, 100.0, 4.0, 100.0]).slice_move(s![..;2]);
        assert_eq!(norms(&apart, &Array1::ones(2)), (5.0, 2.0_f64.sqrt()));
    }
}
