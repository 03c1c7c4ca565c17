//! Fewer points for the same line (Ramer 1972; Douglas & Peucker 1973).

type Pixel = (i32, i32);

/// The line without the points that are nearer than `tolerance` to what the others draw. Ends stay; so does the shape of a closed line.
pub fn simplified(points: &[Pixel], tolerance: f64) -> Vec<Pixel> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut kept = vec![first];
    // Parts still to look at, by the index of their ends; the next one on top.
    let mut parts = vec![(0, points.len() - 1)];
    while let Some((from, to)) = parts.pop() {
        let inner = (from + 1)..to;
        let distances =
            inner.map(|at| (at, distance(points[at], points[from], points[to])));
        match distances.max_by(|a, b| a.1.total_cmp(&b.1)) {
            Some((at, distance)) if distance > tolerance => {
                parts.push((at, to));
                parts.push((from, at));
            }
            _ => kept.push(points[to]),
        }
    }
    if points.len() == 1 {
        kept = vec![last];
    }
    kept
}

/// From a point to a segment.
fn distance(point: Pixel, from: Pixel, to: Pixel) -> f64 {
    let vector = |a: Pixel, b: Pixel| (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let (along, away) = (vector(from, to), vector(from, point));
    let length = along.0 * along.0 + along.1 * along.1;
    if length == 0.0 {
        return away.0.hypot(away.1);
    }
    let part = ((away.0 * along.0 + away.1 * along.1) / length).clamp(0.0, 1.0);
    (away.0 - part * along.0).hypot(away.1 - part * along.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_on_a_straight_line_go_and_corners_stay() {
        let square =
            [(0, 0), (5, 0), (9, 0), (9, 4), (9, 9), (3, 9), (0, 9), (0, 2), (0, 0)];
        assert_eq!(simplified(&square, 1.0), [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]);
    }

    #[test]
    fn what_is_left_is_nowhere_farther_than_the_tolerance() {
        let wave =
            |x: i32| (10 * x, (100.0 * (f64::from(x) / 20.0).sin()).round() as i32);
        let points: Vec<_> = (0..200).map(wave).collect();
        let left = simplified(&points, 2.0);
        assert!(left.len() < 80 && left.len() > 20, "{}", left.len());
        for &point in &points {
            let nearest = left.windows(2).map(|pair| distance(point, pair[0], pair[1]));
            assert!(nearest.fold(f64::INFINITY, f64::min) <= 2.0, "{point:?}");
        }
    }

    #[test]
    fn short_lines_stay_as_they_are() {
        for points in [vec![], vec![(1, 2)], vec![(1, 2), (3, 4)]] {
            assert_eq!(simplified(&points, 1.0), points);
        }
    }
}
