//! The optimizers that take part in races, each as its literature and PyTorch start it,
//! but for the rate.

use crate::optimizers::{
    AdaGrad, Adam, AmsGrad, GradientDescent, Momentum, NAdam, Nesterov, Optimizer,
    RmsProp,
};
use ndarray::Array1;
use serde::Serialize;

/// An optimizer by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Racer {
    /// θ ← θ − ηg.
    GradientDescent,
    /// β = 0.9, no dampening.
    Momentum,
    /// β = 0.9.
    Nesterov,
    /// ε = 10⁻¹⁰.
    AdaGrad,
    /// ρ = 0.99, ε = 10⁻⁸.
    RmsProp,
    /// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
    Adam,
    /// Adam's numbers.
    AmsGrad,
    /// Adam's numbers.
    NAdam,
}

impl Racer {
    /// All, in the order of the chapters.
    pub const ALL: [Self; 8] = [
        Self::GradientDescent,
        Self::Momentum,
        Self::Nesterov,
        Self::AdaGrad,
        Self::RmsProp,
        Self::Adam,
        Self::AmsGrad,
        Self::NAdam,
    ];

    /// The four of the lecture's table.
    pub const LECTURE: [Self; 4] =
        [Self::GradientDescent, Self::Momentum, Self::RmsProp, Self::Adam];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::GradientDescent => "gradient descent",
            Self::Momentum => "momentum",
            Self::Nesterov => "Nesterov",
            Self::AdaGrad => "AdaGrad",
            Self::RmsProp => "RMSprop",
            Self::Adam => "Adam",
            Self::AmsGrad => "AMSGrad",
            Self::NAdam => "NAdam",
        }
    }

    /// A fresh one.
    pub fn optimizer(self) -> Box<dyn Optimizer> {
        match self {
            Self::GradientDescent => Box::new(GradientDescent),
            Self::Momentum => Box::new(Momentum::default()),
            Self::Nesterov => Box::new(Nesterov::default()),
            Self::AdaGrad => Box::new(AdaGrad::default()),
            Self::RmsProp => Box::new(RmsProp::default()),
            Self::Adam => Box::new(Adam::default()),
            Self::AmsGrad => Box::new(AmsGrad::default()),
            Self::NAdam => Box::new(NAdam::default()),
        }
    }

    /// Bytes that it remembers for each parameter, counted after a step.
    pub fn bytes(self) -> usize {
        const PARAMETERS: usize = 64;
        let mut optimizer = self.optimizer();
        let mut theta = Array1::ones(PARAMETERS);
        optimizer.step(0.1, &mut theta, &Array1::ones(PARAMETERS));
        let numbers: usize = optimizer.state().iter().map(|(_, state)| state.len()).sum();
        numbers * size_of::<f64>() / PARAMETERS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remembers_as_many_arrays_as_its_equations_have() {
        let bytes = Racer::ALL.map(Racer::bytes);
        assert_eq!(bytes, [0, 8, 8, 8, 8, 16, 24, 16]);
    }
}
