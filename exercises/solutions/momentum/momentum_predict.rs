//! $\sqrt\beta = 0.9$, and the band reaches from $0.1^2 = 0.01$ to $1.9^2 = 3.61$. At
//! $\eta = 0.05$ the two directions are at $0.05$ and $0.5$, both in the band: the factor is
//! $0.9$. At $\eta = 0.1$ they are at $0.1$ and $1$, and the factor is $0.9$ again: a rate
//! twice as large is not faster. At $\eta = 0.005$ the flat direction is at $0.005$, below the
//! band: its eigenvalues solve $z^2 - 1.805 z + 0.81 = 0$, and the larger one is
//! $0.9025 + \sqrt{0.9025^2 - 0.81} \approx 0.9696$. The steep direction diverges first,
//! from $\eta \cdot 10 = 2 + 2\beta = 3.62$ on.

/// The factor at η = 0.05.
pub fn at_a_small_rate() -> f64 {
    factor(0.05)
}

/// The factor at η = 0.1.
pub fn at_twice_the_rate() -> f64 {
    factor(0.1)
}

/// The factor at η = 0.005.
pub fn at_a_tenth_of_the_rate() -> f64 {
    factor(0.005)
}

/// The rate from which on it diverges.
pub fn border() -> f64 {
    2.0 * (1.0 + 0.81) / 10.0
}

/// The larger spectral radius of the two directions.
fn factor(rate: f64) -> f64 {
    let radius = |alpha: f64| {
        let (trace, determinant): (f64, f64) = (1.81 - alpha, 0.81);
        let discriminant = trace * trace - 4.0 * determinant;
        if discriminant < 0.0 {
            determinant.sqrt()
        } else {
            0.5 * (trace.abs() + discriminant.sqrt())
        }
    };
    radius(rate).max(radius(10.0 * rate))
}
