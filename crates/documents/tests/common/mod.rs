//! What all tests of documents share.

pub fn options() -> pledgeboard_documents::RenderOptions {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    pledgeboard_documents::RenderOptions { created: day.and_hms_opt(9, 0, 0).unwrap() }
}

/// A file in the folder for test output, where it can be looked at afterwards.
pub fn save(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
