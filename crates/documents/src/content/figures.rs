//! Measured figures as documents print them.

use pledgeboard_domain::small_numbers;

/// "11%", "34 children"; a count of 1 to 4 children is hidden (rule 6).
pub fn amount(value: f64, unit: &str) -> String {
    let unit = unit.trim();
    match unit {
        "%" => format!("{}%", figure(value)),
        _ if small_numbers::hides_measure(value, unit) => small_numbers::alone(1),
        _ => format!("{} {unit}", figure(value)).trim().to_owned(),
    }
}

/// Without a needless ".0".
pub fn figure(value: f64) -> String {
    if value.fract().abs() < 0.05 { format!("{value:.0}") } else { format!("{value:.1}") }
}
