use thiserror::Error;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocumentError {
    #[error(
        "These characters cannot be printed: {}. Replace them with words and make the document again.",
        characters.chars().map(String::from).collect::<Vec<_>>().join(" ")
    )]
    Unprintable { characters: String },
    #[error("The picture cannot be read. Choose another PNG or JPEG file.")]
    Picture,
    #[error("The picture has over 20 million dots. Choose a smaller one.")]
    PictureTooLarge,
    #[error("The document could not be written: {reason}. Make it again; if that fails, report it.")]
    Writing { reason: String },
}
