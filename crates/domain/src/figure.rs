//! What a number must be so that it can stand in a measure or an indicator.

use crate::refusal::{Checked, Refusal};

/// A number that people watch: no less than nought, and a share no more than 100.
pub(crate) fn check(field: &'static str, value: Option<f64>, unit: &str) -> Checked {
    let Some(value) = value else { return Ok(()) };
    if !value.is_finite() {
        return Err(Refusal::field(field, "Enter a number."));
    }
    if value < 0.0 {
        return Err(Refusal::field(field, "This number cannot be less than nought."));
    }
    if unit.trim() == "%" && value > 100.0 {
        return Err(Refusal::field(field, "A share is between 0 and 100 per cent."));
    }
    Ok(())
}

/// Out of how many.
pub(crate) fn check_of(field: &'static str, of: Option<i64>) -> Checked {
    match of {
        Some(of) if of < 1 => Err(Refusal::field(field, "“Out of” is a whole number from 1.")),
        _ => Ok(()),
    }
}

/// "11", "11.5": without a needless ".0".
pub fn written(value: f64) -> String {
    let two = format!("{value:.2}");
    two.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// "11%", "12 children", "14.2".
pub fn with_unit(value: f64, unit: &str) -> String {
    match unit.trim() {
        "" => written(value),
        "%" => format!("{}%", written(value)),
        unit => format!("{} {unit}", written(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_people_write_it() {
        assert_eq!([11.0, 11.5, 0.25, 100.0, 0.0].map(written), ["11", "11.5", "0.25", "100", "0"]);
        assert_eq!(
            [with_unit(8.0, "%"), with_unit(15.0, "weeks"), with_unit(13.4, "")],
            ["8%", "15 weeks", "13.4"]
        );
    }

    #[test]
    fn what_is_no_number_and_what_is_no_share_is_refused_beside_its_field() {
        assert!(check("value", None, "%").is_ok() && check("value", Some(100.0), "%").is_ok());
        assert_eq!(check("value", Some(f64::NAN), "").unwrap_err().message, "Enter a number.");
        assert_eq!(check("target", Some(-1.0), "").unwrap_err().field, Some("target"));
        assert_eq!(
            check("value", Some(101.0), "%").unwrap_err().message,
            "A share is between 0 and 100 per cent."
        );
        assert!(check("value", Some(101.0), "children").is_ok());
        assert!(check_of("of", Some(0)).is_err() && check_of("of", None).is_ok());
    }
}
