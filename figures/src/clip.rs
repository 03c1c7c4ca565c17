//! The part of a curve that lies between the axes.
//!
//! plotters moves points outside the plot to its edge, which bends curves; cutting them at the edge keeps their shape.

use std::ops::Range;

type Point = (f64, f64);

/// The pieces of a polyline inside a rectangle; points that are not finite break it.
pub fn visible_parts(
    points: impl IntoIterator<Item = Point>,
    xs: &Range<f64>,
    ys: &Range<f64>,
) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    let mut previous: Option<Point> = None;
    for point in points {
        if !(point.0.is_finite() && point.1.is_finite()) {
            previous = None;
            continue;
        }
        if let Some((from, to)) =
            previous.and_then(|from| visible_segment(from, point, xs, ys))
        {
            match parts.last_mut() {
                Some(part) if part.last() == Some(&from) => part.push(to),
                _ => parts.push(vec![from, to]),
            }
        }
        previous = Some(point);
    }
    parts
}

/// The part of a segment inside a rectangle (Liang & Barsky 1984).
fn visible_segment(
    from: Point,
    to: Point,
    xs: &Range<f64>,
    ys: &Range<f64>,
) -> Option<(Point, Point)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let edges = [
        (-dx, from.0 - xs.start),
        (dx, xs.end - from.0),
        (-dy, from.1 - ys.start),
        (dy, ys.end - from.1),
    ];
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (outward, room) in edges {
        if outward == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if outward < 0.0 {
            enters = enters.max(room / outward);
        } else {
            leaves = leaves.min(room / outward);
        }
    }
    if enters > leaves {
        return None;
    }
    let at = |part: f64| (from.0 + part * dx, from.1 + part * dy);
    // The ends themselves stay exact, so that neighboring segments join.
    let first = if enters == 0.0 { from } else { at(enters) };
    let last = if leaves == 1.0 { to } else { at(leaves) };
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(points: &[Point]) -> Vec<Vec<Point>> {
        visible_parts(points.iter().copied(), &(0.0..10.0), &(0.0..10.0))
    }

    #[test]
    fn a_curve_inside_is_one_piece() {
        let points = [(1.0, 1.0), (2.0, 5.0), (10.0, 10.0)];
        assert_eq!(parts(&points), [points.to_vec()]);
    }

    #[test]
    fn a_curve_that_leaves_and_returns_is_cut_at_the_edge() {
        let points = [(0.0, 5.0), (2.0, 15.0), (4.0, 5.0)];
        assert_eq!(
            parts(&points),
            [vec![(0.0, 5.0), (1.0, 10.0)], vec![(3.0, 10.0), (4.0, 5.0)]]
        );
    }

    #[test]
    fn a_segment_that_crosses_the_whole_plot_is_kept() {
        assert_eq!(parts(&[(-5.0, 5.0), (15.0, 5.0)]), [vec![(0.0, 5.0), (10.0, 5.0)]]);
        assert!(parts(&[(-5.0, 11.0), (15.0, 11.0)]).is_empty());
    }

    #[test]
    fn what_is_not_finite_breaks_the_curve() {
        let points =
            [(1.0, 1.0), (2.0, 2.0), (3.0, f64::NAN), (4.0, 4.0), (5.0, f64::INFINITY)];
        assert_eq!(parts(&points), [vec![(1.0, 1.0), (2.0, 2.0)]]);
    }
}
