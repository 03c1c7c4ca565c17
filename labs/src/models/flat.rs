//! A network as a function of one flat vector θ, with the chain rule done by a framework.
//!
//! Z = f(θ, batch);   L and G = ∂L/∂Z from the book's loss;   ∂L/∂θ = (∂Z/∂θ)ᵀ G, which the
//! framework computes as the gradient of Σ Z ⊙ G with G held constant.
//!
//! **Precision.** θ, the loss and the optimizer are 64-bit numbers; the network computes
//! with 32 bits, because it is twice as fast, or with 64, to be compared exactly.

use crate::models::Network;
use candle_core::{DType, Device, Result, Tensor, Var, bail};
use listings::losses::Loss;
use ndarray::{Array1, Array2, s};

/// A network with its parameters in one vector.
#[derive(Clone, Debug)]
pub struct Flat<N> {
    network: N,
    precision: DType,
}

/// What a forward pass leaves for the backward pass.
#[derive(Debug)]
pub struct FlatPass {
    parts: Vec<Var>,
    graph: Tensor,
    outputs: Array2<f64>,
}

impl FlatPass {
    /// Z, of shape (n, k).
    pub fn outputs(&self) -> &Array2<f64> {
        &self.outputs
    }
}

impl<N: Network> Flat<N> {
    /// A network that computes with 32 bits.
    pub fn new(network: N) -> Self {
        Self { network, precision: DType::F32 }
    }

    /// The same with 64 bits.
    pub fn in_double_precision(self) -> Self {
        Self { precision: DType::F64, ..self }
    }

    /// The network.
    pub fn network(&self) -> &N {
        &self.network
    }

    /// d, the length of θ.
    pub fn parameters(&self) -> usize {
        self.network.layout().parameters()
    }

    /// The tensors that θ holds.
    fn parts(&self, theta: &Array1<f64>) -> Result<Vec<Tensor>> {
        let (given, parameters) = (theta.len(), self.parameters());
        if given != parameters {
            bail!("{given} parameters for a network of {parameters}");
        }
        let tensor = |part: &crate::models::Part| {
            let entries = theta.slice(s![part.range.clone()]).to_vec();
            Tensor::from_vec(entries, part.shape.as_slice(), &Device::Cpu)?
                .to_dtype(self.precision)
        };
        self.network.layout().parts().iter().map(tensor).collect()
    }

    /// Z without a trace of how it was computed: for validation and test.
    ///
    /// # Errors
    /// What the framework reports; θ of another length than the network's.
    pub fn predict(&self, theta: &Array1<f64>, batch: &N::Batch) -> Result<Array2<f64>> {
        to_array(&self.network.outputs(&self.parts(theta)?, batch)?)
    }

    /// Z, and how it was computed.
    ///
    /// # Errors
    /// As in [`predict`](Self::predict).
    pub fn forward(&self, theta: &Array1<f64>, batch: &N::Batch) -> Result<FlatPass> {
        let parts = self.parts(theta)?;
        let parts: Vec<Var> =
            parts.iter().map(Var::from_tensor).collect::<Result<_>>()?;
        let tensors: Vec<Tensor> =
            parts.iter().map(|part| part.as_tensor().clone()).collect();
        let graph = self.network.outputs(&tensors, batch)?;
        let outputs = to_array(&graph)?;
        Ok(FlatPass { parts, graph, outputs })
    }

    /// ∂L/∂θ from G = ∂L/∂Z, of shape (n, k).
    ///
    /// # Errors
    /// What the framework reports; G of another shape than Z; a tensor that no gradient
    /// reaches. (An operation without a derivative drops it silently in this framework.)
    pub fn backward(&self, pass: &FlatPass, pull: &Array2<f64>) -> Result<Array1<f64>> {
        let (given, expected) = (pull.dim(), pass.outputs.dim());
        if given != expected {
            bail!("a gradient of shape {given:?} for outputs of shape {expected:?}");
        }
        let pull = Tensor::from_vec(pull.iter().copied().collect(), given, &Device::Cpu)?
            .to_dtype(self.precision)?;
        let gradients = (&pass.graph * &pull)?.sum_all()?.backward()?;
        let mut flat = Vec::with_capacity(self.parameters());
        for (part, variable) in self.network.layout().parts().iter().zip(&pass.parts) {
            let Some(gradient) = gradients.get(variable) else {
                bail!("no gradient reached {}", part.name);
            };
            let gradient = gradient.to_dtype(DType::F64)?.flatten_all()?;
            flat.extend(gradient.to_vec1::<f64>()?);
        }
        Ok(flat.into())
    }

    // ANCHOR: value_and_gradient
    /// L and ∂L/∂θ of a batch, by any of the book's losses.
    ///
    /// # Errors
    /// As in [`predict`](Self::predict) and [`backward`](Self::backward).
    pub fn value_and_gradient<Target>(
        &self,
        theta: &Array1<f64>,
        batch: &N::Batch,
        loss: &dyn Loss<Array2<f64>, Target>,
        target: &Target,
    ) -> Result<(f64, Array1<f64>)> {
        let pass = self.forward(theta, batch)?;
        let pull = loss.gradient(&pass.outputs, target);
        let gradient = self.backward(&pass, &pull)?;
        Ok((loss.value(&pass.outputs, target), gradient))
    }
    // ANCHOR_END: value_and_gradient
}

fn to_array(outputs: &Tensor) -> Result<Array2<f64>> {
    let shape = outputs.dims2()?;
    let entries = outputs.to_dtype(DType::F64)?.flatten_all()?.to_vec1::<f64>()?;
    Ok(Array2::from_shape_vec(shape, entries).expect("as many entries as the shape says"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::{Layout, Start};
    use ndarray::array;

    /// Z = X W, beside a tensor that nothing uses.
    struct Forgetful(Layout);

    impl Network for Forgetful {
        type Batch = Array2<f64>;

        fn layout(&self) -> &Layout {
            &self.0
        }

        fn outputs(&self, parts: &[Tensor], batch: &Array2<f64>) -> Result<Tensor> {
            crate::models::layers::input(batch, parts[0].dtype())?.matmul(&parts[0])
        }
    }

    #[test]
    fn a_tensor_that_no_gradient_reaches_is_an_error() {
        let mut layout = Layout::default();
        layout.add("W", &[1, 1], Start::Zero);
        layout.add("forgotten", &[1], Start::Zero);
        let flat = Flat::new(Forgetful(layout));
        let pass = flat.forward(&array![2.0, 0.0], &array![[3.0]]).unwrap();
        assert_eq!(pass.outputs(), array![[6.0]]);
        let error = flat.backward(&pass, &array![[1.0]]).unwrap_err().to_string();
        assert!(error.contains("no gradient reached forgotten"), "{error}");
    }

    #[test]
    fn lengths_and_shapes_are_checked() {
        let mut layout = Layout::default();
        layout.add("W", &[1, 1], Start::Zero);
        let flat = Flat::new(Forgetful(layout));
        let error = flat.predict(&array![1.0, 2.0], &array![[3.0]]).unwrap_err();
        assert!(error.to_string().contains("2 parameters for a network of 1"), "{error}");
        let pass = flat.forward(&array![1.0], &array![[3.0]]).unwrap();
        let error = flat.backward(&pass, &array![[1.0, 1.0]]).unwrap_err();
        assert!(error.to_string().contains("(1, 2)"), "{error}");
    }
}
