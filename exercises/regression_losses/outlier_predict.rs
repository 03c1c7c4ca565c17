//! # One value goes to a thousand
//!
//! The sample is $1, 2, 3, 4, 5$. Its center can be measured in three ways: by the mean,
//! which minimizes the squared error; by the median, which minimizes the absolute error;
//! and by the Huber location, which minimizes $\sum_i h_\delta(m - x_i)$ over $m$, here
//! with $\delta = 2$. For this sample all three are $3$.
//!
//! Now somebody mistypes the middle value: the $3$ becomes $1000$. By how much does each
//! center move? Before you compute anything, put the three moves in order. Then predict
//! the numbers, and let the check run all three: its report shows what the run gave. An
//! answer is right within $0.05$.
//!
//! The last prediction is about the size of the error: the $3$ becomes $1\,000\,000$
//! instead. How far does the Huber location move from $3$ now?

/// By how much the mean moves.
pub fn mean_move() -> f64 {
    todo!()
}

/// By how much the median moves.
pub fn median_move() -> f64 {
    todo!()
}

/// By how much the Huber location moves.
pub fn huber_move() -> f64 {
    todo!()
}

/// By how much the Huber location moves when the 3 becomes a million.
pub fn huber_move_to_a_million() -> f64 {
    todo!()
}
