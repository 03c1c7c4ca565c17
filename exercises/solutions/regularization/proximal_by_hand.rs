//! L1 moves each weight toward zero by $\eta\lambda = 1$, and to zero where it is not
//! farther away than that: the second weight and the third, which lies on the edge. L2
//! divides each weight by $1 + \eta\lambda = 2$; none becomes zero. The elastic net does
//! both with half of each price: toward zero by $\eta\lambda\rho = 0.5$, then divided by
//! $1 + \eta\lambda(1 - \rho) = 1.5$. The large weights lose most under L2, the small ones
//! under L1.

/// After the proximal step of L1.
pub fn l1() -> [f64; 4] {
    [2.0, 0.0, 0.0, -1.5]
}

/// After the proximal step of L2.
pub fn l2() -> [f64; 4] {
    [1.5, -0.2, 0.5, -1.25]
}

/// After the proximal step of the elastic net.
pub fn elastic_net() -> [f64; 4] {
    [2.5 / 1.5, 0.0, 0.5 / 1.5, -2.0 / 1.5]
}
