//! Best 10; 8 is below 9, so best 8 and the bar $7.2$. Neither $7.5$ nor $7.3$ is below it: the
//! second is more than the patience of 1, a cut after 4 losses. The fifth, $7.4$, is in the
//! cooldown. 6 is below $7.2$: best 6, the bar $5.4$. Then 6 and $5.5$: a cut after 8. The ninth is
//! in the cooldown, and 5 is better again. Better were 10, 8, 6 and 5. Keras cuts when the
//! count reaches 1: at $7.5$, after 3.

/// How many losses are better.
pub fn better() -> f64 {
    4.0
}

/// The losses heard at the two cuts.
pub fn cuts() -> [f64; 2] {
    [4.0, 8.0]
}

/// The rate in the end.
pub fn last_rate() -> f64 {
    0.2
}

/// The losses heard at the first cut of Keras.
pub fn first_cut_of_keras() -> f64 {
    3.0
}
