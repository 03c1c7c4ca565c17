//! A surface on a plot, and a walk on it.

use crate::palette::Ink;
use crate::plot::Plot;
use listings::report::Landscape;

/// A walk of more steps is a line; of fewer, each step can be told.
const MOST_DOTS: usize = 80;

impl Plot {
    /// The contours of a surface, and a ring at each minimum.
    ///
    /// # Panics
    /// Panics when the domain of the surface reaches beyond the axes.
    pub fn landscape(&self, landscape: &Landscape) {
        // Fainter than the walks, and unlike the grid.
        let (field, levels) = (&landscape.field, &landscape.levels);
        self.contour_lines(field, levels, Ink::Text, " stroke-opacity=\"0.45\"");
        self.rings(landscape.minima.iter().map(|&[x, y]| (x, y)), 5.0, Ink::Text);
    }

    /// The points of a walk, joined; a dot for each step where they are few, and a larger one at the end.
    pub fn walk(&self, path: &[[f64; 2]], ink: Ink) {
        let points = || path.iter().map(|&[x, y]| (x, y));
        self.curve(points(), ink);
        if path.len() <= MOST_DOTS {
            self.points(points(), 2.0, ink);
        }
        self.points(points().next_back(), 4.5, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::Panel;
    use crate::{Axis, Canvas, Width};
    use listings::optimizers::{GradientDescent, Optimizer};
    use listings::surfaces::{Rosenbrock, Surface, walk};

    /// A walk of gradient descent on Rosenbrock's valley.
    fn drawing(steps: usize) -> String {
        let surface = Rosenbrock::default();
        let landscape = Landscape::of(&surface);
        let optimizer: &mut dyn Optimizer = &mut GradientDescent;
        let walk = walk(&surface, optimizer, 0.001, surface.start(), steps, 0.0).unwrap();
        let path: Vec<[f64; 2]> = walk.path.iter().map(|at| [at[0], at[1]]).collect();
        let [x, y] = surface.domain();
        let panel = Panel {
            title: "y",
            x: Axis::linear("x", x),
            y: Axis::linear("", y),
            draw: Box::new(|plot| {
                plot.landscape(&landscape);
                plot.walk(&path, Ink::One);
            }),
        };
        let mut canvas = Canvas::new(Width::Wide);
        canvas.panels(400, vec![panel]);
        canvas.finish("a test")
    }

    #[test]
    fn each_of_few_steps_is_a_dot_and_of_many_none() {
        let circles = |steps| drawing(steps).matches("<circle").count();
        // The ring at the minimum, each point, and the end; the start is out of sight no time.
        assert_eq!(circles(5), 1 + 6 + 1);
        assert_eq!(circles(79), 1 + 80 + 1);
        assert_eq!(circles(80), 1 + 1);
        if let Some(file) = std::env::var_os("DOWNHILL_DRAWING") {
            std::fs::write(file, drawing(79)).unwrap();
        }
    }

    #[test]
    fn a_landscape_is_light() {
        assert!(drawing(0).len() < 20_000, "{}", drawing(0).len());
    }
}
