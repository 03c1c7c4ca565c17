//! A training step of two small networks in candle, timed.

#[path = "../../shared/bench.rs"]
mod bench;

use bench::{CHANNELS, CLASSES, HIDDEN, LEARNING_RATE, Network, PIXELS, Random, SIDE};
use candle_core::{DType, Device, Result, Tensor};
use candle_nn::{Conv2dConfig, Module, Optimizer, SGD, VarBuilder, VarMap};

// As pinned in Cargo.toml; candle does not export its version.
const VERSION: &str = "0.9.2";

fn perceptron(vb: VarBuilder) -> Result<impl Fn(&Tensor) -> Result<Tensor>> {
    let hidden = candle_nn::linear(PIXELS, HIDDEN, vb.pp("hidden"))?;
    let output = candle_nn::linear(HIDDEN, CLASSES, vb.pp("output"))?;
    Ok(move |x: &Tensor| output.forward(&hidden.forward(x)?.relu()?))
}

fn convolutional(vb: VarBuilder) -> Result<impl Fn(&Tensor) -> Result<Tensor>> {
    let config = Conv2dConfig { padding: 1, ..Default::default() };
    let first = candle_nn::conv2d(1, CHANNELS, 3, config, vb.pp("first"))?;
    let second = candle_nn::conv2d(CHANNELS, CHANNELS, 3, config, vb.pp("second"))?;
    let output = candle_nn::linear(CHANNELS, CLASSES, vb.pp("output"))?;
    Ok(move |x: &Tensor| {
        let x = first.forward(x)?.relu()?;
        let x = second.forward(&x)?.relu()?;
        output.forward(&x.mean((2, 3))?)
    })
}

fn measure<F: Fn(&Tensor) -> Result<Tensor>>(
    network: &Network,
    shape: &[usize],
    build: impl Fn(VarBuilder<'static>) -> Result<F>,
) -> Result<()> {
    let device = Device::Cpu;
    let vars = VarMap::new();
    let forward = build(VarBuilder::from_varmap(&vars, DType::F32, &device))?;
    let parameters = vars.all_vars().iter().map(|var| var.elem_count()).sum();
    let mut optimizer = SGD::new(vars.all_vars(), LEARNING_RATE)?;

    let mut random = Random::new(1);
    let inputs = Tensor::from_vec(random.inputs(network.batch * PIXELS), shape, &device)?;
    let labels = Tensor::from_vec(random.labels(network.batch), network.batch, &device)?;
    let mut step = || -> Result<f32> {
        let loss = candle_nn::loss::cross_entropy(&forward(&inputs)?, &labels)?;
        optimizer.backward_step(&loss)?;
        loss.to_scalar()
    };
    bench::run("candle", VERSION, network, parameters, || {
        step().expect("every step has the same shapes")
    });
    Ok(())
}

fn main() -> Result<()> {
    let network = &bench::PERCEPTRON;
    measure(network, &[network.batch, PIXELS], perceptron)?;
    let network = &bench::CONVOLUTIONAL;
    measure(network, &[network.batch, 1, SIDE, SIDE], convolutional)
}
