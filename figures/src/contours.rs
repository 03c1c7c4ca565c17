//! Contours of a field: marching squares (Lorensen & Cline 1987, in the plane).
//!
//! Each cell of the grid is cut where a straight line between its corners passes the level; the cuts of neighboring cells share
//! their ends, and are joined into polylines.

use listings::report::Field;

type Point = (f64, f64);

/// The lines along which a field has a value. A line ends at the edge of the field, and at a cell with a corner that is not finite;
/// every other line is closed, its last point its first.
pub fn contours(field: &Field, level: f64) -> Vec<Vec<Point>> {
    Grid { field, level, is_framed: false }.lines()
}

/// The closed outlines of the part of a field above a value. Inside is what an odd number of outlines surrounds. A value that is not
/// a number is below every level.
pub fn outlines(field: &Field, level: f64) -> Vec<Vec<Point>> {
    Grid { field, level, is_framed: true }.lines()
}

/// A field to cut at a level.
struct Grid<'a> {
    field: &'a Field,
    level: f64,
    /// Whether a frame of one row or column on every side, below every level, closes the lines.
    is_framed: bool,
}

/// An edge of the grid: the one to the right of a point, or the one above it.
#[derive(Clone, Copy)]
struct Edge {
    row: usize,
    column: usize,
    goes_up: bool,
}

impl Grid<'_> {
    /// Rows and columns, with the frame.
    fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.field.values.dim();
        let frame = if self.is_framed { 2 } else { 0 };
        (rows + frame, columns + frame)
    }

    fn value(&self, row: usize, column: usize) -> f64 {
        if !self.is_framed {
            return self.field.values[[row, column]];
        }
        let inside = |index: usize| index.checked_sub(1);
        let value =
            inside(row).zip(inside(column)).and_then(|at| self.field.values.get(at));
        value.copied().filter(|value| !value.is_nan()).unwrap_or(f64::NEG_INFINITY)
    }

    /// Where a point of the grid is; one of the frame is on the edge of the field.
    fn point(&self, row: usize, column: usize) -> Point {
        if !self.is_framed {
            return self.field.point(row, column);
        }
        let (rows, columns) = self.field.values.dim();
        let within = |index: usize, count: usize| index.saturating_sub(1).min(count - 1);
        self.field.point(within(row, rows), within(column, columns))
    }

    /// Where an edge passes the level.
    fn crossing(&self, edge: Edge) -> Point {
        let Edge { row, column, goes_up } = edge;
        let (other_row, other_column) =
            if goes_up { (row + 1, column) } else { (row, column + 1) };
        let mut low = (self.value(row, column), self.point(row, column));
        let mut high =
            (self.value(other_row, other_column), self.point(other_row, other_column));
        if low.0 > high.0 {
            std::mem::swap(&mut low, &mut high);
        }
        let part = match (low.0.is_finite(), high.0.is_finite()) {
            (true, true) => (self.level - low.0) / (high.0 - low.0),
            // Beside a point without a value the line passes through the point that has one.
            (true, false) => 0.0,
            (false, _) => 1.0,
        };
        let between = |low: f64, high: f64| low + part * (high - low);
        (between(low.1.0, high.1.0), between(low.1.1, high.1.1))
    }

    /// The pairs of edges that the level connects within a cell.
    fn cuts(&self, row: usize, column: usize) -> Vec<[Edge; 2]> {
        let bottom = Edge { row, column, goes_up: false };
        let left = Edge { row, column, goes_up: true };
        let top = Edge { row: row + 1, ..bottom };
        let right = Edge { column: column + 1, ..left };
        let corners =
            [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)];
        let values = corners.map(|(row, column)| self.value(row, column));
        if !self.is_framed && values.iter().any(|value| !value.is_finite()) {
            return Vec::new();
        }
        // Counterclockwise from the lower left corner; edge i lies between corner i and the next.
        let edges = [bottom, right, top, left];
        let above = values.map(|value| value > self.level);
        let crossed: Vec<Edge> = (0..4)
            .filter(|&i| above[i] != above[(i + 1) % 4])
            .map(|i| edges[i])
            .collect();
        match crossed[..] {
            [one, other] => vec![[one, other]],
            // A saddle: two corners above, opposite each other. The mean says whether they are connected through the middle; the cuts
            // then go around the other two corners.
            [bottom, right, top, left] => {
                let is_connected = values.iter().sum::<f64>() / 4.0 > self.level;
                if is_connected == above[0] {
                    vec![[bottom, right], [top, left]]
                } else {
                    vec![[left, bottom], [right, top]]
                }
            }
            _ => Vec::new(),
        }
    }

    /// All cuts, joined.
    fn lines(&self) -> Vec<Vec<Point>> {
        let (rows, columns) = self.size();
        // For each edge, to the right and above each point, the edges that cuts connect it with: at most one in each of its two cells.
        let number = |edge: Edge| {
            2 * (edge.row * columns + edge.column) + usize::from(edge.goes_up)
        };
        let edge = |number: usize| Edge {
            row: number / 2 / columns,
            column: number / 2 % columns,
            goes_up: number % 2 == 1,
        };
        let mut neighbors = vec![[None; 2]; 2 * rows * columns];
        let mut connect = |from: usize, to: usize| {
            let free = neighbors[from].iter_mut().find(|neighbor| neighbor.is_none());
            *free.expect("an edge has two cells") = Some(to);
        };
        for row in 0..rows - 1 {
            for column in 0..columns - 1 {
                for [one, other] in self.cuts(row, column) {
                    connect(number(one), number(other));
                    connect(number(other), number(one));
                }
            }
        }
        // Lines with ends first, from an end; what is left then is closed.
        let count = |neighbors: &[Option<usize>; 2]| neighbors.iter().flatten().count();
        let ends = (0..neighbors.len()).filter(|&number| count(&neighbors[number]) == 1);
        let starts: Vec<usize> = ends.chain(0..neighbors.len()).collect();
        let mut lines = Vec::new();
        for start in starts {
            let mut line = vec![start];
            let mut here = start;
            while let Some(next) = neighbors[here].iter_mut().find_map(Option::take) {
                // The way back is used up with the way there.
                let back =
                    neighbors[next].iter_mut().find(|neighbor| **neighbor == Some(here));
                *back.expect("cuts connect both ways") = None;
                line.push(next);
                here = next;
            }
            if line.len() > 1 {
                lines.push(
                    line.into_iter().map(|number| self.crossing(edge(number))).collect(),
                );
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sampled(f: impl FnMut(f64, f64) -> f64) -> Field {
        Field::sample(-2.0..2.0, -2.0..2.0, 41, 41, f)
    }

    fn is_closed(line: &[Point]) -> bool {
        line.first() == line.last()
    }

    /// The area that closed lines surround (the shoelace formula), holes taken off.
    fn area(lines: &[Vec<Point>]) -> f64 {
        let twice = |line: &Vec<Point>| -> f64 {
            line.windows(2)
                .map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1)
                .sum()
        };
        let mut areas: Vec<f64> =
            lines.iter().map(|line| 0.5 * twice(line).abs()).collect();
        areas.sort_by(f64::total_cmp);
        // The largest surrounds the others in these tests.
        areas.pop().unwrap_or(0.0) - areas.iter().sum::<f64>()
    }

    #[test]
    fn the_contour_of_a_bowl_is_a_circle() {
        let lines = contours(&sampled(|x, y| x * x + y * y), 1.0);
        let [line] = &lines[..] else { panic!("{} lines", lines.len()) };
        assert!(is_closed(line));
        for (x, y) in line {
            // Linear interpolation of x² over a step h is off by at most h²/4, and the slope here is 2.
            assert!((x.hypot(*y) - 1.0).abs() < 0.01 / 4.0 / 2.0 + 1e-4, "({x}, {y})");
        }
        assert!((area(&lines) - std::f64::consts::PI).abs() < 0.01);
    }

    #[test]
    fn the_contour_of_a_plane_is_exact_and_ends_at_the_edges() {
        let lines = contours(&sampled(|x, y| 2.0 * x - y), 0.35);
        let [line] = &lines[..] else { panic!("{} lines", lines.len()) };
        assert!(line.iter().all(|(x, y)| (2.0 * x - y - 0.35).abs() < 1e-12));
        let mut ends = [line[0], line[line.len() - 1]].map(|(_, y)| y);
        ends.sort_by(f64::total_cmp);
        assert_eq!(ends, [-2.0, 2.0]);
    }

    #[test]
    fn a_saddle_is_resolved_by_the_mean() {
        // One cell, high on one diagonal.
        let cell = |middle: f64| {
            let corner = |x: f64, y: f64| if x == y { 1.0 } else { middle };
            Field::sample(0.0..1.0, 0.0..1.0, 2, 2, corner)
        };
        let surrounds_origin = |line: &Vec<Point>| line.iter().all(|(x, y)| x + y < 1.0);
        // The mean, 0.3, is above the level: the cuts go around the low corners, (1, 0) and (0, 1).
        let connected = contours(&cell(-0.4), 0.2);
        assert_eq!(connected.len(), 2);
        assert!(!connected.iter().any(surrounds_origin));
        // The mean, 0.05, is below: they go around the high corners.
        let apart = contours(&cell(-0.9), 0.2);
        assert_eq!(apart.len(), 2);
        assert!(apart.iter().any(surrounds_origin));
        // Mirrored, high on the other diagonal.
        let mirrored =
            Field::sample(
                0.0..1.0,
                0.0..1.0,
                2,
                2,
                |x, y| {
                    if x == y { -0.9 } else { 1.0 }
                },
            );
        let apart = contours(&mirrored, 0.2);
        assert!(!apart.iter().any(surrounds_origin));
        assert_eq!(apart.len(), 2);
    }

    #[test]
    fn the_saddle_of_a_product_has_four_branches_and_its_region_half_the_square() {
        let field = sampled(|x, y| x * y);
        assert_eq!(contours(&field, 0.1).len(), 2);
        assert_eq!(contours(&field, -0.1).len(), 2);
        let two: f64 = outlines(&field, 1e-9)
            .iter()
            .map(|line| area(std::slice::from_ref(line)))
            .sum();
        // The point in the middle is not above: half a cell is cut off each of the two squares.
        assert!((two - (8.0 - 0.1 * 0.1)).abs() < 1e-6, "{two}");
    }

    #[test]
    fn a_field_that_does_not_pass_the_level_has_no_contour() {
        for level in [-1.0, 3.0, 7.0, f64::NAN] {
            assert!(contours(&sampled(|_, _| 3.0), level).is_empty(), "{level}");
        }
        assert!(contours(&sampled(|x, y| x + y), 4.5).is_empty());
    }

    #[test]
    fn a_region_is_all_nothing_or_a_disk_with_or_without_a_hole() {
        assert!((area(&outlines(&sampled(|_, _| 3.0), 2.0)) - 16.0).abs() < 1e-9);
        assert!(outlines(&sampled(|_, _| 3.0), 3.0).is_empty());
        let hill = sampled(|x, y| -x * x - y * y);
        assert!((area(&outlines(&hill, -1.0)) - std::f64::consts::PI).abs() < 0.01);
        let ring = sampled(|x, y| -(x.hypot(y) - 1.0).abs());
        let lines = outlines(&ring, -0.5);
        assert_eq!(lines.len(), 2);
        assert!((area(&lines) - std::f64::consts::PI * (2.25 - 0.25)).abs() < 0.05);
        // Cut by the edge of the field: half a disk.
        let half = Field::sample(0.0..2.0, -2.0..2.0, 21, 41, |x, y| -x * x - y * y);
        assert!((area(&outlines(&half, -1.0)) - std::f64::consts::PI / 2.0).abs() < 0.01);
    }

    #[test]
    fn values_that_are_not_finite_leave_a_hole() {
        let field = sampled(|x, y| if x.hypot(y) < 0.55 { f64::NAN } else { x });
        let lines = contours(&field, 0.04);
        assert_eq!(lines.len(), 2, "above and below the hole");
        assert!(
            lines
                .iter()
                .flatten()
                .all(|(x, y)| x.hypot(*y) > 0.5 && (x - 0.04).abs() < 1e-12)
        );
        let outline = outlines(&field, 0.04);
        assert!(outline.iter().all(|line| is_closed(line)));
        let expected = 8.0 - 0.5 * std::f64::consts::PI * 0.55 * 0.55;
        assert!((area(&outline) - expected).abs() < 0.3, "{}", area(&outline));
    }

    #[test]
    fn infinity_is_above_and_below() {
        let field = sampled(|x, _| if x < -1.0 { f64::INFINITY } else { x });
        assert!(contours(&field, 0.0).iter().flatten().all(|(x, _)| x.abs() < 1e-12));
        let outline = outlines(&field, 0.0);
        assert!(outline.iter().flatten().all(|(x, y)| x.is_finite() && y.is_finite()));
        let total: f64 =
            outline.iter().map(|line| area(std::slice::from_ref(line))).sum();
        assert!((total - 4.0 * (2.0 + 1.0)).abs() < 1e-9, "{total}");
    }

    #[test]
    fn every_line_is_in_one_piece() {
        // Neighboring points of a line are in one cell: nearer than its diagonal.
        let field = sampled(|x, y| (3.0 * x).sin() * (2.0 * y).cos() + 0.3 * x);
        for level in [-0.5, 0.0, 0.4] {
            for lines in [contours(&field, level), outlines(&field, level)] {
                assert!(!lines.is_empty());
                for line in lines {
                    let apart = |pair: &[Point]| {
                        (pair[0].0 - pair[1].0).hypot(pair[0].1 - pair[1].1)
                    };
                    assert!(line.windows(2).all(|pair| apart(pair) < 0.1 * 1.4143));
                }
            }
        }
    }
}
