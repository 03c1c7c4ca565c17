//! A training step of two small networks in burn, timed.

#[path = "../../shared/bench.rs"]
mod bench;

use bench::{CHANNELS, CLASSES, HIDDEN, LEARNING_RATE, Network, PIXELS, Random, SIDE};
use burn::module::Module;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::loss::CrossEntropyLossConfig;
use burn::nn::{Linear, LinearConfig, PaddingConfig2d};
use burn::optim::{GradientsParams, SgdConfig};
use burn::tensor::activation::relu;
use burn::tensor::{Device, Int, Tensor, TensorData};

// As pinned in Cargo.toml; burn does not export its version.
const VERSION: &str = "0.22.1";

#[derive(Module, Debug)]
struct Perceptron {
    hidden: Linear,
    output: Linear,
}

impl Perceptron {
    fn new(device: &Device) -> Self {
        Self {
            hidden: LinearConfig::new(PIXELS, HIDDEN).init(device),
            output: LinearConfig::new(HIDDEN, CLASSES).init(device),
        }
    }

    fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        self.output.forward(relu(self.hidden.forward(x)))
    }
}

#[derive(Module, Debug)]
struct Convolutional {
    first: Conv2d,
    second: Conv2d,
    output: Linear,
}

impl Convolutional {
    fn new(device: &Device) -> Self {
        let conv = |channels_in| {
            Conv2dConfig::new([channels_in, CHANNELS], [3, 3])
                .with_padding(PaddingConfig2d::Explicit(1, 1, 1, 1))
                .init(device)
        };
        Self {
            first: conv(1),
            second: conv(CHANNELS),
            output: LinearConfig::new(CHANNELS, CLASSES).init(device),
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<2> {
        let x = relu(self.first.forward(x));
        let x = relu(self.second.forward(x));
        self.output.forward(x.mean_dims(&[2, 3]).flatten(1, 3))
    }
}

fn measure<M: Module, const D: usize>(
    network: &Network,
    shape: [usize; D],
    device: &Device,
    model: M,
    forward: impl Fn(&M, Tensor<D>) -> Tensor<2>,
) {
    let parameters = model.num_params();
    let cross_entropy = CrossEntropyLossConfig::new().init(device);
    let mut optimizer = SgdConfig::new().init();

    let mut random = Random::new(1);
    let inputs = random.inputs(network.batch * PIXELS);
    let inputs = Tensor::from_data(TensorData::new(inputs, shape), device);
    let labels = TensorData::new(random.labels(network.batch), [network.batch]);
    let labels = Tensor::<1, Int>::from_data(labels, device);
    // The optimizer consumes the model and returns the next one, which a closure that is called
    // again cannot do with a captured variable; cloning it instead would forbid updates in place.
    let mut model = Some(model);
    bench::run("burn", VERSION, network, parameters, || {
        let current = model.take().expect("every step puts a model back");
        let logits = forward(&current, inputs.clone());
        let loss = cross_entropy.forward(logits, labels.clone());
        let gradients = GradientsParams::from_grads(loss.backward(), &current);
        model = Some(optimizer.step(LEARNING_RATE, current, gradients));
        loss.into_scalar()
    });
}

fn main() {
    let device = Device::flex().autodiff();
    device.seed(1);
    let network = &bench::PERCEPTRON;
    let model = Perceptron::new(&device);
    let shape = [network.batch, PIXELS];
    measure(network, shape, &device, model, Perceptron::forward);
    let network = &bench::CONVOLUTIONAL;
    let model = Convolutional::new(&device);
    let shape = [network.batch, 1, SIDE, SIDE];
    measure(network, shape, &device, model, Convolutional::forward);
}
