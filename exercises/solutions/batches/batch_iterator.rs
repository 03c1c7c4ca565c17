//! The standard library has both: `chunks` gives a shorter last chunk, `chunks_exact` leaves
//! it out. Neither gives an empty one. Which of them you want depends: dropping the last
//! batch keeps every step's noise the same and loses up to `size - 1` samples an epoch,
//! other ones each time if the order is drawn anew. With a fixed order the same samples are
//! lost forever.

/// The batches, each a list of indices of samples.
pub fn batches(order: &[usize], size: usize, drop_last: bool) -> Vec<Vec<usize>> {
    if drop_last {
        order.chunks_exact(size).map(<[usize]>::to_vec).collect()
    } else {
        order.chunks(size).map(<[usize]>::to_vec).collect()
    }
}
