use thiserror::Error;

use crate::Unprintable;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocumentError {
    #[error("{}", sentence(places))]
    Unprintable { places: Vec<Unprintable> },
    #[error("The picture cannot be read. Choose another PNG or JPEG file.")]
    Picture,
    #[error("The picture has over 20 million dots. Choose a smaller one.")]
    PictureTooLarge,
    #[error("The document could not be written: {reason}. Make it again; if that fails, report it.")]
    Writing { reason: String },
}

/// How many places one sentence names.
const NAMED: usize = 3;

fn sentence(places: &[Unprintable]) -> String {
    let named: Vec<String> = places.iter().take(NAMED).map(ToString::to_string).collect();
    let more = places.len().saturating_sub(NAMED);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("No typeface here can print {}{more}: write it in words or other letters.", named.join("; "))
}
