//! Our optimizers against those of candle-nn: the same gradients, the same rates, the same θ.
//!
//! candle-nn 0.9 has gradient descent without momentum and AdamW. AdamW without decay is
//! Adam.

use candle_core::{Device, Tensor, Var};
use candle_nn::optim::{
    AdamW as TheirAdamW, Optimizer as TheirOptimizer, ParamsAdamW, SGD,
};
use listings::data::seeded;
use listings::optimizers::{Adam, AdamW, DecoupledDecay, GradientDescent, Optimizer};
use listings::schedules::{Cosine, Schedule};
use ndarray::Array1;
use rand_distr::{Distribution, StandardNormal};

const PARAMETERS: usize = 40;
const STEPS: usize = 300;

fn normals(seed: u64) -> Array1<f64> {
    let mut random = seeded(seed);
    Array1::from_shape_simple_fn(PARAMETERS, || StandardNormal.sample(&mut random))
}

/// Gradients of very different sizes, some of them exactly zero, as in a network.
fn gradient(step: usize) -> Array1<f64> {
    let mut gradient = normals(1000 + step as u64);
    for (index, entry) in gradient.iter_mut().enumerate() {
        *entry *= 10_f64.powi(index as i32 % 9 - 6);
        if (index + step).is_multiple_of(5) {
            *entry = 0.0;
        }
    }
    gradient
}

/// One step of theirs from the gradient g: that of Σ g ⊙ θ.
fn their_step(theta: &Var, optimizer: &mut impl TheirOptimizer, gradient: &Array1<f64>) {
    let gradient = Tensor::from_vec(gradient.to_vec(), PARAMETERS, &Device::Cpu).unwrap();
    let linear = (theta.as_tensor() * &gradient).unwrap().sum_all().unwrap();
    optimizer.step(&linear.backward().unwrap()).unwrap();
}

fn compare<Theirs: TheirOptimizer>(
    name: &str,
    mut ours: impl Optimizer,
    theirs: impl Fn(Vec<Var>) -> Theirs,
) {
    let mut theta = normals(1);
    let variable = Tensor::from_vec(theta.to_vec(), PARAMETERS, &Device::Cpu).unwrap();
    let variable = Var::from_tensor(&variable).unwrap();
    let mut theirs = theirs(vec![variable.clone()]);
    let schedule = Cosine::new(0.1, 0.001, STEPS).unwrap();
    for step in 0..STEPS {
        let (rate, gradient) = (schedule.rate(step), gradient(step));
        ours.step(rate, &mut theta, &gradient);
        theirs.set_learning_rate(rate);
        their_step(&variable, &mut theirs, &gradient);
    }
    let found = variable.as_tensor().to_vec1::<f64>().unwrap();
    for (index, (ours, theirs)) in theta.iter().zip(&found).enumerate() {
        // 300 steps of rounding by 10⁻¹⁶ relative; a step of another rule is 10⁻³ or more.
        let error = (ours - theirs).abs() / ours.abs().max(1.0);
        assert!(error < 1e-12, "{name}, parameter {index}: {ours}, {theirs}");
    }
}

fn settings(weight_decay: f64) -> ParamsAdamW {
    ParamsAdamW { lr: 0.0, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay }
}

#[test]
fn gradient_descent_is_theirs() {
    compare("gradient descent", GradientDescent, |variables| {
        SGD::new(variables, 0.0).unwrap()
    });
}

#[test]
fn adam_is_theirs() {
    compare("Adam", Adam::default(), |variables| {
        TheirAdamW::new(variables, settings(0.0)).unwrap()
    });
}

#[test]
fn adamw_is_theirs() {
    compare("AdamW", AdamW::default(), |variables| {
        TheirAdamW::new(variables, settings(0.01)).unwrap()
    });
    let strong = DecoupledDecay::new(Adam::default(), 0.5).unwrap();
    compare("AdamW", strong, |variables| {
        TheirAdamW::new(variables, settings(0.5)).unwrap()
    });
}
