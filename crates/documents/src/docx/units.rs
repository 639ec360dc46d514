//! Word's units of length, from points.

/// Twentieths of a point.
pub fn twips(points: f64) -> String {
    format!("{:.0}", points * 20.0)
}

/// Sizes of letters are in halves of a point.
pub fn half_points(points: f64) -> String {
    format!("{:.0}", points * 2.0)
}

/// Pictures are measured in 914 400ths of an inch.
pub fn emu(points: f64) -> String {
    format!("{:.0}", points * 12_700.0)
}
